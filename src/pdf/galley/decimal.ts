import { extentOf } from '../line/extent.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { CellItem, StyledRun, TableItem } from '../style/item.ts'
import type { NumberedColumn } from './column.ts'

/** A number's width before and after its decimal point, in points. */
interface Halves {
  readonly before: number
  readonly after: number
}

/** A cache: what was measured of each column of a table. */
const measured = new WeakMap<TableItem, Map<number, Halves>>()

/** How far a number is set in from the left edge of its column, so that decimal points stand under each other at the right. */
export function decimalInset(cell: CellItem, column: NumberedColumn, item: TableItem, typesetter: Typesetter): number {
  const widest = widestIn(column.at, item, typesetter)
  const own = halvesOf(cell, typesetter)
  return Math.max(0, column.width - widest.after - own.before)
}

function widestIn(at: number, item: TableItem, typesetter: Typesetter): Halves {
  const columns = measured.get(item) ?? new Map<number, Halves>()
  measured.set(item, columns)
  const known = columns.get(at)
  if (known) return known
  const halves = item.rows
    .slice(item.heads)
    .map((row) => halvesOf(row.cells[at] ?? { runs: [], tag: undefined }, typesetter))
  const widest = {
    before: Math.max(0, ...halves.map((half) => half.before)),
    after: Math.max(0, ...halves.map((half) => half.after)),
  }
  columns.set(at, widest)
  return widest
}

/** Width that a column of numbers needs when their decimal points stand under each other. */
export function decimalWidth(at: number, item: TableItem, typesetter: Typesetter): number {
  const { before, after } = widestIn(at, item, typesetter)
  return before + after + 0.1
}

/** The digits after the last point or comma are decimals, unless there are three of them, which is how thousands look. */
function halvesOf(cell: CellItem, typesetter: Typesetter): Halves {
  // A note call after a number is none of its digits.
  const call = cell.runs.findIndex((run) => run.mark?.call)
  const number = call < 0 ? cell.runs : cell.runs.slice(0, call)
  const text = number.map((run) => run.text).join('')
  const point = /[.,](?!\d{3}(?!\d))\d+(?=\D*$)/.exec(text)?.index ?? endOfDigits(text)
  const before = extentOf(startOf(number, point), typesetter).max
  return { before, after: Math.max(0, extentOf(cell.runs, typesetter).max - before) }
}

function endOfDigits(text: string): number {
  return (/^.*\d/.exec(text)?.[0] ?? text).length
}

/** The first characters of some runs. */
function startOf(runs: readonly StyledRun[], characters: number): StyledRun[] {
  let left = characters
  return runs.map((run) => {
    const text = run.text.slice(0, Math.max(0, left))
    left -= run.text.length
    return { ...run, text }
  })
}
