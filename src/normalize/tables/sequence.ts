import type { VFile } from 'vfile'
import type { Line } from '../../mdast/line.ts'
import { type Cell, cellAt, type Rows } from './cell.ts'
import { isFigure } from './kind.ts'
import { breakCost, joinCost, type Seam, writingOf } from './seam.ts'
import { kindCost, splitLine, type Wanted, type WordLine, wordLineOf } from './split-line.ts'

/*
 * Cells in a row, as PDF readers give them: line after line, a cell on each or several in one, long cells on several
 * lines. What is known is that columns repeat. Each number of columns, with each pattern of columns that hold figures,
 * is a way to read the lines; the way that the least speaks against is found by dynamic programming over the lines.
 */

/** A reading of the lines as a table, and what speaks against it. */
export interface Reading {
  readonly rows: Rows
  /** Heads that are given again on a new page, as rows. */
  readonly repeated?: Rows
  /** Number of lines in front of the table that do not belong to it; 0 when it is left out. */
  readonly skip?: number
  /** Number of lines that the table takes, from the first that belongs to it. */
  readonly lines: number
  /** What speaks against it, for each cell. */
  readonly cost: number
}

/** Most lines of one cell. */
const mostInCell = 4
/** Most columns. */
const mostColumns = 12
/** Share of figures among the lines below which they give no evidence. */
const fewestFigures = 2

/** The best reading of lines as cells row by row; undefined when they hold no figures to count by. */
export function readSequence(file: VFile, lines: readonly Line[]): Reading | undefined {
  const words = lines.map((line) => wordLineOf(file, line))
  const figures = lines.filter(({ value }) => /\d/.test(value)).length
  if (figures < fewestFigures || words.some((line) => line === undefined)) return undefined
  const sequence = sequenceOf(file, words as WordLine[])
  let best: { readonly found: Reading; readonly score: number } | undefined
  for (const pattern of patternsFor(lines)) {
    const found = readAs(sequence, pattern)
    const score = found ? scoreOf(found, pattern) : 0
    if (found && (!best || score < best.score)) best = { found, score }
  }
  return best?.found
}

/** A small price for each column, because what fits as three fits as six, too, and for words behind figures. */
function scoreOf({ cost }: Reading, pattern: readonly Wanted[]): number {
  const behind = pattern.some((wanted, at) => wanted === 'text' && pattern[at - 1] === 'figure')
  return cost + 0.01 * pattern.length + (behind ? 0.03 : 0)
}

interface Sequence {
  readonly words: readonly WordLine[]
  /** What speaks against the line going on in the same cell as the one before, and against a cell ending there. */
  readonly joins: readonly number[]
  readonly breaks: readonly number[]
}

function sequenceOf(file: VFile, words: readonly WordLine[]): Sequence {
  const isApart = words.map(({ line }) => (line.data?.blankBefore ?? 0) > 0)
  const usesBlanks = isApart.filter(Boolean).length > 0.25 * words.length
  const starts = words.filter((_, at) => !usesBlanks || isApart[at]).map(({ line }) => line.value)
  const writing = writingOf(starts, file.data.language ?? 'en')
  const seams = words.map(({ line }, at) => ({
    before: words[at - 1]?.line.value ?? '',
    after: line.value,
    writing,
  }))
  return {
    words,
    joins: seams.map((seam, at) => lineJoin(seam) + (isApart[at] ? 0.8 : usesBlanks ? -0.1 : 0)),
    breaks: seams.map((seam, at) => breakCost(seam) + (usesBlanks && !isApart[at] ? 0.2 : 0)),
  }
}

/** What speaks against a line going on in the cell of the one before: a figure on a line of its own is a cell. */
function lineJoin(seam: Seam): number {
  return joinCost(seam) + (isFigure(seam.after) && !/^\d{4}$/.test(seam.after) ? 1 : 0)
}

/** The patterns of columns worth a try: at least one has figures, and wide tables have words in front only. */
function patternsFor(lines: readonly Line[]): Wanted[][] {
  const patterns: Wanted[][] = []
  const total = lines.reduce((sum, { value }) => sum + value.split(/\s+/).length, 0)
  for (let columns = 2; columns <= mostColumns && columns * 3 <= total; columns++) {
    if (columns <= 4) {
      for (let bits = 1; bits < 1 << columns; bits++) {
        patterns.push(Array.from({ length: columns }, (_, at) => ((bits >> at) & 1 ? 'figure' : 'text')))
      }
    } else {
      for (let texts = 0; texts < 3; texts++) {
        patterns.push(Array.from({ length: columns }, (_, at) => (at < texts ? 'text' : 'figure')))
      }
    }
  }
  return patterns
}

