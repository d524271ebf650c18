import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { OutlineEntry } from '../link/resolved.ts'
import type { PageContext } from './context.ts'

/** How deep the contents go: parts, sections, subsections. */
const contentsDepth = 3

/** The contents as nested lists. */
export function contentsOf(context: PageContext, entries = context.document.outline, depth = 1): ElementContent[] {
  if (entries.length === 0 || depth > contentsDepth) return []
  return [
    h(
      'ol.plain',
      entries.map((entry) => contentsItem(context, entry, depth)),
    ),
  ]
}

function contentsItem(context: PageContext, entry: OutlineEntry, depth: number): Element {
  const number = entry.kind === 'annex' ? [] : [h('span.number', entry.number), ' ']
  const link = h('a', { href: context.hrefOf(entry.id) }, [...number, h('span.title', entry.title)])
  return h('li', [link, ...contentsOf(context, entry.children, depth + 1)])
}

interface Listed {
  readonly id: string
  readonly number: string
  readonly text: string
}

/** A list of figures, tables or annexes; nothing when there are none. */
function listOf(context: PageContext, entries: readonly Listed[]): ElementContent[] {
  if (entries.length === 0) return []
  const items = entries.map(({ id, number, text }) =>
    h('li', [h('a', { href: context.hrefOf(id) }, [h('span.number', number), ' ', h('span.title', text)])]),
  )
  return [h('ol.plain', items)]
}

/** List of figures, by number and caption. */
export function figuresList(context: PageContext): ElementContent[] {
  const { document, labels } = context
  return listOf(
    context,
    document.figures.map(({ id, number, caption }) => ({
      id,
      number: labels.text('figure', { n: number }),
      text: caption,
    })),
  )
}

/** List of tables, by number and caption; a table without a caption is named by its part. */
export function tablesList(context: PageContext): ElementContent[] {
  const { document, labels } = context
  const titles = new Map(document.parts.map((part) => [part.id, part.title]))
  return listOf(
    context,
    document.tables.map(({ id, number, caption, part }) => ({
      id,
      number: labels.text('table', { n: number }),
      text: caption || (titles.get(part) ?? ''),
    })),
  )
}

/** List of annexes, by the title that the source gives them, and their part. */
export function annexesList(context: PageContext): ElementContent[] {
  const numbers = new Map(context.document.parts.map((part) => [part.id, String(part.number)]))
  return listOf(
    context,
    context.document.annexes.map(({ id, title, part }) => ({ id, number: numbers.get(part) ?? '', text: title })),
  )
}

/** List of sources: number, publisher, date, file. */
export function sourcesList(context: PageContext): ElementContent[] {
  const { document, labels } = context
  return listOf(
    context,
    document.parts.map(({ id, number, source, metadata }) => {
      const date = metadata.date === undefined ? undefined : labels.date(metadata.date)
      const known = [metadata.author, metadata.publisher, date].filter((text) => text !== undefined && text !== '')
      return { id, number: String(number), text: known.length > 0 ? known.join(', ') : source.path }
    }),
  )
}
