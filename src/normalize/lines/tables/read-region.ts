import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
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
export function readRegion(file: VFile, { kind, lines, captioned }: Region): Reading | undefined {
  if (kind === 'sequence' && !captioned) return readAnywhere(file, lines)
  if (kind === 'sequence' || kind === 'rows') {
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

/** The same where no caption says that the lines are a table, and how many lines in front may not belong to it. */
const mostAlone = 0.06
const mostSkipped = 12
/** From how many of them on a table is looked for. */
const mostTries = 4

/** The best reading of lines as a table that may begin behind the first of them. */
function readAnywhere(file: VFile, lines: readonly Line[]): Reading | undefined {
  let best: Reading | undefined
  let tries = 0
  for (let skip = 0; skip < Math.min(mostSkipped, lines.length - 3) && tries < mostTries; skip++) {
    if (skip > 0 && (lines[skip]?.data?.blankBefore ?? 0) === 0) continue
    tries++
    const found = readCells(file, lines.slice(skip))
    if (found && (!best || found.cost < best.cost)) best = { ...found, skip }
    if (best && best.cost < mostAlone / 6) break
  }
  if (!best || best.cost > mostAlone) return undefined
  const figures = best.rows[0]?.filter((_, column) => isOfFigures(best?.rows ?? [], column)).length ?? 0
  return figures > 1 || (figures > 0 && (best.rows[0]?.length ?? 0) > 2) ? best : undefined
}

function isOfFigures(rows: Rows, column: number): boolean {
  return rows.slice(1).every((row) => isFigure((row[column] ?? []).map(({ text }) => text).join(' ')))
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
  const blocks = readBlocks(lines, evidenceOf(file).language)
  if (blocks && blocks.cost < 0.02) return blocks
  const sequence = readSequence(file, lines)
  if (!blocks || !sequence) return blocks ?? sequence
  return blocks.cost <= sequence.cost ? blocks : sequence
}
