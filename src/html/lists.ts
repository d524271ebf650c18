import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { OutlineEntry } from '../link/resolved.ts'
import { annexEntry, contentsDepth, type Listed } from '../template/title-matter.ts'
import type { PageContext } from './context.ts'

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
  const { label, title } =
    entry.kind === 'annex' ? annexEntry(entry, context.labels) : { label: entry.number, title: entry.title }
  return h('li', [linkTo({ id: entry.id, label, title }), ...contentsOf(context, entry.children, depth + 1)])
}

/** A list of figures, tables, annexes or sources; nothing when there are none. */
export function listOf(entries: readonly Listed[]): ElementContent[] {
  if (entries.length === 0) return []
  return [
    h(
      'ol.plain',
      entries.map((entry) => h('li', [linkTo(entry)])),
    ),
  ]
}

function linkTo({ id, label, title }: Listed): Element {
  return h('a', { href: `#${id}` }, [h('span.number', label), ' ', h('span.title', title)])
}
