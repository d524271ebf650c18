import type { AlignType, PhrasingContent, Table, TableRow } from 'mdast'
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
  const title = tableCaption(node, nodes, context, { ...placement, parent: tag }, { ...(group ? { group } : {}) })
  return [
    ...title,
    tableItem(node, tag, context, placement, {
      ...(title.length > 0 ? { before: 4, anchors: [] } : {}),
      ...(group ? { group } : {}),
    }),
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
  change: Partial<TextItem>,
): TextItem[] {
  const { id, number, ownLabel } = node.data ?? {}
  const name = number === undefined ? '' : context.labels.text('table', { n: number })
  const place = { ...placement, anchors: [...placement.anchors, ...(id === undefined ? [] : [id])] }
  const said = words.length === 0 ? [] : [{ nodes: words, light: false }]
  return captionItem({ name, ownLabel, words: said }, context, place, {
    before: context.sheet.grid * 2,
    after: 4,
    keep: 2,
    ...change,
  })
}

/** The rows of a table. */
export function tableItem(
  node: Table,
  tag: Tag,
  context: PartContext,
  placement: Placement,
  change: Partial<TableItem>,
): TableItem {
  const { id } = node.data ?? {}
  const [head, ...rows] = node.children
  const width = node.children.reduce((count, row) => Math.max(count, row.children.length), 0)
  const headTag = tagUnder(tag, 'THead')
  const bodyTag = tagUnder(tag, 'TBody')
  const { style, leading } = context.sheet.role('table', context.language)
  return {
    kind: 'table',
    tag,
    rows: [
      ...(head ? [tableRow(head, 'TH', headTag, width, context)] : []),
      ...rows.map((row) => tableRow(row, 'TD', bodyTag, width, context)),
    ],
    heads: head ? 1 : 0,
    columns: Array.from({ length: width }, (_, index) => columnOf(node, index)),
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
    ...change,
  }
}

function tableRow(row: TableRow, role: 'TH' | 'TD', parent: Tag, width: number, context: PartContext): TableRowItem {
  const cells: Tag[] = []
  const tag = tagUnder(parent, 'TR', { cells })
  const textRole: TextRole = role === 'TH' ? 'tableHead' : 'table'
  const { style } = context.sheet.role(textRole, context.language)
  const items = Array.from({ length: width }, (_, index): CellItem => {
    const cell = tagUnder(tag, role, role === 'TH' ? { scope: 'Column' } : {})
    cells.push(cell)
    const children = row.children[index]?.children ?? []
    return { runs: phrasing(children, { part: context, style, tag: cell, mark: undefined, depth: 0 }), tag: cell }
  })
  return { cells: items, tag, anchors: [] }
}

/** Numbers stand under each other by their decimal point, whatever the source's table says; words as it says. */
function columnOf(node: Table, index: number): ColumnItem {
  const cells = node.children.slice(1).map((row) => plainText(row.children[index]?.children ?? []))
  const filled = cells.filter((cell) => cell !== '' && cell !== '–' && cell !== '-')
  if (filled.length > 0 && filled.every(isFigure)) return { align: 'decimal' }
  return { align: alignments[node.align?.[index] ?? 'left'] ?? 'start' }
}

const alignments: Readonly<Record<Exclude<AlignType, null>, ColumnItem['align']>> = {
  left: 'start',
  right: 'end',
  center: 'center',
}

/** A number, perhaps with a sign, a currency or a unit. */
function isFigure(cell: string): boolean {
  return /^[-+−±~≈<>]?\s?[$€£₽₼₺]?\s?\d[\d\s.,'’\u00a0\u202f]*(?:\s?(?:%|‰|°C?|km²?|m²?|ha|kg|t|[$€£₽₼₺]))?$/u.test(
    cell,
  )
}

function plainText(
  nodes: readonly { readonly type: string; readonly value?: string; readonly children?: readonly unknown[] }[],
): string {
  return nodes
    .map((node): string => {
      if (node.type === 'footnoteReference') return ''
      return node.value ?? plainText((node.children ?? []) as Parameters<typeof plainText>[0])
    })
    .join('')
    .trim()
}
