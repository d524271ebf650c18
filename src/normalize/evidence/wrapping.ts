import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../mdast/line.ts'
import { beginningOf, endingOf, firstWordOf } from './punctuation.ts'
import { type WidthModel, widthOf } from './width.ts'

/**
 * How the lines of a text came about. A line end in the middle of a sentence (no mark before it, a small letter after
 * it) can only come from wrapping, so these line ends teach how far lines reach in this text; every other line end is
 * judged by them.
 */
export interface Wrapping {
  /** Whether lines are cut at a measure at all; if not, each line is a paragraph. */
  readonly hardWrapped: boolean
  readonly model: WidthModel
  /** Right edge of a full line, from the left edge of the text, in thousandths of an em. */
  readonly measure: number
  /** The least reach (right edge of a line, a space and the next line's first word) that leads to a line end. */
  readonly leastReach: number
  /** Width of a column of indentation, in thousandths of an em. */
  readonly column: number
  /** Whether blank lines separate the paragraphs; then a line end without one rarely does. */
  readonly blankLinesSeparate: boolean
}

declare module 'vfile' {
  interface DataMap {
    wrapping: Wrapping
  }
}

/** The wrapping of a text's lines; found once, when it is first asked for. */
export function wrappingOf(tree: Root, file: VFile): Wrapping {
  file.data.wrapping ??= findWrapping(tree)
  return file.data.wrapping
}

/** Share of the measure by which a line can be longer and still be one line of the original. */
const tolerance = 1.12

/** How far the text of `line` reaches to the right, counting only the last of several original lines merged in it. */
export function edgeOf(line: Line, { model, column, measure }: Pick<Wrapping, 'model' | 'column' | 'measure'>): number {
  const indent = (line.data?.indent ?? 0) * column
  const width = widthOf(line.value, model)
  if (indent + width <= measure * tolerance || measure <= indent) return indent + width
  const room = measure - indent
  return indent + width - room * Math.ceil(width / room - 1.08)
}

/** How far `line` would have reached with the first word of `next` on it. */
export function reachOf(line: Line, next: Line, wrapping: Pick<Wrapping, 'model' | 'column' | 'measure'>): number {
  return edgeOf(line, wrapping) + widthOf(` ${firstWordOf(next.value)}`, wrapping.model)
}

interface Pair {
  readonly line: Line
  readonly next: Line
}

function findWrapping(tree: Root): Wrapping {
  const pairs: Pair[] = []
  let adjacent = 0
  let blanks = 0
  let breaksWithout = 0
  for (let at = 1; at < tree.children.length; at++) {
    const line = tree.children[at - 1]
    const next = tree.children[at]
    if (line?.type !== 'line' || next?.type !== 'line' || line.data?.page !== next.data?.page) continue
    const ending = endingOf(line.value)
    const beginning = beginningOf(next.value)
    if ((next.data?.blankBefore ?? 0) > 0) {
      if (ending === 'sentence' && beginning === 'upper' && line.value.length > 20 && next.value.length > 40) blanks++
      continue
    }
    adjacent++
    if (isWrap(line, next)) pairs.push({ line, next })
    else if (ending === 'sentence' && beginning === 'upper' && next.value.length > 1.5 * line.value.length)
      breaksWithout++
  }
  const proportional = fit(pairs, 'proportional')
  const fixed = fit(pairs, 'fixed')
  const best = fixed.full > proportional.full ? fixed : proportional
  const hardWrapped = pairs.length >= 2 && pairs.length >= 0.15 * adjacent
  return { ...best.scale, hardWrapped, blankLinesSeparate: blanks > 3 * breaksWithout }
}

/** Whether the line end can only come from wrapping. */
function isWrap(line: Line, next: Line): boolean {
  if (line.data?.indent !== next.data?.indent) return false
  const ending = endingOf(line.value)
  return (ending === 'open' || ending === 'hyphen') && beginningOf(next.value) === 'lower' && line.value.length > 15
}

/** Share of the measure by which a full line differs from it, at most. */
const fullness = 0.04

function fit(pairs: readonly Pair[], model: WidthModel) {
  const column = columnWidth(pairs, model)
  const open = { model, column, measure: Number.POSITIVE_INFINITY }
  const measure = mode(pairs.map(({ line }) => edgeOf(line, open)))
  const scale = { model, column, measure }
  const reaches = pairs
    .filter(({ line }) => Math.abs(edgeOf(line, open) / measure - 1) < fullness)
    .map(({ line, next }) => reachOf(line, next, scale))
    .sort((a, b) => a - b)
  const leastReach = reaches[Math.floor(reaches.length * 0.01)] ?? measure
  return { scale: { ...scale, leastReach }, full: reaches.length }
}

function columnWidth(pairs: readonly Pair[], model: WidthModel): number {
  let width = 0
  let length = 0
  for (const { line } of pairs) {
    width += widthOf(line.value, model)
    length += line.value.length
  }
  return length === 0 ? 500 : width / length
}

/** The middle of the densest stretch of values, one em wide; the larger one when two are equally dense. */
function mode(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  let best = 0
  let middle = sorted.at(-1) ?? 1
  for (let low = 0, high = 0; high < sorted.length; high++) {
    while ((sorted[high] ?? 0) - (sorted[low] ?? 0) > 1500) low++
    if (high - low + 1 >= best) {
      best = high - low + 1
      middle = sorted[(low + high) >> 1] ?? middle
    }
  }
  return middle
}
