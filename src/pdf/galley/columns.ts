import { extentOf } from '../line/extent.ts'
import { setParagraph } from '../line/set-paragraph.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { StyledRun, TableItem } from '../style/item.ts'
import type { Column } from './column.ts'
import { decimalWidth } from './decimal.ts'

/** What the text of a column needs, in points. */
interface Need {
  /** Width of its longest word. */
  readonly least: number
  /** Width of its longest cell on one line. */
  readonly most: number
}

/**
 * Widths of a table's columns: each as wide as its text needs; when that is too much, each gets what its longest word
 * needs, and the rest is shared out by what the columns still lack.
 */
export function columnsOf(item: TableItem, measure: number, typesetter: Typesetter): Column[] {
  const room = roomFor(item, measure)
  // A long word without a place to divide (an address) must not take the room of the other columns.
  const widestWord = (room / Math.max(1, item.columns.length)) * 1.1
  const needs = item.columns.map((column, index): Need => {
    if (column.width !== undefined) return { least: column.width, most: column.width }
    const need = needOf(cellsOf(item, index), widestWord, typesetter)
    return column.align === 'decimal'
      ? { ...need, most: Math.max(need.most, decimalWidth(index, item, typesetter)) }
      : need
  })
  const widths = shareOut(needs, room, item.fill ? item.columns.map((column) => column.width === undefined) : [])
  let x = item.left
  return widths.map((width) => {
    const column = { x, width }
    x += width + item.gap
    return column
  })
}

/** Words longer than this, in points, are divided rather than that a page is turned for them. */
const longWord = 90

/** Whether a table has so many columns that their words don't stand beside each other in the measure. */
export function isTooWide(item: TableItem, measure: number, typesetter: Typesetter): boolean {
  if (item.columns.some((column) => column.width !== undefined)) return false
  const needs = item.columns.map((_, index) => needOf(cellsOf(item, index), longWord, typesetter).least)
  return sum(needs) > roomFor(item, measure)
}

function roomFor(item: TableItem, measure: number): number {
  return measure - item.left - item.gap * Math.max(0, item.columns.length - 1)
}

function cellsOf(item: TableItem, column: number): (readonly StyledRun[])[] {
  // A head over several columns takes what room they have.
  return item.rows.map(({ cells }) => (cells[column]?.span ? [] : (cells[column]?.runs ?? [])))
}

function needOf(cells: readonly (readonly StyledRun[])[], widestWord: number, typesetter: Typesetter): Need {
  let least = 0
  let most = 0
  for (const runs of cells) {
    if (runs.length === 0) continue
    const { min, max } = extentOf(runs, typesetter)
    least = Math.max(least, runs.some(isDivisible) ? extentOf(runs.map(withBreaks), typesetter).min : min)
    most = Math.max(most, hasBreak(runs) ? longestLine(runs, typesetter) : max)
  }
  // A hair more, so that a cell that is as wide as its column is not broken for a rounding error.
  return { least: Math.min(least, widestWord) + 0.1, most: most + 0.1 }
}

function isDivisible({ text }: StyledRun): boolean {
  return /[-/–—]/.test(text)
}

/** The same text with spaces where a line may end within a word. */
function withBreaks(run: StyledRun): StyledRun {
  return { ...run, text: run.text.replaceAll(/(?<=[-/–—])(?=.)/gu, ' ') }
}

function hasBreak(runs: readonly StyledRun[]): boolean {
  return runs.some((run) => run.text.includes('\n'))
}

function longestLine(runs: readonly StyledRun[], typesetter: Typesetter): number {
  const lines = setParagraph({ runs, measure: Infinity, align: 'start', hyphenate: false }, typesetter)
  return Math.max(0, ...lines.map((line) => line.width))
}

/** `open` says which columns take what is left when none needs it. */
function shareOut(needs: readonly Need[], room: number, open: readonly boolean[]): number[] {
  const most = sum(needs.map((need) => need.most))
  if (most <= room) {
    const share = sum(needs.filter((_, index) => open[index]).map((need) => need.most))
    return needs.map((need, index) => need.most + (open[index] ? ((room - most) * need.most) / share : 0))
  }
  const least = sum(needs.map((need) => need.least))
  if (least >= room) return needs.map((need) => (need.least * room) / least)
  // A wide column of running text must not starve the others: what a column lacks counts by its square root.
  const lacks = needs.map((need) => Math.sqrt(need.most - need.least))
  const widths = needs.map((need, index) => need.least + ((room - least) * (lacks[index] ?? 0)) / sum(lacks))
  return withoutWaste(widths, needs, room)
}

/** No column is wider than its text; what that frees goes to those that are too narrow. */
function withoutWaste(widths: readonly number[], needs: readonly Need[], room: number): number[] {
  const capped = widths.map((width, index) => Math.min(width, needs[index]?.most ?? width))
  const free = room - sum(capped)
  const open = capped.map((width, index) => Math.max(0, (needs[index]?.most ?? width) - width))
  const total = sum(open)
  return total === 0 ? capped : capped.map((width, index) => width + (free * (open[index] ?? 0)) / total)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