/** How a state of the search was reached: the cells since the state before, which stood at another line. */
interface Step {
  readonly cost: number
  readonly from: number
  readonly before: number
  readonly cells: readonly Cell[]
  readonly rows: number
}

/** Reads the lines in one pattern. A state is a line, a column, and whether the head is still being read. */
function readAs({ words, joins, breaks }: Sequence, pattern: readonly Wanted[]): Reading | undefined {
  const width = pattern.length
  const head: readonly Wanted[] = pattern.map(() => 'any')
  const states: (Step | undefined)[][] = Array.from({ length: words.length + 1 }, () => [])
  const first = states[0]
  if (first) first[0] = { cost: 0, from: -1, before: -1, cells: [], rows: 0 }
  for (let at = 0; at < words.length; at++) {
    const row = states[at] ?? []
    for (let state = 0; state < 2 * width; state++) {
      const step = row[state]
      if (!step || step.cost > 0.5 * (at + 8)) continue
      const inHead = state < width
      const column = state % width
      const kinds = inHead ? head : pattern
      const reach = (to: number, taken: readonly Cell[], cost: number) => {
        const end = column + taken.length
        const next = end === width ? width : (inHead ? 0 : width) + end
        const total = step.cost + cost + (to < words.length ? (breaks[to] ?? 0) : 0)
        const target = states[to]
        const known = target?.[next]
        if (!target || (known && known.cost <= total)) return
        const rows = step.rows + (end === width ? 1 : 0)
        target[next] = { cost: total, from: at, before: state, cells: taken, rows }
      }
      const wanted = kinds[column] ?? 'any'
      wholeCells(words, joins, at, wanted, reach)
      swapped(words, at, kinds.slice(column, column + 2), reach)
      for (let count = 2; count <= width - column; count++) {
        const line = words[at]
        const split = line && splitLine(line, kinds.slice(column, column + count))
        if (split) reach(at + 1, split.cells, split.cost)
      }
    }
  }
  return bestEnd(states, words, width)
}

type Reach = (to: number, cells: readonly Cell[], cost: number) => void

/** One cell of one or more lines. */
function wholeCells(words: readonly WordLine[], joins: readonly number[], at: number, wanted: Wanted, reach: Reach) {
  let text = ''
  let join = 0
  const cell: Cell[number][] = []
  for (let to = at + 1; to <= Math.min(words.length, at + mostInCell); to++) {
    const line = words[to - 1]?.line
    if (!line) return
    if (to > at + 1) join += joins[to - 1] ?? 0
    join += words[to - 1]?.inner.at(-1) ?? 0
    if (join > 1.5) return
    text = text === '' ? line.value : `${text} ${line.value}`
    cell.push(...cellAt(line))
    reach(to, [[...cell]], join + kindCost(text, wanted))
  }
}

/** What speaks against a figure that a reader gives before the words on its left. */
const swapCost = 0.7

/** Two cells that changed places: their kinds tell. */
function swapped(words: readonly WordLine[], at: number, [left, right]: readonly Wanted[], reach: Reach) {
  const first = words[at]?.line
  const second = words[at + 1]?.line
  if (left !== 'text' || right !== 'figure' || !first || !second) return
  if (!isFigure(first.value) || isFigure(second.value)) return
  reach(at + 2, [cellAt(second), cellAt(first)], swapCost)
}

/** What speaks against lines behind the table that are left over. */
function restCost(words: readonly WordLine[], from: number): number {
  let cost = 0
  for (let at = from; at < words.length; at++) cost += isFigure(words[at]?.line.value ?? '') ? 2 : 0.5
  return cost
}

/** The end that the least speaks against: after a full row, at least the third. */
function bestEnd(states: readonly (Step | undefined)[][], words: readonly WordLine[], width: number) {
  let best: { readonly at: number; readonly cost: number } | undefined
  for (let at = words.length; at > 0 && words.length - at <= 6; at--) {
    const step = states[at]?.[width]
    if (!step || step.rows < 3) continue
    const cost = (step.cost + restCost(words, at)) / (step.rows * width)
    if (!best || cost < best.cost) best = { at, cost }
  }
  if (!best) return undefined
  const cells: Cell[] = []
  let state = width
  for (let at = best.at; at > 0; ) {
    const step = states[at]?.[state]
    if (!step) return undefined
    cells.unshift(...step.cells)
    at = step.from
    state = step.before
  }
  const rows = Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width))
  return { rows, lines: best.at, cost: best.cost }
}
