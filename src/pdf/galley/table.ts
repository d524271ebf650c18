import type { Line } from '../line/line.ts'
import { setParagraph } from '../line/set-paragraph.ts'
import type { CellItem, TableItem, TableRowItem } from '../style/item.ts'
import type { Mark } from '../style/mark.ts'
import { baselineOf } from '../style/sheet.ts'
import type { Column, NumberedColumn } from './column.ts'
import { columnsOf, isTooWide } from './columns.ts'
import { decimalInset } from './decimal.ts'
import type { GalleySettings } from './settings.ts'
import { changed, type Fragment, lineAt, type Strip, stripOf } from './strip.ts'
import { anchorsIn } from './text.ts'

/** White space between the text of a box and its two rules, beside that of every row, in points. */
const boxPadding = 2.5

/** Rules of a table, in points. */
const hairline = 0.4
const strongRule = 0.8

const penalties = {
  /** After the head, and after the first row. */
  afterHead: Infinity,
  /** Before the last row: it would be alone overleaf. */
  lastRow: 300,
  /** Between two rows. */
  row: 60,
  /** The same in a table that is too short to be divided well. */
  shortRow: 300,
  /** Within a row of several lines. */
  withinRow: 900,
}

/** Most rows of a table that rather stands on one page. */
const shortTable = 12

/**
 * Sets a table: one strip for each line of text across a row, so that a tall row can be divided. The head comes again
 * on each page.
 */
export function setTable(item: TableItem, settings: GalleySettings): Strip[] {
  const { measure, wideMeasure, typesetter } = settings
  if (wideMeasure <= measure || !isTooWide(item, measure, typesetter)) return setRows(item, settings)
  const wide = setRows(item, { ...settings, measure: wideMeasure })
  return wide.map((strip) => changed(strip, { landscape: true }))
}

function setRows(item: TableItem, settings: GalleySettings): Strip[] {
  const columns = columnsOf(item, settings.measure, settings.typesetter)
  const last = columns.at(-1)
  const width = last ? last.x + last.width - item.left : 0
  const rule = (weight: number): Fragment => ({
    kind: 'rule',
    x: item.left,
    y: 0,
    width,
    weight,
    color: item.rules === 'three' ? 'ink' : 'rule',
  })
  const rows = item.rows.map((row, index) => setRow(row, index, { item, columns, settings }))
  const head = rows.slice(0, item.heads).flat()
  const strips = rows.flat()
  return ruled(strips, head, item, rule)
}

/** Adds the rules, the repeated head and the rule at the foot of each page. */
function ruled(
  strips: readonly Strip[],
  head: readonly Strip[],
  item: TableItem,
  rule: (weight: number) => Fragment,
): Strip[] {
  const top = rule(item.rules === 'three' ? strongRule : hairline)
  const below = (strip: Strip, fragment: Fragment): Strip =>
    changed(strip, { fragments: [...strip.fragments, { ...fragment, y: strip.height }] })
  const withHead = (strip: Strip, index: number): Strip => {
    let made = strip
    if (index === 0)
      made = changed(made, { fragments: [top, ...made.fragments], anchors: [...item.anchors, ...made.anchors] })
    if (head.length > 0 && index === head.length - 1 && item.rules === 'three') made = below(made, rule(hairline))
    return made
  }
  const repeat = head.map(withHead).map(asArtifact)
  return strips.map((strip, index) => {
    const made = index === strips.length - 1 ? below(withHead(strip, index), top) : withHead(strip, index)
    if (index < head.length || index === 0) return made
    return changed(made, { repeat, close: [top] })
  })
}

/** The same strip where it only comes again: no part of the document's text. */
function asArtifact(strip: Strip): Strip {
  const fragments = strip.fragments.map((fragment): Fragment => {
    if (fragment.kind !== 'line') return fragment
    const pieces = fragment.line.pieces.map((piece) => ({ ...piece, mark: undefined }))
    return lineAt({ x: fragment.x, y: fragment.y }, { ...fragment.line, pieces }, undefined, fragment.goesOn)
  })
  return changed(strip, { fragments, notes: [], anchors: [] })
}

/** What the rows of a table are set with. */
interface TableSetting {
  readonly item: TableItem
  readonly columns: readonly Column[]
  readonly settings: GalleySettings
}

