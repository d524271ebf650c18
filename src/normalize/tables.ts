import type { AlignType, Code, Root, RootContent, Table, TableCell } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { kept, positionAt } from '../mdast/captured.ts'
import type { Line } from '../mdast/line.ts'
import { endOf, startOf } from '../mdast/lines.ts'
import { wrappingOf } from './evidence/wrapping.ts'
import { type Cell, rowsOf } from './tables/cells.ts'
import { isFigure, regionsOf } from './tables/region.ts'

/**
 * Makes tables of cells that stand under each other with gaps or tabs between them, and of cells on lines of their own
 * under a caption, column by column or row by row, as PDF readers give them. Where no rows can be told, the lines stay
 * as they are, in a block that keeps line ends, and the place is reported. Captions stay in front of their table.
 */
export function tables() {
  return (tree: Root, file: VFile): void => {
    const regions = regionsOf(tree.children, wrappingOf(tree, file))
    if (regions.length === 0) return
    const result: RootContent[] = []
    let at = 0
    for (const { from, lines } of regions) {
      for (; at < from; at++) result.push(tree.children[at] as RootContent)
      const rows = rowsOf(lines)
      if (rows) result.push(tableOf(file, rows))
      else for (const [start, end] of stretchesOf(file, lines)) result.push(asItIs(file, start, end))
      at = from + lines.length
    }
    for (; at < tree.children.length; at++) result.push(tree.children[at] as RootContent)
    tree.children = result
  }
}

function tableOf(file: VFile, rows: readonly Cell[][]): Table {
  const text = String(file.value)
  const align = (rows[0] ?? []).map((_, column): AlignType => {
    const values = rows
      .slice(1)
      .map((row) => row[column])
      .filter((cell) => cell !== undefined && cell.end > cell.start)
    return values.length > 0 && values.every((cell) => isFigure(text.slice(cell?.start, cell?.end))) ? 'right' : null
  })
  return {
    type: 'table',
    align,
    children: rows.map((row) => ({ type: 'tableRow', children: row.map((cell) => cellOf(file, cell)) })),
    position: spanOf(file, rows.flat()),
  }
}

/** From the first cell to the last. */
function spanOf(file: VFile, cells: readonly Cell[]): Position {
  const start = cells.reduce((least, cell) => Math.min(least, cell.start), Number.POSITIVE_INFINITY)
  const end = cells.reduce((most, cell) => Math.max(most, cell.end), 0)
  return positionAt(file, Math.min(start, end), end)
}

function cellOf(file: VFile, { start, end }: Cell): TableCell {
  return {
    type: 'tableCell',
    children: end > start ? [kept(file, start, end)] : [],
    position: positionAt(file, start, end),
  }
}

/** The stretches of the source that the lines make, cut where a line has been taken out between two of them. */
function stretchesOf(file: VFile, lines: readonly Line[]): [number, number][] {
  const text = String(file.value)
  const stretches: [number, number][] = []
  for (const line of lines) {
    const last = stretches.at(-1)
    const goesOn = last && startOf(line) >= last[1] && text.slice(last[1], startOf(line)).trim() === ''
    if (last && goesOn) last[1] = endOf(line)
    else stretches.push([startOf(line), endOf(line)])
  }
  return stretches
}

function asItIs(file: VFile, start: number, end: number): Code {
  const position = positionAt(file, start, end)
  report(file, 'normalize:tables-are-tables', 'Cells without rows: the lines of the table stay as they are', {
    place: position,
    note: 'Correct the table by hand, or capture it again with its layout.',
  })
  return { type: 'code', value: String(file.value).slice(start, end), position }
}
