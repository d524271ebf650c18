import type { Element, ElementContent } from 'hast'
import type { OutlineEntry } from '../link/resolved.ts'
import { annexEntry, contentsDepth, type Listed } from '../template/title-matter.ts'
import type { PageContext } from './context.ts'
import { element } from './element.ts'
import { openAddress } from './markup.ts'

/** The contents as nested lists. */
export function contentsOf(context: PageContext, entries = context.document.outline, depth = 1): ElementContent[] {
  if (entries.length === 0 || depth > contentsDepth) return []
  return [plainList(entries.map((entry) => contentsItem(context, entry, depth)))]
}

/** A line of the contents, and what is below it. */
export function contentsItem(context: PageContext, entry: OutlineEntry, depth = 1): Element {
  const { label, title } =
    entry.kind === 'annex' ? annexEntry(entry, context.labels) : { label: entry.number, title: entry.title }
  const link = linkTo({ id: entry.id, label, title })
  return element('li', {}, [link, ...contentsOf(context, entry.children, depth + 1)])
}

/** A list of figures, tables, annexes or sources; nothing when there are none. */
export function listOf(entries: readonly Listed[]): ElementContent[] {
  if (entries.length === 0) return []
  return [plainList(entries.map((entry) => element('li', {}, [linkTo(entry)])))]
}

/** A list without bullets or numbers of its own. */
export function plainList(items: readonly ElementContent[]): Element {
  return element('ol', { className: ['plain'] }, items)
}

function linkTo({ id, label, title }: Listed): Element {
  return element('a', { href: openAddress(id) }, [
    element('span', { className: ['number'] }, [label]),
    ' ',
    element('span', { className: ['title'] }, [title]),
  ])
}
