import type { Line } from '../../../captured/line.ts'
import { beginningOf } from '../../evidence/punctuation.ts'
import { type Cell, cellAt, cellText, type Rows } from './cell.ts'
import { isFigure } from './kind.ts'
import { breakCost, room, type Writing, wrapCost, writingOf } from './seam.ts'
import type { Reading } from './sequence.ts'

/*
 * Columns one after the other, with a blank line between them: each block has the same number of cells. Where the gap
 * between two columns is not clear all the way down, PDF readers give them in bands: some rows of the one, the same rows
 * of the other, then the next rows of both. Columns before them stand in one piece.
 */

/** Most lines of one cell. */
const mostInCell = 5
/** Most columns. */
const mostColumns = 10
/** Most blocks that are looked at. */
const mostBlocks = 24
/** A small price for each column: what fits as three columns fits as six, too. */
const columnPrice = 0.01
/** Most rows. */
const mostRows = 120

/** The best reading of lines as columns one after the other; undefined when there are no blocks of equally many cells. */
export function readBlocks(lines: readonly Line[], language: string): Reading | undefined {
  if (lines.length > mostRows * 3) return undefined
  const blocks = blocksOf(lines).slice(0, mostBlocks)
  if (blocks.length < 2) return undefined
  const writing = writingOf(
    blocks.flatMap((block) => block.map(({ value }) => value)),
    language,
  )
  const columns = blocks.map((block) => columnOf(block, writing))
  let best: Reading | undefined
  for (const shape of shapesFor(columns.length)) {
    const found = readShape(columns, shape, lines)
    if (found && (!best || found.cost + columnPrice * shape.width < best.cost + columnPrice * widthOf(best)))
      best = found
  }
  return best
}

function widthOf({ rows }: Reading): number {
  return rows[0]?.length ?? 0
}

/** How blocks make columns: some in one piece, the others in bands. */
interface Shape {
  readonly width: number
  /** Number of columns, from the left, that are one block. */
  readonly whole: number
  readonly bands: number
}

function shapesFor(blocks: number): Shape[] {
  const shapes: Shape[] = []
  for (let width = 2; width <= Math.min(mostColumns, blocks); width++) {
    shapes.push({ width, whole: 0, bands: 1 })
    for (let whole = 0; whole < width - 1; whole++) {
      for (let bands = 2; whole + (width - whole) * bands <= blocks; bands++) shapes.push({ width, whole, bands })
    }
  }
  return shapes
}

function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  for (const line of lines) {
    if (blocks.length === 0 || (line.data?.blankBefore ?? 0) > 0) blocks.push([])
    blocks.at(-1)?.push(line)
  }
  return blocks
}

/** The ways to read a block as one column. */
interface Column {
  readonly lines: readonly Line[]
  /** What speaks against each number of cells; undefined where it cannot be. */
  readonly costs: readonly (number | undefined)[]
  /** For each number of cells, and of lines, where the last cell begins. */
  readonly starts: readonly (readonly (number | undefined)[])[]
}

function columnOf(lines: readonly Line[], writing: Writing): Column {
  const seams = lines.map((line, at) => ({ before: lines[at - 1]?.value ?? '', after: line.value, writing }))
  const width = lines.reduce((widest, { value }) => Math.max(widest, value.length), 0)
  const joins = seams.map((seam) => wrapCost(seam, width / room))
  const breaks = seams.map(breakCost)
  let costs: (number | undefined)[] = [0]
  const ends: (number | undefined)[] = [undefined]
  const starts: (number | undefined)[][] = [[]]
  for (let cells = 1; cells <= lines.length; cells++) {
    const next: (number | undefined)[] = []
    const from: (number | undefined)[] = []
    for (let to = cells; to <= lines.length; to++) {
      let join = 0
      for (let start = to - 1; start >= Math.max(cells - 1, to - mostInCell); start--) {
        const before = costs[start]
        const cost = before === undefined ? undefined : before + join + (start > 0 ? (breaks[start] ?? 0) : 0)
        if (cost !== undefined && cost < (next[to] ?? Number.POSITIVE_INFINITY)) {
          next[to] = cost
          from[to] = start
        }
        join += joins[start] ?? 0
      }
    }
    ends.push(next[lines.length])
    starts.push(from)
    costs = next
  }
  return { lines, costs: ends, starts }
}