interface SetCell {
  readonly cell: CellItem
  readonly column: Column
  /** Distance of the lines from the column's left edge. */
  readonly inset: number
  readonly lines: readonly Line<Mark, string>[]
}

function setRow(row: TableRowItem, index: number, table: TableSetting): Strip[] {
  const { item, columns, settings } = table
  const isHead = index < item.heads
  const cells = columns.map((column, at): SetCell => {
    const cell = row.cells[at] ?? { runs: [], tag: undefined }
    return cell.span === undefined
      ? setCell(cell, { ...column, at }, isHead, table)
      : setSpanning(cell, { x: column.x, width: widthOver(columns, at, cell.span) }, settings)
  })
  const height = cells.reduce((most, cell) => Math.max(most, cell.lines.length), 1)
  const baseline = baselineOf(item.size, item.leading)
  return Array.from({ length: height }, (_, line): Strip => {
    const first = line === 0
    const box = item.rules === 'ends' ? boxPadding : 0
    const above = (first ? item.padding : 0) + (first && index === 0 ? box : 0)
    const isEnd = line === height - 1
    const below = (isEnd ? item.padding : 0) + (isEnd && index === item.rows.length - 1 ? box : 0)
    // Heads stand on the rule below them; other cells hang from the line above.
    const shown = cells.map((cell) => ({ cell, at: isHead ? line - (height - cell.lines.length) : line }))
    const set = shown.flatMap(({ cell, at }) => {
      const text = cell.lines[at]
      return text ? [{ cell, text, goesOn: at < cell.lines.length - 1 }] : []
    })
    const ruled = isEnd ? cells.filter(({ cell }) => cell.span !== undefined) : []
    return stripOf({
      height: above + item.leading + below,
      penalty: penaltyBefore(index, first, item),
      snap: false,
      fragments: [
        ...set.map(({ cell, text, goesOn }): Fragment => {
          const x = cell.column.x + cell.inset
          return lineAt({ x, y: above + baseline }, text, cell.cell.tag, goesOn)
        }),
        ...ruled.map(({ column: { x, width } }): Fragment => {
          return { kind: 'rule', x, y: above + item.leading + below, width, weight: hairline, color: 'ink' }
        }),
      ],
      notes: set.flatMap(({ text }) => text.notes),
      anchors: [...(first ? row.anchors : []), ...set.flatMap(({ text }) => anchorsIn(text))],
    })
  })
}

/** Width of several columns with the white space between them. */
function widthOver(columns: readonly Column[], at: number, span: number): number {
  const last = columns[Math.min(at + span, columns.length) - 1]
  return last ? last.x + last.width - (columns[at]?.x ?? 0) : 0
}

/** A head over several columns, centred over them. */
function setSpanning(cell: CellItem, column: Column, { typesetter, missing }: GalleySettings): SetCell {
  const paragraph = { runs: cell.runs, measure: column.width, align: 'center', hyphenate: false } as const
  return { cell, column, inset: 0, lines: setParagraph(paragraph, typesetter, missing) }
}

function penaltyBefore(row: number, first: boolean, item: TableItem): number {
  if (row === 0) return first ? 0 : Infinity
  if (row <= item.heads) return first ? penalties.afterHead : penalties.withinRow
  if (!first) return penalties.withinRow
  const between = item.rows.length - item.heads > shortTable ? penalties.row : penalties.shortRow
  return row === item.rows.length - 1 ? Math.max(penalties.lastRow, between) : between
}

function setCell(cell: CellItem, column: NumberedColumn, isHead: boolean, { item, settings }: TableSetting): SetCell {
  const { typesetter } = settings
  const { align = 'start', hyphenate = true } = item.columns[column.at] ?? {}
  const decimal = align === 'decimal'
  const runsAlign = decimal ? (isHead ? 'end' : 'start') : align
  const lines = setParagraph(
    { runs: cell.runs, measure: column.width, align: runsAlign, hyphenate: hyphenate && !decimal },
    typesetter,
    settings.missing,
  )
  const inset = decimal && !isHead ? decimalInset(cell, column, item, typesetter) : 0
  return { cell, column, inset, lines }
}
