import type { TableWrap } from '../../../mdast/table-wrap.ts'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { tableNote } from './caption.ts'
import type { Placement } from './placement.ts'
import { tableCaption, tableItem, tableTag } from './table.ts'

/** A table with its caption and the remarks under it, which stay together and may move together. */
export function tableWrap(node: TableWrap, context: PartContext, placement: Placement): Item[] {
  const [first] = node.children
  const own = node.children.find((child) => child.type === 'table')
  if (!own) return []
  const tag = tagUnder(placement.parent, 'Div')
  const table = tableTag(own, tag, context)
  const caption = first?.type === 'paragraph' ? first.children : []
  const group = { tag, floats: context.sheet.floats && placement.depth === 0 && caption.length > 0, table: true }
  const title = tableCaption(own, caption, context, { ...placement, parent: table }).map((item) => ({ ...item, group }))
  const notes = node.children.slice(caption.length > 0 ? 2 : 1).flatMap((child) => {
    return child.type === 'paragraph' ? [{ ...tableNote(child.children, tag, context, placement), group }] : []
  })
  const after = context.sheet.grid * 2
  const rows = {
    ...tableItem(own, table, context, placement),
    group,
    ...(title.length > 0 ? { before: 4, anchors: [] } : {}),
    ...(notes.length > 0 ? { after: 0, keep: 2 } : { after }),
  }
  return [...title, rows, ...notes.map((note, at) => (at === notes.length - 1 ? { ...note, after } : note))]
}
