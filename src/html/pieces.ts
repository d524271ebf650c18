import type { RootContent } from 'hast'
import { colophon } from './colophon.ts'
import type { PageContext } from './context.ts'
import type { HtmlOptions } from './html.ts'
import { contentsOf } from './lists.ts'
import { registers } from './registers.ts'
import { type SearchIndex, searchIndex } from './search-index.ts'
import { themeStyle } from './theme-style.ts'
import { titleMatter } from './title.ts'
import { fontStyle } from './web-fonts.ts'

/** What both shapes consist of beside the parts, made once. */
export interface Pieces {
  readonly titleMatter: readonly RootContent[]
  readonly contents: readonly RootContent[]
  readonly registers: readonly RootContent[]
  readonly colophon: readonly RootContent[]
  readonly style: string
  /** A style sheet that holds the fonts; empty when the pages bring none along. */
  readonly fonts: string
  readonly search: SearchIndex
}

/** Makes the pieces of a dossier. */
export function piecesOf(context: PageContext, options: HtmlOptions): Pieces {
  const { webFonts } = options
  return {
    fonts: webFonts ? fontStyle(context, options.theme, webFonts) : '',
    titleMatter: titleMatter(context),
    contents: contentsOf(context),
    registers: registers(context),
    colophon: colophon(context, options),
    style: `${themeStyle(options.theme)}\n${context.templates.style}`,
    search: searchIndex(context.document),
  }
}
