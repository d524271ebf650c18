import type { AlignType, PhrasingContent, Table, TableRow } from 'mdast'
import { headOf, isColumnOfFigures } from '../../../link/table-head.ts'
import type { TextRole } from '../../../template/theme.ts'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { CellItem, ColumnItem, Item, TableItem, TableRowItem, TextItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { captionItem } from './caption.ts'
import type { Placement } from './placement.ts'

/** White space between two columns, in points. */
const columnGap = 14

/** A table with its number above it. */
export function table(node: Table, context: PartContext, placement: Placement): Item[] {
  const tag = tableTag(node, placement.parent, context)
  const { caption = '' } = node.data ?? {}
  const nodes = caption === '' ? [] : [{ type: 'text' as const, value: caption }]
  const group = caption === '' ? undefined : { tag, floats: context.sheet.floats && placement.depth === 0, table: true }
  const title = tableCaption(node, nodes, context, { ...placement, parent: tag })
  return [
    ...title.map((item) => (group ? { ...item, group } : item)),
    {
      ...tableItem(node, tag, context, placement),
      ...(title.length > 0 ? { before: 4, anchors: [] } : {}),
      ...(group ? { group } : {}),
    },
  ]
}

/** A table's tag, with what the dossier calls it. */
export function tableTag(node: Table, parent: Tag, context: PartContext): Tag {
  const { number } = node.data ?? {}
  return tagUnder(parent, 'Table', number === undefined ? {} : { title: context.labels.text('table', { n: number }) })
}

/** A table's number, and what the source says of it as a whole. */
export function tableCaption(
  node: Table,
  words: readonly PhrasingContent[],
  context: PartContext,
  placement: Placement,
): TextItem[] {
  const { id, number, ownLabel } = node.data ?? {}
  const name = number === undefined ? '' : context.labels.text('table', { n: number })
  const place = { ...placement, anchors: [...placement.anchors, ...(id === undefined ? [] : [id])] }
  const said = words.length === 0 ? [] : [{ nodes: words, light: false }]
  return captionItem({ name, ownLabel, words: said }, context, place, {
    before: context.sheet.grid * 2,
    after: 4,
    keep: 2,
  })
}

/** The rows of a table. */
export function tableItem(node: Table, tag: Tag, context: PartContext, placement: Placement): TableItem {
  const { id } = node.data ?? {}
  const width = node.children.reduce((count, row) => Math.max(count, row.children.length), 0)
  const head = headOf(node, width)
  const headTag = tagUnder(tag, 'THead')
  const bodyTag = tagUnder(tag, 'TBody')
  const { style, leading } = context.sheet.role('table', context.language)
  return {
    kind: 'table',
    tag,
    rows: node.children.map((row, at) => {
      const spans = at === 0 ? head.spans : Array.from({ length: width }, () => 1)
      return at < head.rows
        ? tableRow(row, { role: 'TH', parent: headTag }, spans, context)
        : tableRow(row, { role: 'TD', parent: bodyTag }, spans, context)
    }),
    heads: head.rows,
    columns: Array.from({ length: width }, (_, index) => columnOf(node, index, head.rows)),
    left: placement.left,
    size: style.size,
    leading,
    gap: columnGap,
    padding: 2.5,
    rules: 'three',
    fill: false,
    before: placement.space,
    after: context.sheet.grid * 2,
    anchors: [...placement.anchors, ...(id === undefined ? [] : [id])],
  }
}

/** `spans` says for each column how many its cell stands over; 0 for one that another cell covers. */
function tableRow(
  row: TableRow,
  { role, parent }: { readonly role: 'TH' | 'TD'; readonly parent: Tag },
  spans: readonly number[],
  context: PartContext,
): TableRowItem {
  const cells: Tag[] = []
  const tag = tagUnder(parent, 'TR', { cells })
  const textRole: TextRole = role === 'TH' ? 'tableHead' : 'table'
  const { style } = context.sheet.role(textRole, context.language)
  const items = spans.map((span, index): CellItem => {
    if (span === 0) return { runs: [], tag: undefined }
    const wide = span > 1 ? { columns: span } : {}
    const cell = tagUnder(tag, role, role === 'TH' ? { scope: 'Column', ...wide } : {})
    cells.push(cell)
    // The label of a head that spans columns may stand over any of them.
    const own = row.children.slice(index, index + span).flatMap(({ children }) => children)
    const runs = phrasing(own, { part: context, style, tag: cell, mark: undefined, depth: 0 })
    return span > 1 ? { runs, tag: cell, span } : { runs, tag: cell }
  })
  return { cells: items, tag, anchors: [] }
}

/** Numbers stand under each other by their decimal point, whatever the source's table says; words as it says. */
function columnOf(node: Table, index: number, heads: number): ColumnItem {
  if (isColumnOfFigures(node, index, heads)) return { align: 'decimal' }
  return { align: alignments[node.align?.[index] ?? 'left'] ?? 'start' }
}

const alignments: Readonly<Record<Exclude<AlignType, null>, ColumnItem['align']>> = {
  left: 'start',
  right: 'end',
  center: 'center',
}
