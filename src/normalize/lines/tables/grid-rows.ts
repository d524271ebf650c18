import type { Cell } from './cell.ts'
import type { LineCells } from './grid-cells.ts'
import { breakCost, type Writing, wrapCost, writingOf } from './seam.ts'

/** A line of a table that is set with gaps. */
export interface GridLine {
  readonly cells: LineCells
  /** Whether a blank line stands before it. */
  readonly isApart: boolean
  /** Whether a row must begin with it: a ruling or a page break stands before it, or a head that spans columns. */
  readonly opens: boolean
}

/** Most lines of one row. */
const mostInRow = 12
/** What speaks against a row without its first cell, without another, and with nothing but the first. */
const noLabel = 1.6
const noCell = 0.45
const onlyLabel = 1.2
/** What speaks against a row that begins without a blank line where blank lines part rows, and how many do so then. */
const noBlank = 0.7
const fewestBlanks = 0.3
/** What speaks against a row whose label is set in as labels that go on are. */
const setIn = 0.7
/** What speaks against a blank line within a row. */
const blankInRow = 0.25
/**
 * Finds which lines make a row, by dynamic programming. A row goes on where its cells do: behind the hyphen of a split
 * word, in small letters, or because the column had no room for the next word. Cells may stand at the top, in the
 * middle or at the foot of their row.
 */
export function gridRows(lines: readonly GridLine[], language: string): Cell[][] {
  const table = tableOf(lines, language)
  const costs: number[] = [0]
  const starts: number[] = [0]
  for (let to = 1; to <= lines.length; to++) {
    let best = Number.POSITIVE_INFINITY
    const row: OpenRow = { tops: table.widths.map(() => undefined), cost: 0 }
    for (let from = to - 1; from >= Math.max(0, to - mostInRow); from--) {
      addAbove(table, row, from)
      const cost = (costs[from] ?? 0) + row.cost + lackCost(table, row) + breaksBefore(table, from)
      if (cost < best) {
        best = cost
        starts[to] = from
      }
      if (lines[from]?.opens) break
    }
    costs[to] = best
  }
  const rows: Cell[][] = []
  for (let to = lines.length; to > 0; to = starts[to] ?? 0) rows.unshift(cellsOf(lines.slice(starts[to] ?? 0, to)))
  return rows
}

interface Table {
  readonly lines: readonly GridLine[]
  /** For each line and column: the text there. */
  readonly texts: readonly (readonly string[])[]
  /** Width of each column's widest cell, in characters. */
  readonly widths: readonly number[]
  /** Share of the lines with text that each column has some of. */
  readonly fills: readonly number[]
  /** For each line and column: the nearest line above it with text in the column. */
  readonly above: readonly (readonly (number | undefined)[])[]
  readonly writing: Writing
  /** Whether blank lines part rows. */
  readonly usesBlanks: boolean
  /** Column of characters at which the labels of rows begin. */
  readonly edge: number
}

function tableOf(lines: readonly GridLine[], language: string): Table {
  const texts = lines.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join(' ')))
  const columns = lines[0]?.cells.length ?? 0
  const each = Array.from({ length: columns }, (_, column) => texts.map((row) => row[column] ?? ''))
  const counts = each.map((column) => column.filter(Boolean).length)
  const most = Math.max(1, ...counts)
  const last: (number | undefined)[] = each.map(() => undefined)
  const above = texts.map((row, at) => {
    const before = [...last]
    row.forEach((text, column) => {
      if (text !== '') last[column] = at
    })
    return before
  })
  const labels = lines.flatMap(({ cells }) => cells[0]?.[0]?.from ?? [])
  return {
    usesBlanks: lines.filter(({ isApart }) => isApart).length >= fewestBlanks * lines.length,
    edge: Math.min(...labels),
    ...{ lines, texts, above, writing: writingOf(texts.slice(1).flat(), language) },
    widths: each.map((column) => column.reduce((widest, { length }) => Math.max(widest, length), 0)),
    fills: counts.map((count) => count / most),
  }
}

/** A row that grows upwards: its topmost text in each column, and what speaks against its line ends. */
interface OpenRow {
  readonly tops: (number | undefined)[]
  cost: number
}

function addAbove(table: Table, row: OpenRow, at: number): void {
  if (table.lines[at + 1]?.isApart && row.tops.some((top) => top !== undefined)) row.cost += blankInRow
  table.texts[at]?.forEach((text, column) => {
    if (text === '') return
    const below = row.tops[column]
    if (below !== undefined) row.cost += seamCost(table, column, at, below)
    row.tops[column] = at
  })
}

/** What speaks against two texts of a column being one cell. */
function seamCost({ texts, widths, writing }: Table, column: number, above: number, below: number): number {
  const seam = { before: texts[above]?.[column] ?? '', after: texts[below]?.[column] ?? '', writing }
  return wrapCost(seam, widths[column] ?? 0)
}

/** What speaks against a row because of the cells that it lacks. */
function lackCost({ fills }: Table, { tops }: OpenRow): number {
  const filled = tops.filter((top) => top !== undefined).length
  if (filled === 0) return 0
  let cost = tops[0] === undefined ? noLabel : 0
  for (let column = 1; column < tops.length; column++)
    if (tops[column] === undefined) cost += noCell * (fills[column] ?? 1)
  return filled === 1 && tops[0] !== undefined ? Math.min(cost, onlyLabel) : cost
}

/** What speaks against a row beginning at a line: cells that seem to go on there. */
function breaksBefore({ lines, texts, above, writing, usesBlanks, edge }: Table, at: number): number {
  const line = lines[at]
  let cost = at > 0 && usesBlanks && !line?.isApart && !line?.opens ? noBlank : 0
  const label = line?.cells[0]?.[0]
  if (at > 0 && label && !line.isApart && label.from > edge + 1 && label.from < edge + 8) cost += setIn
  texts[at]?.forEach((after, column) => {
    const before = texts[above[at]?.[column] ?? -1]?.[column] ?? ''
    if (after !== '' && before !== '') cost += breakCost({ before, after, writing })
  })
  return cost
}

function cellsOf(lines: readonly GridLine[]): Cell[] {
  const columns = lines[0]?.cells.length ?? 0
  return Array.from({ length: columns }, (_, column) => lines.flatMap(({ cells }) => cells[column] ?? []))
}
