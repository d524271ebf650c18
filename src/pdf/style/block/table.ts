import type { AlignType, Table, TableRow } from 'mdast'
import type { TextRole } from '../../../template/theme.ts'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { CellItem, ColumnItem, Item, TableRowItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { captionItem } from './caption.ts'
import type { Placement } from './placement.ts'

/** White space between two columns, in points. */
const columnGap = 14

/** A table with its number and caption above it. */
export function table(node: Table, context: PartContext, placement: Placement): Item[] {
  const { id, number, caption } = node.data ?? {}
  const tag = tagUnder(placement.parent, 'Table')
  const anchors = [...placement.anchors, ...(id === undefined ? [] : [id])]
  const name = number === undefined ? '' : context.labels.text('table', { n: number })
  const [head, ...rows] = node.children
  const width = node.children.reduce((count, row) => Math.max(count, row.children.length), 0)
  const headTag = tagUnder(tag, 'THead')
  const bodyTag = tagUnder(tag, 'TBody')
  const { style, leading } = context.sheet.role('table', context.language)
  const title = captionItem(name, caption === undefined ? [] : [{ type: 'text', value: caption }], context, {
    ...placement,
    parent: tag,
    anchors,
  })
  return [
    ...title,
    {
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
      before: title.length > 0 ? 4 : placement.space,
      after: context.sheet.grid * 2,
      anchors: title.length > 0 ? [] : anchors,
      // Without a caption of its own, the text before it may be what says what it is.
      floats: context.sheet.floats && caption !== undefined && placement.depth === 0,
    },
  ]
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
