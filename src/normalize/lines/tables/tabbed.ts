import type { Line } from '../../../captured/line.ts'
import { type Cell, cellAt, type Rows } from './cell.ts'

/** The rows of lines with tabs between their cells; a line with fewer has its last cells empty. */
export function readTabbed(lines: readonly Line[]): Rows | undefined {
  const rows = lines.map((line) => {
    const row: Cell[] = []
    let from = 0
    for (const text of line.value.split('\t')) {
      row.push(cellAt(line, from, from + text.length))
      from += text.length + 1
    }
    return row
  })
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  const full = rows.filter(({ length }) => length === width).length
  return width >= 2 && full >= 0.5 * rows.length ? rows.map((row) => padded(row, width)) : undefined
}

function padded(row: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? [])
}
