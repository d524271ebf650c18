import type { RootContent } from 'hast'
import { h } from 'hastscript'
import type { PageContext, PartPieces } from './context.ts'
import { addressed, markup, withinPage } from './markup.ts'
import { metadata } from './metadata.ts'
import { pageHtml } from './page.ts'
import { partArticle } from './part.ts'
import type { Pieces } from './pieces.ts'
import { singleFilePolicy } from './policy.ts'
import type { Publication } from './publication.ts'
import { scriptSafe } from './script-safe.ts'
import { searchJson } from './search-index.ts'
import { sourceView } from './source-view.ts'

/** The whole dossier as one page that needs nothing beside itself; `parts` as `wholePart` makes them. */
export function singleFile(
  context: PageContext,
  pieces: Pieces,
  parts: readonly Uint8Array[],
  publication: Publication,
): Buffer {
  const { document, templates } = context
  const index = scriptSafe(searchJson(pieces.search, document, undefined))
  return pageHtml(context, {
    title: document.title,
    policy: singleFilePolicy([pieces.fonts, pieces.style], [templates.reader, templates.search]),
    home: '#dossier:text',
    searchScripts: '',
    head: [
      h('style', pieces.fonts),
      h('style', pieces.style),
      ...metadata(context, { ...publication, addressOf: ({ id }) => withinPage(id) }),
    ],
    contents: [addressed(markup(pieces.contents), withinPage)],
    main: [closed(pieces.titleMatter), ...parts, closed([...pieces.registers, ...pieces.colophon])],
    // A block of data is not a script that the policy would have to allow: no browser runs it.
    tail: [
      h('script', { type: 'application/json', id: 'dossier:index' }, index),
      h('script', templates.search),
      h('script', templates.reader),
    ],
  })
}

/** Nodes as HTML whose links lead to where they lead within the page. */
function closed(nodes: readonly RootContent[]): string {
  return addressed(markup(nodes), withinPage).value
}

/** A part and, folded away at its end, its source, as HTML in UTF-8. */
export function wholePart(context: PageContext, pieces: PartPieces): Uint8Array {
  const source = sourceView({ ...context, part: pieces.part }, pieces.rows, 'source.html')
  return Buffer.from(closed(partArticle(context, pieces, { source })))
}
