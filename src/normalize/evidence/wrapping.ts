import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
import { beginningOf, endingOf, firstWordOf } from './punctuation.ts'
import { type LinePair, openAtRightEdge } from './right-edge.ts'
import { type WidthModel, widthOf } from './width.ts'

/**
 * How the lines of a text came about. A line end in the middle of a sentence (no mark before it, a small letter after
 * it) can only come from wrapping, so these line ends teach how far lines reach in this text; every other line end is
 * judged by them. Where there are none, or hardly any, the lines that end open at one right edge teach it.
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
  /** Width of a column of indentation, in thousandths of an em; 0 in a script that runs to the left, whose lines end there. */
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

/** Characters of a line that is a paragraph rather than an item of a list, where lines are not cut at a measure. */
const paragraphLength = 200
/** Fewest line ends, and least share of all, that can only come from wrapping where lines are cut at a measure. */
const fewestWraps = 2
const leastWraps = 0.15
/** Characters of a line that was cut at a measure where no other line shows it: mail and typescripts have 60 and more. */
const loneLength = 50
/** Fewest of them that tell the measure by themselves. */
const fewestMeasured = 4
/** How many times as many blank lines as breaks without one there must be for blank lines to separate paragraphs. */
const blankMajority = 3

/** Measures the lines that a tree has. */
export function wrappingIn(tree: Root): Wrapping {
  const { wraps, adjacent, blanks, blanksBelow, breaksWithout, paragraphsTogether } = countedIn(tree)
  const bySmallLetters = areEnough(wraps, adjacent) || isLone(wraps, adjacent)
  const atEdge = bySmallLetters && wraps.length >= fewestMeasured ? [] : openAtRightEdge(tree)
  const hardWrapped = bySmallLetters || atEdge.length > 0
  const pairs = wraps.length < fewestMeasured && atEdge.length > 0 ? atEdge : wraps
  const blankLinesSeparate = hardWrapped
    ? blanks > blankMajority * breaksWithout
    : blanks + blanksBelow > blankMajority * paragraphsTogether
  return { ...scaleOf(pairs), hardWrapped, blankLinesSeparate }
}

/** Whether so many lines go on in small letters that lines are cut at a measure; a few short ones may be names or labels. */
function areEnough(wraps: readonly LinePair[], adjacent: number): boolean {
  if (wraps.length < fewestWraps || wraps.length < leastWraps * adjacent) return false
  return (
    wraps.length >= fewestMeasured ||
    wraps.some(({ line: { value } }) => value.length >= loneLength || endingOf(value) === 'hyphen')
  )
}

/** Whether a text of few lines is wrapped: there is one line end without a blank line, and a long line goes on there. */
function isLone([wrap]: readonly LinePair[], adjacent: number): boolean {
  return adjacent === 1 && wrap !== undefined && wrap.line.value.length >= loneLength
}

/** What stands on both sides of the line ends of a text. */
interface Counted {
  /** Lines that can only have been wrapped, with those behind them. */
  readonly wraps: LinePair[]
  /** Line ends without a blank line. */
  adjacent: number
  /** Blank lines between two sentences, and those below a sentence that is long. */
  blanks: number
  blanksBelow: number
  /** Sentences that end where the next line goes on much longer, without a blank line. */
  breaksWithout: number
  /** Lines next to each other that are both as long as paragraphs. */
  paragraphsTogether: number
}

function countedIn(tree: Root): Counted {
  const counted: Counted = {
    wraps: [],
    adjacent: 0,
    blanks: 0,
    blanksBelow: 0,
    breaksWithout: 0,
    paragraphsTogether: 0,
  }
  for (let at = 1; at < tree.children.length; at++) {
    const line = tree.children[at - 1]
    const next = tree.children[at]
    if (line?.type !== 'line' || next?.type !== 'line' || line.data?.page !== next.data?.page) continue
    if ((next.data?.blankBefore ?? 0) > 0) countBlank(line, next, counted)
    else countAdjacent(line, next, counted)
  }
  return counted
}

function countBlank(line: Line, next: Line, counted: Counted): void {
  if (endingOf(line.value) !== 'sentence') return
  if (beginningOf(next.value) === 'upper' && line.value.length > 20 && next.value.length > 40) counted.blanks++
  else if (line.value.length > paragraphLength / 2) counted.blanksBelow++
}

function countAdjacent(line: Line, next: Line, counted: Counted): void {
  counted.adjacent++
  if (Math.min(line.value.length, next.value.length) > paragraphLength) counted.paragraphsTogether++
  if (isWrap(line, next)) counted.wraps.push({ line, next })
  else if (endingOf(line.value) === 'sentence' && beginningOf(next.value) === 'upper') {
    if (next.value.length > 1.5 * line.value.length) counted.breaksWithout++
  }
}

/** How far the lines reach, by letters or by columns: what makes more of them equally long. */
function scaleOf(pairs: readonly LinePair[]) {
  const [proportional, fixed] = [fit(pairs, 'proportional'), fit(pairs, 'fixed')]
  return fixed.full > proportional.full ? fixed.scale : proportional.scale
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

function fit(pairs: readonly LinePair[], model: WidthModel) {
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

function columnWidth(pairs: readonly LinePair[], model: WidthModel): number {
  if (pairs.filter(({ line }) => runsToTheLeft(line)).length > pairs.length / 2) return 0
  let width = 0
  let length = 0
  for (const { line } of pairs) {
    width += widthOf(line.value, model)
    length += line.value.length
  }
  return length === 0 ? 500 : width / length
}

function runsToTheLeft({ value }: Line): boolean {
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u.test(value)
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
