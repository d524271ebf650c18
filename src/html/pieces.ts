import type { RootContent } from 'hast'
import { colophon } from './colophon.ts'
import type { PageContext, PartPieces } from './context.ts'
import type { HtmlOptions } from './html.ts'
import { contentsOf } from './lists.ts'
import { partPieces } from './part.ts'
import { registers } from './registers.ts'
import { type SearchIndex, searchIndex } from './search-index.ts'
import { themeStyle } from './theme-style.ts'
import { titleMatter } from './title.ts'

/** Everything that both shapes consist of, made once. */
export interface Pieces {
  readonly titleMatter: readonly RootContent[]
  readonly contents: readonly RootContent[]
  readonly parts: readonly PartPieces[]
  readonly registers: readonly RootContent[]
  readonly colophon: readonly RootContent[]
  readonly style: string
  readonly search: SearchIndex
}

/** Makes the pieces of a dossier. */
export function piecesOf(context: PageContext, options: HtmlOptions): Pieces {
  return {
    titleMatter: titleMatter(context),
    contents: contentsOf(context),
    parts: context.document.parts.map((part) => partPieces(context, part)),
    registers: registers(context),
    colophon: colophon(context, options),
    style: `${themeStyle(options.theme)}\n${context.templates.style}`,
    search: searchIndex(context.document),
  }
}
