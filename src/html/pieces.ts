import type { RootContent } from 'hast'
import type { Theme } from '../template/theme.ts'
import { colophon, type Tool } from './colophon.ts'
import type { PageContext } from './context.ts'
import { contentsOf } from './lists.ts'
import { registers } from './registers.ts'
import { type SearchIndex, searchIndex } from './search-index.ts'
import { themeStyle } from './theme-style.ts'
import { titleMatter } from './title.ts'
import { fontStyle, type WebFontLibrary } from './web-fonts.ts'

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

/** What pages look like. */
export interface Look {
  readonly theme: Theme
  /** Fonts that the pages bring along. */
  readonly webFonts?: WebFontLibrary | undefined
}

/** Makes the pieces of a dossier. */
export function piecesOf(context: PageContext, { theme, webFonts }: Look, tool: Tool): Pieces {
  return {
    fonts: webFonts ? fontStyle(context, theme, webFonts) : '',
    titleMatter: titleMatter(context),
    contents: contentsOf(context),
    registers: registers(context),
    colophon: colophon(context, tool),
    style: `${themeStyle(theme)}\n${context.templates.style}`,
    search: searchIndex(context.document),
  }
}
