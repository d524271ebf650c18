import type { VFile } from 'vfile'
import type { Line } from '../../mdast/line.ts'
import { readBarred } from './barred.ts'
import type { Cell, Rows } from './cell.ts'
import { readBlocks } from './column-blocks.ts'
import { readGrid } from './grid.ts'
import { isFigure } from './kind.ts'
import type { Region } from './region.ts'
import { segmentsOf } from './segments.ts'
import { type Reading, readSequence } from './sequence.ts'
import { readTabbed } from './tabbed.ts'

/** What may speak against a reading of cells in a row, for each cell, at most. */
const mostCost = 0.16

/** The lines of a region as a table; undefined when they tell no rows. */
export function readRegion(file: VFile, { kind, lines }: Region): Reading | undefined {
  if (kind === 'sequence') {
    const found = readCells(file, lines)
    return found && found.cost <= mostCost ? found : undefined
  }
  const rows = kind === 'bars' ? readBarred(lines) : kind === 'tabs' ? readTabbed(lines) : undefined
  if (rows) return { rows, lines: lines.length, cost: 0 }
  if (kind === 'bars') return undefined
  const grid = readGrid(file, lines)
  const tight = readTight(file, lines, grid?.rows)
  if (tight) return tight
  return grid && grid.rows.length > 1 ? { ...grid, lines: lines.length, cost: 0 } : undefined
}

/** What may speak against a reading of rows whose cells stand so close that the gaps do not tell, for each cell. */
const mostTight = 0.16

/** Rows that gaps alone leave with empty cells, read as cells in a row instead; undefined where gaps tell enough. */
function readTight(file: VFile, lines: readonly Line[], rows: Rows | undefined): Reading | undefined {
  const most = lines.reduce((most, line) => Math.max(most, segmentsOf(line).length), 0)
  const width = rows?.[0]?.length ?? 0
  const isFull = rows?.every((row) => row.every((cell) => cell.length > 0 && !isRowOfFigures(cell)))
  if (isFull && width >= most) return undefined
  const found = readSequence(file, lines)
  const fits = found && found.cost <= mostTight && found.lines === lines.length && found.rows.length === lines.length
  return fits && (found.rows[0]?.length ?? 0) >= Math.max(width, most) ? found : undefined
}

/** Whether a cell holds several figures in a row. */
function isRowOfFigures(cell: Cell): boolean {
  const words = cell
    .map(({ text }) => text)
    .join(' ')
    .split(' ')
  return words.length > 1 && words.every((word) => isFigure(word) && word.length > 2)
}

function readCells(file: VFile, lines: readonly Line[]): Reading | undefined {
  const blocks = readBlocks(lines, file.data.language ?? 'en')
  if (blocks && blocks.cost < 0.02) return blocks
  const sequence = readSequence(file, lines)
  if (!blocks || !sequence) return blocks ?? sequence
  return blocks.cost <= sequence.cost ? blocks : sequence
}
