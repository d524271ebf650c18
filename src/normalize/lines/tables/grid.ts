import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import type { Cell, Rows } from './cell.ts'
import { cellText } from './cell.ts'
import { lineCells } from './grid-cells.ts'
import { gridColumns } from './grid-columns.ts'
import { type GridLine, gridRows } from './grid-rows.ts'
import { isFigure } from './kind.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** A line that only rules the table. */
export const ruleLine = /^[-=_+|\u2013\u2014\u2500-\u257F][-=_+|\s\u2013\u2014\u2500-\u257F]{2,}$/

/** The rows of a grid, and the heads that are given again where the table goes on on a new page. */
export interface Grid {
  readonly rows: Rows
  readonly repeated: Rows
}

/** The rows of lines whose cells stand under each other; undefined when they have no columns in common. */
export function readGrid(file: VFile, lines: readonly Line[]): Grid | undefined {
  const texts = lines.filter(({ value }) => !ruleLine.test(value))
  const segments = texts.map(segmentsOf)
  const columns = gridColumns(segments)
  if (columns.length < 2) return undefined
  const cells = segments.map((line) => lineCells(file, line, columns))
  const ruled = new Set(lines.filter((_, at) => at > 0 && ruleLine.test(lines[at - 1]?.value ?? '')))
  const spans = spanningHeads(segments, cells.length)
  const grid = texts.map((line, at): GridLine => {
    const page = texts[at - 1]?.data?.page ?? line.data?.page
    return {
      cells: cells[at] ?? [],
      // Blank lines in a column can be lines of the other one.
      isApart: (line.data?.blankBefore ?? 0) > 0 && line.data?.column === undefined,
      opens: ruled.has(line) || page !== line.data?.page || spans.has(at - 1),
    }
  })
  const rows = gridRows(grid, evidenceOf(file).language).filter((row) => row.some((cell) => cell.length > 0))
  const isOver = lines[0]?.data?.page !== lines.at(-1)?.data?.page
  const head = rowText(rows[0] ?? [])
  const repeated = isOver ? rows.slice(1).filter((row) => rowText(row) === head) : []
  return { rows: rows.filter((row) => !repeated.includes(row)), repeated }
}

function rowText(row: readonly Cell[]): string {
  return row.map(cellText).join('\t')
}

/** The lines of a head whose texts span columns: each stands over two or more texts of the line below. */
function spanningHeads(lines: readonly (readonly Segment[])[], count: number): Set<number> {
  const found = new Set<number>()
  for (let at = 0; at + 1 < Math.min(count, 4); at++) {
    const line = lines[at] ?? []
    const below = lines[at + 1] ?? []
    if (line.some(({ text }) => isFigure(text) && !/^\d{4}$/.test(text))) break
    if (below.length <= line.length + 1) continue
    const over = line.map(({ from, to }) => below.filter((one) => one.from < to && one.to > from).length)
    if (over.some((texts) => texts > 1)) found.add(at)
  }
  return found
}
