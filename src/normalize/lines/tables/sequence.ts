import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { type Cell, cellAt, type Rows } from './cell.ts'
import { isFigure } from './kind.ts'
import { breakCost, joinCost, type Seam, writingOf } from './seam.ts'
import { kindCosts, splitLine, type Wanted, type WordLine, wordLineOf } from './split-line.ts'

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
  const patterns = patternsFor(lines)
  const likely = lines.length > sampleLines * 1.5 ? likelyFor(sequence, patterns) : patterns
  const [best] = rated(sequence, likely)
  if (!best) return undefined
  const { pattern, found } = best
  const cells = cellsUpTo(found.search, sequence, pattern, found.lines)
  const width = pattern.length
  const rows = Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width))
  return { rows, lines: found.lines, cost: found.cost }
}

/** Number of lines by which patterns are chosen for a long table, and how many are chosen. */
const sampleLines = 24
const mostLikely = 3

/** The patterns that read the first lines best. */
function likelyFor({ words, joins, breaks, wholes }: Sequence, patterns: readonly (readonly Wanted[])[]) {
  const sample = { words: words.slice(0, sampleLines), joins, breaks, wholes }
  return rated(sample, patterns)
    .slice(0, mostLikely)
    .map(({ pattern }) => pattern)
}

/** Where the best reading in a pattern ends, and what speaks against it, for each cell. */
interface End {
  readonly search: Search
  readonly lines: number
  readonly cost: number
}

interface Rated {
  readonly pattern: readonly Wanted[]
  readonly found: End
  readonly score: number
}

/** The readings in each of the patterns, the best first. */
function rated(sequence: Sequence, patterns: readonly (readonly Wanted[])[]): Rated[] {
  return patterns
    .flatMap((pattern): Rated[] => {
      const found = readAs(sequence, pattern)
      return found ? [{ pattern, found, score: scoreOf(found, pattern) }] : []
    })
    .sort((one, other) => one.score - other.score)
}

/** A small price for each column, because what fits as three fits as six, too, and for words behind figures. */
function scoreOf({ cost }: End, pattern: readonly Wanted[]): number {
  const behind = pattern.some((wanted, at) => wanted === 'text' && pattern[at - 1] === 'figure')
  return cost + 0.01 * pattern.length + (behind ? 0.03 : 0)
}

interface Sequence {
  readonly words: readonly WordLine[]
  /** What speaks against the line going on in the same cell as the one before, and against a cell ending there. */
  readonly joins: readonly number[]
  readonly breaks: readonly number[]
  /** For each line: what speaks against one cell of so many lines from it on, in a column of each kind. */
  readonly wholes: readonly (readonly Whole[])[]
}

/** What speaks against some lines being one cell. */
type Whole = Readonly<Record<Wanted, number>>

function sequenceOf(file: VFile, words: readonly WordLine[]): Sequence {
  const isApart = words.map(({ line }) => (line.data?.blankBefore ?? 0) > 0)
  const usesBlanks = isApart.filter(Boolean).length > 0.25 * words.length
  const starts = words.filter((_, at) => !usesBlanks || isApart[at]).map(({ line }) => line.value)
  const writing = writingOf(starts, evidenceOf(file).language)
  const seams = words.map(({ line }, at) => ({
    before: words[at - 1]?.line.value ?? '',
    after: line.value,
    writing,
  }))
  const joins = seams.map((seam, at) => lineJoin(seam) + (isApart[at] ? 0.8 : usesBlanks ? -0.1 : 0))
  return {
    words,
    joins,
    wholes: words.map((_, at) => wholesFrom(words, joins, at)),
    breaks: seams.map((seam, at) => breakCost(seam) + (usesBlanks && !isApart[at] ? 0.2 : 0)),
  }
}

/** Most that may speak against the line ends in a cell. */
const mostJoins = 1.5

