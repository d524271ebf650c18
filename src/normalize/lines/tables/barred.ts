import type { Line } from '../../../captured/line.ts'
import { type Cell, cellAt, type Rows } from './cell.ts'
import { ruleLine } from './grid.ts'

/**
 * The rows of lines with bars between their cells. Where rulings part the rows, and not only the head, the lines between
 * two of them are one row.
 */
export function readBarred(lines: readonly Line[]): Rows | undefined {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (ruleLine.test(line.value)) groups.push([])
    else groups.at(-1)?.push(line)
  }
  const bodies = groups.filter(({ length }) => length > 0)
  const joins = bodies.length > 2 && bodies.some(({ length }) => length > 1)
  const rows = joins ? bodies.map(rowOf) : bodies.flat().map((line) => cellsOf(line))
  const width = rows[0]?.length ?? 0
  return width >= 2 && rows.every(({ length }) => length === width) ? rows : undefined
}

function rowOf(lines: readonly Line[]): Cell[] {
  const rows = lines.map(cellsOf)
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row[column] ?? []))
}

/** The cells between the bars of a line; a bar behind a backslash is a character. */
function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = []
  let from = 1
  for (let at = 1; at < line.value.length; at++) {
    if (!/[|\u2502\u2551]/.test(line.value.charAt(at)) || line.value.charAt(at - 1) === '\\') continue
    cells.push(cellAt(line, from, at))
    from = at + 1
  }
  return cells
}