function readShape(
  blocks: readonly Column[],
  { width, whole, bands }: Shape,
  lines: readonly Line[],
): Reading | undefined {
  const inBands = width - whole
  const used = blocks.slice(0, whole + inBands * bands)
  const groups = Array.from({ length: bands }, (_, band) =>
    used.slice(whole + band * inBands, whole + (band + 1) * inBands),
  )
  const found = heightsOf(used.slice(0, whole), groups)
  if (!found) return undefined
  const { heights, cost: joins } = found
  const height = heights.reduce((sum, one) => sum + one, 0)
  const columns = [
    ...used.slice(0, whole).map((block) => cellsOf(block, height)),
    ...Array.from({ length: inBands }, (_, column) =>
      groups.flatMap((group, band) => (group[column] ? cellsOf(group[column], heights[band] ?? 0) : [])),
    ),
  ]
  const taken = used.reduce((sum, block) => sum + block.lines.length, 0)
  const rest = lines.slice(taken).reduce((sum, { value }) => sum + (isFigure(value) ? 2 : 0.4), 0)
  const mixed = columns.reduce((sum, column) => sum + mixedKinds(column), 0)
  const cost = (joins + rest + mixed + 0.2 * (bands - 1)) / (height * width)
  const rows = Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? []))
  const isCounted = bands === 1 || rows.some((row) => row.some((cell) => isFigure(cellText(cell))))
  return isCounted || tellsRows(rows) ? { rows, lines: taken, cost } : undefined
}

/** The heights of the bands that the least speaks against, at least three rows together. */
function heightsOf(whole: readonly Column[], bands: readonly (readonly Column[])[]) {
  interface Heights {
    readonly cost: number
    readonly heights: readonly number[]
  }
  let sums: (Heights | undefined)[] = [{ cost: 0, heights: [] }]
  for (const band of bands) {
    const next: (Heights | undefined)[] = []
    for (let height = 1; height <= Math.min(mostRows, ...band.map(({ lines }) => lines.length)); height++) {
      const cost = costOf(band, height)
      if (!Number.isFinite(cost)) continue
      sums.forEach((before, sum) => {
        if (!before || sum + height > mostRows) return
        const known = next[sum + height]
        const total = before.cost + cost
        if (!known || total < known.cost) next[sum + height] = { cost: total, heights: [...before.heights, height] }
      })
    }
    sums = next
  }
  let best: Heights | undefined
  sums.forEach((found, height) => {
    if (!found || height < 3) return
    const cost = found.cost + costOf(whole, height)
    if (Number.isFinite(cost) && (!best || cost / height < best.cost / sumOf(best.heights))) best = { ...found, cost }
  })
  return best
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function costOf(columns: readonly Column[], height: number): number {
  return columns.reduce((sum, { costs }) => sum + (costs[height] ?? Number.POSITIVE_INFINITY), 0)
}

/**
 * Whether words alone tell the rows: the head begins with capitals and nothing else does, or what is said more than once
 * is always said in the same column.
 */
function tellsRows(rows: Rows): boolean {
  const texts = rows.map((row) => row.map(cellText))
  const [head = [], ...body] = texts
  const isHead = head.every((text) => beginningOf(text) === 'upper')
  if (isHead && body.flat().every((text) => beginningOf(text) !== 'upper')) return true
  const columns = new Map<string, Set<number>>()
  let again = 0
  for (const row of texts) {
    for (const [column, text] of row.entries()) {
      const known = columns.get(text)
      if (known) again++
      columns.set(text, (known ?? new Set()).add(column))
    }
  }
  return again > 2 && [...columns.values()].every(({ size }) => size === 1)
}

/** How many cells of a column, but its head, are of the kind that fewer of them have. */
function mixedKinds(column: readonly Cell[]): number {
  const body = column.slice(1)
  const figures = body.filter((cell) => isFigure(cellText(cell))).length
  return Math.min(figures, body.length - figures)
}

function cellsOf({ lines, starts }: Column, height: number): Cell[] {
  const cells: Cell[] = []
  for (let count = height, to = lines.length; count > 0; count--) {
    const from = starts[count]?.[to] ?? 0
    cells.unshift(lines.slice(from, to).flatMap((line) => cellAt(line)))
    to = from
  }
  return cells
}
