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
  const { number, title } = entry.kind === 'annex' ? annexEntry(context, entry) : entry
  const link = h('a', { href: `#${entry.id}` }, [h('span.number', number), ' ', h('span.title', title)])
  return h('li', [link, ...contentsOf(context, entry.children, depth + 1)])
}

/** "Annex 1" in the dossier's words, then the annex's title without them. */
function annexEntry({ labels }: PageContext, { number, title }: { number: string; title: string }) {
  const label = labels.text('annex', { n: number })
  const isRepeated = title.toLowerCase().startsWith(label.toLowerCase())
  return { number: label, title: isRepeated ? title.slice(label.length).replace(/^[\s.:\u2013\u2014-]+/, '') : title }
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
    h('li', [h('a', { href: `#${id}` }, [h('span.number', number), ' ', h('span.title', text)])]),
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

/** List of annexes, by label and title; an annex without a title is named by its part. */
export function annexesList(context: PageContext): ElementContent[] {
  const titles = new Map(context.document.parts.map((part) => [part.id, part.title]))
  return listOf(
    context,
    context.document.annexes.map((annex) => {
      const { number, title } = annexEntry(context, annex)
      return { id: annex.id, number, text: title || (titles.get(annex.part) ?? '') }
    }),
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
