import type { Line } from '../../../captured/line.ts'
import { startOf } from '../../../captured/lines.ts'

/** A stretch of one line that belongs to a cell: `source.slice(start, end)`, without white space at its ends. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A cell: its pieces in reading order; none when it is empty. */
export type Cell = readonly Piece[]

/** The rows of a table, all of one length; the first is its head. */
export type Rows = readonly (readonly Cell[])[]

/** The piece that a part of a line's value makes; undefined when there is nothing but white space. */
export function pieceOf(line: Line, from = 0, to = line.value.length): Piece | undefined {
  const part = line.value.slice(from, to)
  const text = part.trim()
  if (text === '') return undefined
  const start = startOf(line) + from + part.length - part.trimStart().length
  return { text, start, end: start + text.length }
}

/** The text of a cell as it reads. */
export function cellText(cell: Cell): string {
  return cell.map(({ text }) => text).join(' ')
}

/** The cell that a part of a line's value makes. */
export function cellAt(line: Line, from = 0, to = line.value.length): Cell {
  const piece = pieceOf(line, from, to)
  return piece ? [piece] : []
}