function wholesFrom(words: readonly WordLine[], joins: readonly number[], at: number): Whole[] {
  const wholes: Whole[] = []
  let text = ''
  let join = 0
  for (let to = at; to < Math.min(words.length, at + mostInCell); to++) {
    const { line, inner } = words[to] as WordLine
    join += (to > at ? (joins[to] ?? 0) : 0) + (inner.at(-1) ?? 0)
    if (join > mostJoins) break
    text = to > at ? `${text} ${line.value}` : line.value
    const costs = kindCosts(text)
    wholes.push({ any: join + costs.any, figure: join + costs.figure, text: join + costs.text })
  }
  return wholes
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

/** What speaks against a figure that a reader gives before the words on its left. */
const swapCost = 0.7
/** The move that takes two lines as two cells that changed places; others take lines for a cell, or (below 0) cut one. */
const swapMove = 0

/**
 * The search for the best reading in one pattern. A state is a line, a column, and whether the head is still being read;
 * for each, the least that speaks against it, the state before and the move from there, and the number of full rows.
 */
interface Search {
  readonly costs: Float64Array
  readonly origins: Int32Array
  readonly moves: Int8Array
  readonly rows: Int32Array
}

function readAs(sequence: Sequence, pattern: readonly Wanted[]): End | undefined {
  const { words, wholes } = sequence
  const width = pattern.length
  const head: readonly Wanted[] = pattern.map(() => 'any')
  const size = (words.length + 1) * 2 * width
  const search: Search = {
    costs: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    origins: new Int32Array(size),
    moves: new Int8Array(size),
    rows: new Int32Array(size),
  }
  search.costs[0] = 0
  for (let at = 0; at < words.length; at++) {
    const line = words[at] as WordLine
    for (let state = 0; state < 2 * width; state++) {
      const from = at * 2 * width + state
      if ((search.costs[from] ?? 0) > 0.5 * (at + 8)) continue
      const column = state % width
      const kinds = state < width ? head : pattern
      const whole = wholes[at] ?? []
      for (let count = 1; count <= whole.length; count++) {
        const cost = whole[count - 1]?.[kinds[column] ?? 'any'] ?? 0
        reach(search, sequence, { from, width, lines: count, cells: 1, move: count, cost })
      }
      if (isSwapped(words, at, kinds[column], kinds[column + 1])) {
        reach(search, sequence, { from, width, lines: 2, cells: 2, move: swapMove, cost: swapCost })
      }
      for (let count = 2; count <= Math.min(width - column, line.words.length); count++) {
        const cost = splitLine(line, kinds.slice(column, column + count))?.cost
        if (cost !== undefined) reach(search, sequence, { from, width, lines: 1, cells: count, move: -count, cost })
      }
    }
  }
  return bestEnd(search, sequence, pattern)
}

/** A move of the search: some lines taken as some cells. */
interface Move {
  readonly from: number
  readonly width: number
  readonly lines: number
  readonly cells: number
  readonly move: number
  readonly cost: number
}

function reach(search: Search, { breaks }: Sequence, { from, width, lines, cells, move, cost }: Move): void {
  const state = from % (2 * width)
  const to = (from - state) / (2 * width) + lines
  const end = (state % width) + cells
  const next = end === width ? width : (state < width ? 0 : width) + end
  const target = to * 2 * width + next
  const total = (search.costs[from] ?? 0) + cost + (breaks[to] ?? 0)
  if (total >= (search.costs[target] ?? 0)) return
  search.costs[target] = total
  search.origins[target] = from
  search.moves[target] = move
  search.rows[target] = (search.rows[from] ?? 0) + (end === width ? 1 : 0)
}

/** Whether two lines are a figure and the words that belong to its left. */
function isSwapped(words: readonly WordLine[], at: number, left?: Wanted, right?: Wanted): boolean {
  if (left !== 'text' || right !== 'figure') return false
  const second = words[at + 1]
  return second !== undefined && isFigure(words[at]?.line.value ?? '') && !isFigure(second.line.value)
}

/** What speaks against lines behind the table that are left over. */
function restCost(words: readonly WordLine[], from: number): number {
  let cost = 0
  for (let at = from; at < words.length; at++) cost += isFigure(words[at]?.line.value ?? '') ? 2 : 0.5
  return cost
}

/** Most lines behind a table that are left over. */
const mostRest = 6

/** The end that the least speaks against: after a full row, at least the third. */
function bestEnd(search: Search, { words }: Sequence, { length: width }: readonly Wanted[]): End | undefined {
  let best: End | undefined
  for (let at = words.length; at > 0 && words.length - at <= mostRest; at--) {
    const end = at * 2 * width + width
    const rows = search.rows[end] ?? 0
    const sum = search.costs[end] ?? 0
    if (rows < 3 || !Number.isFinite(sum)) continue
    const cost = (sum + restCost(words, at)) / (rows * width)
    if (!best || cost < best.cost) best = { search, lines: at, cost }
  }
  return best
}

/** The cells of the best way to the end of a row, in the order of the rows. */
function cellsUpTo(search: Search, { words }: Sequence, pattern: readonly Wanted[], end: number): Cell[] {
  const width = pattern.length
  const taken: (readonly Cell[])[] = []
  for (let index = end * 2 * width + width; index > 0; index = search.origins[index] ?? 0) {
    const from = search.origins[index] ?? 0
    const at = Math.floor(from / (2 * width))
    const state = from % (2 * width)
    const move = search.moves[index] ?? 0
    if (move > 0) taken.push([words.slice(at, at + move).flatMap(({ line }) => cellAt(line))])
    else if (move === swapMove)
      taken.push(
        words
          .slice(at, at + 2)
          .reverse()
          .map(({ line }) => cellAt(line)),
      )
    else {
      const kinds: readonly Wanted[] = state < width ? pattern.map(() => 'any') : pattern
      const split = splitLine(words[at] as WordLine, kinds.slice(state % width, (state % width) - move))
      taken.push(split?.cells ?? [])
    }
  }
  return taken.reverse().flat()
}
