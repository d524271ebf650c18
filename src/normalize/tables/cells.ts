import type { Line } from '../../mdast/line.ts'
import { startOf } from '../../mdast/lines.ts'
import { gap, isFigure } from './region.ts'

/** A cell: `source.slice(start, end)`. */
export interface Cell {
  readonly start: number
  readonly end: number
}

/** The rows of a region, all of one length, or undefined when its lines tell no rows. */
export function rowsOf(lines: readonly Line[]): Cell[][] | undefined {
  if (lines.some(({ value }) => gap.test(value))) return byTabs(lines) ?? byColumns(lines)
  return byGroups(lines) ?? byFigures(lines)
}

function cellOf(line: Line, from = 0, to = line.value.length): Cell {
  const text = line.value.slice(from, to)
  const start = startOf(line) + from + text.length - text.trimStart().length
  return { start, end: start + text.trim().length }
}

function byTabs(lines: readonly Line[]): Cell[][] | undefined {
  const count = (lines[0]?.value ?? '').split('\t').length
  if (count < 2 || lines.some(({ value }) => value.split('\t').length !== count)) return undefined
  return lines.map((line) => {
    let from = 0
    return line.value.split('\t').map((text) => {
      const cell = cellOf(line, from, from + text.length)
      from += text.length + 1
      return cell
    })
  })
}

/** Cells under each other: where a gap ends in one line, a word must begin in the others, or nothing stand there. */
function byColumns(lines: readonly Line[]): Cell[][] | undefined {
  const starts = columnStarts(lines)
  if (starts.length < 2) return undefined
  const rows: Cell[][] = []
  for (const line of lines) {
    // The first column has everything before the second: nothing of a line may be left over.
    const row = starts.map((start, at) =>
      sliceAt(line, at === 0 ? 0 : start, starts[at + 1] ?? Number.POSITIVE_INFINITY),
    )
    if (row.some((cell) => cell === undefined)) return undefined
    rows.push(row as Cell[])
  }
  return rows
}

/** The columns, from the left edge of the page, at which cells begin in at least half of the lines. */
function columnStarts(lines: readonly Line[]): number[] {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const indent = line.data?.indent ?? 0
    const found = [
      indent,
      ...[...line.value.matchAll(/\s{2,}/g)].map(({ index, 0: white }) => indent + index + white.length),
    ]
    for (const column of found) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= lines.length / 2)
    .map(([column]) => column)
    .sort((a, b) => a - b)
}

function sliceAt(line: Line, start: number, end: number): Cell | undefined {
  const indent = line.data?.indent ?? 0
  const from = Math.max(0, start - indent)
  const to = Math.max(0, Math.min(line.value.length, end - indent))
  const cutsWord =
    from > 0 && from < line.value.length && /\S/.test(line.value.charAt(from - 1)) && /\S/.test(line.value.charAt(from))
  return cutsWord ? undefined : cellOf(line, from, to)
}

/** Columns one after the other, with a blank line between them: groups of equally many cells. */
function byGroups(lines: readonly Line[]): Cell[][] | undefined {
  const groups: Line[][] = []
  for (const line of lines) {
    if (groups.length === 0 || (line.data?.blankBefore ?? 0) > 0) groups.push([])
    groups.at(-1)?.push(line)
  }
  const height = groups[0]?.length ?? 0
  if (groups.length === 1 && (lines[0]?.data?.blankBefore ?? 0) === 0) return undefined
  if (groups.length < 2 || height < 2 || groups.some(({ length }) => length !== height)) return undefined
  return Array.from({ length: height }, (_, row) => groups.map((group) => cellOf(group[row] as Line)))
}

/** Rows one cell a line, each of which ends with a figure; the cells before the first of these rows are the head. */
function byFigures(lines: readonly Line[]): Cell[][] | undefined {
  for (let width = 2; width <= 8; width++) {
    if (lines.length % width !== 0 || lines.length < 2 * width) continue
    const body = lines.slice(width)
    if (body.every(({ value }, at) => isFigure(value) === (at % width === width - 1))) {
      return Array.from({ length: lines.length / width }, (_, row) =>
        lines.slice(row * width, (row + 1) * width).map((line) => cellOf(line)),
      )
    }
  }
  return undefined
}
