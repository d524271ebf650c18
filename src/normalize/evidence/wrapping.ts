import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
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
  /** Right edge of the shortest full lines: of twenty, one does not come so far. */
  readonly leastEdge: number
  /** Right edge of the longest full lines; what is longer is several lines in one. Infinite where no lines were merged. */
  readonly longest: number
  /** Width of a column of indentation, in thousandths of an em. */
  readonly column: number
  /** Whether blank lines separate the paragraphs; then a line end without one rarely does. */
  readonly blankLinesSeparate: boolean
}

/** The wrapping of a text without lines. */
export const notWrapped: Wrapping = {
  hardWrapped: false,
  model: 'proportional',
  measure: 1,
  leastReach: 1,
  leastEdge: 1,
  longest: Number.POSITIVE_INFINITY,
  column: 500,
  blankLinesSeparate: false,
}

/** What the place of a line's end is measured with. */
type Scale = Pick<Wrapping, 'model' | 'column' | 'measure' | 'longest'>

/** Share of the measure that a line fills whose hyphen was taken out when the next was joined to it. */
const withoutHyphen = 0.992

/** How far the text of `line` reaches to the right, counting only the last of several original lines merged in it. */
export function edgeOf(line: Line, { model, column, measure, longest }: Scale): number {
  const indent = (line.data?.indent ?? 0) * column
  const width = widthOf(line.value, model)
  const room = measure - indent
  if (indent + width <= longest || room <= 0) return indent + width
  const full = room * withoutHyphen
  return indent + width - full * Math.ceil((indent + width - longest) / full)
}

/** Whether a line is longer than the longest full line, so that it must be several lines of the original. */
export function isMerged(line: Line, { model, column, longest }: Scale): boolean {
  return (line.data?.indent ?? 0) * column + widthOf(line.value, model) > longest
}

/** How far `line` would have reached with the first word of `next` on it. */
export function reachOf(line: Line, next: Line, wrapping: Scale): number {
  return edgeOf(line, wrapping) + widthOf(` ${firstWordOf(next.value)}`, wrapping.model)
}

interface Pair {
  readonly line: Line
  readonly next: Line
}

/** Characters of a line that is a paragraph rather than an item of a list, where lines are not cut at a measure. */
const paragraphLength = 200

/** Measures the lines that a tree has. */
export function wrappingIn(tree: Root): Wrapping {
  const pairs: Pair[] = []
  let adjacent = 0
  let blanks = 0
  let breaksWithout = 0
  let paragraphsTogether = 0
  let blanksBelow = 0
  for (let at = 1; at < tree.children.length; at++) {
    const line = tree.children[at - 1]
    const next = tree.children[at]
    if (line?.type !== 'line' || next?.type !== 'line' || line.data?.page !== next.data?.page) continue
    const ending = endingOf(line.value)
    const beginning = beginningOf(next.value)
    if ((next.data?.blankBefore ?? 0) > 0) {
      if (ending === 'sentence' && beginning === 'upper' && line.value.length > 20 && next.value.length > 40) blanks++
      else if (ending === 'sentence' && line.value.length > paragraphLength / 2) blanksBelow++
      continue
    }
    adjacent++
    if (Math.min(line.value.length, next.value.length) > paragraphLength) paragraphsTogether++
    if (isWrap(line, next)) pairs.push({ line, next })
    else if (ending === 'sentence' && beginning === 'upper' && next.value.length > 1.5 * line.value.length)
      breaksWithout++
  }
  const proportional = fit(pairs, 'proportional')
  const fixed = fit(pairs, 'fixed')
  const best = fixed.full > proportional.full ? fixed : proportional
  const hardWrapped = pairs.length >= 2 && pairs.length >= 0.15 * adjacent
  const blankLinesSeparate = hardWrapped ? blanks > 3 * breaksWithout : blanks + blanksBelow > 3 * paragraphsTogether
  return { ...best.scale, hardWrapped, blankLinesSeparate }
}

/** Whether the line end can only come from wrapping. */
export function isWrap(line: Line, next: Line): boolean {
  // Tabs stand between the cells of a table.
  if (line.data?.indent !== next.data?.indent || line.value.includes('\t') || next.value.includes('\t')) return false
  const ending = endingOf(line.value)
  return (ending === 'open' || ending === 'hyphen') && beginningOf(next.value) === 'lower' && line.value.length > 15
}

/** Share of the measure by which a full line differs from it, at most. */
const fullness = 0.04
/** The same for the shortest and the longest of them. */
const looseness = 0.12

function fit(pairs: readonly Pair[], model: WidthModel) {
  const column = columnWidth(pairs, model)
  const open = { model, column, measure: Number.POSITIVE_INFINITY, longest: Number.POSITIVE_INFINITY }
  const measured = pairs.map((pair) => ({ pair, edge: edgeOf(pair.line, open) }))
  const measure = mode(measured.map(({ edge }) => edge))
  const within = (share: number) => measured.filter(({ edge }) => Math.abs(edge / measure - 1) < share)
  const edges = sorted(within(looseness).map(({ edge }) => edge))
  const merged = measured.filter(({ edge }) => edge > 1.3 * measure).length
  const mergesLines = merged > 2 && merged > 0.01 * measured.length
  const longest = mergesLines ? 1.015 * (quantile(edges, 0.98) ?? measure) : Number.POSITIVE_INFINITY
  const scale = { model, column, measure, longest, leastEdge: quantile(edges, 0.05) ?? measure }
  const reaches = sorted(within(fullness).map(({ pair: { line, next } }) => reachOf(line, next, open)))
  return { scale: { ...scale, leastReach: quantile(reaches, 0.01) ?? measure }, full: reaches.length }
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}

function quantile(values: readonly number[], share: number): number | undefined {
  return values[Math.floor(values.length * share)]
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
  const rising = sorted(values)
  let best = 0
  let middle = rising.at(-1) ?? 1
  for (let low = 0, high = 0; high < rising.length; high++) {
    while ((rising[high] ?? 0) - (rising[low] ?? 0) > 1500) low++
    if (high - low + 1 >= best) {
      best = high - low + 1
      middle = rising[(low + high) >> 1] ?? middle
    }
  }
  return middle
}
