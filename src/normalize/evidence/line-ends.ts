import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
import { type Hyphenator, hyphenatorFor } from '../../language/hyphenation/hyphenate.ts'
import { firstPieceOf } from './first-piece.ts'
import { lastLineOf } from './last-line.ts'
import { beginningOf, endingOf } from './punctuation.ts'
import { widthOf } from './width.ts'
import { edgeOf, isMerged, isWrap, notWrapped, type Wrapping } from './wrapping.ts'

/*
 * What the place of a line's end says: was the line full and therefore wrapped, or did its paragraph end? A line is
 * wrapped where its next piece would go past the limit, so a wrapped line ends within that piece's width before the
 * limit, with equal likelihood at each place; the last line of a paragraph ends anywhere between the edges.
 */

/** How a text's lines were broken, learned from its line ends in the middle of sentences. Widths as in `widthOf`. */
export interface LineEnds {
  readonly wrapping: Wrapping
  /** Right edge that no line goes past. */
  readonly limit: number
  /** How far estimated widths are off: scale of a logistic distribution. */
  readonly spread: number
  /** BCP 47 tag of the language by whose patterns words are divided at line ends; undefined when none are. */
  readonly dividedIn: string | undefined
  /** By how much the first lines of paragraphs are set in, though the capture has lost the space; 0 if they are not. */
  readonly firstLineIndent: number
}

/** The line ends of a text without lines. */
export const noLineEnds: LineEnds = {
  wrapping: notWrapped,
  limit: 1.02,
  spread: 0.02,
  dividedIn: undefined,
  firstLineIndent: 0,
}

/**
 * Natural logarithm of how much likelier the place of the line's end is if a paragraph ends there than if `next` goes on
 * with it. `afterNext`, the line behind, tells whether `next` is set in as first lines are.
 */
export function endOdds(line: Line, next: Line, afterNext: Line | undefined, ends: LineEnds): number {
  const { wrapping, firstLineIndent, limit, dividedIn } = ends
  const { measure } = wrapping
  const breaking = { wrapping, limit, hyphenate: dividedIn === undefined ? undefined : hyphenatorFor(dividedIn) }
  const odds = -Math.log(
    measure * density(sampleOf({ line, next }, breaking), { limit, spread: spreadFor(line, ends), measure }),
  )
  if (firstLineIndent === 0 || !afterNext || !isWrap(next, afterNext)) return odds
  const sample = sampleOf({ line: next, next: afterNext }, breaking)
  const spread = spreadFor(next, ends)
  const setIn = density(sample, { limit: limit - firstLineIndent, spread, measure })
  return odds + Math.log(setIn / density(sample, { limit, spread, measure }))
}

/** How lines are broken at a limit: what a sample is measured with. */
interface LineBreaking {
  readonly wrapping: Wrapping
  readonly limit: number
  /** Divides words, if words of this text are divided at line ends. */
  readonly hyphenate: Hyphenator | undefined
}

/** Two lines that follow each other, and the one before them. */
interface Pair {
  readonly before?: Line
  readonly line: Line
  readonly next: Line
}

/** Where a line ends, and the width of a space and the piece that did not come onto it. */
interface Sample {
  readonly edge: number
  readonly piece: number
}

/** Most line ends to learn from. */
const mostSamples = 400
/** Fewest line ends that a precise limit can be learned from. */
const fewestSamples = 12
/** Spreads to try, as shares of the measure; the widths of a well-known face are exact, those of others are not. */
const spreads = [0.003, 0.006, 0.01, 0.015, 0.02, 0.03]
/** Share of line ends in the text that obey no limit. */
const fewStrays = 0.015
/** The same among lines of all kinds: those of quotations and lists have limits of their own. */
const manyStrays = 0.1
/** What several lines merged into one are off by at least, as a share of the measure. */
const mergedSpread = 0.015

/** Learns from the line ends in the middle of sentences how the lines of a tree were broken. */
export function lineEndsIn(tree: Root, wrapping: Wrapping, language: string): LineEnds {
  const pairs = evenly(pairsOf(tree))
  const wraps = pairs.filter((pair) => isWrap(pair.line, pair.next) && isOrdinary(pair, wrapping))
  const hyphenate = hyphenatorFor(language)
  const whole = fitted(wraps, wrapping, undefined)
  const divided = hyphenate ? fitted(wraps, wrapping, hyphenate) : whole
  const { ends } = divided.likelihood > whole.likelihood ? divided : whole
  const { limit, spread } = ends
  const learnt = { wrapping, limit, spread, dividedIn: ends.hyphenate ? language : undefined, firstLineIndent: 0 }
  return { ...learnt, firstLineIndent: indentOf(pairs, learnt, ends) }
}

/** Lines without a blank line or a page break between them. */
function pairsOf(tree: Root): Pair[] {
  const pairs: Pair[] = []
  let before: Line | undefined
  for (let at = 1; at < tree.children.length; at++) {
    const line = tree.children[at - 1]
    const next = tree.children[at]
    const adjacent = line?.type === 'line' && next?.type === 'line' && (next.data?.blankBefore ?? 0) === 0
    if (adjacent && line.data?.page === next.data?.page) pairs.push({ ...(before && { before }), line, next })
    before = line?.type === 'line' ? line : undefined
  }
  return pairs
}

/** At most so many of the pairs, from everywhere in the text. */
function evenly(pairs: readonly Pair[]): readonly Pair[] {
  const step = pairs.length / (4 * mostSamples)
  return step <= 1 ? pairs : Array.from({ length: 4 * mostSamples }, (_, at) => pairs[Math.floor(at * step)] as Pair)
}

/** Whether a line is in one piece, about as wide as the others, and surely not the first of its paragraph. */
function isOrdinary({ before, line }: Pair, wrapping: Wrapping): boolean {
  const edge = edgeOf(line, wrapping)
  if (edge < 0.85 * wrapping.measure || edge > 1.1 * wrapping.measure || isMerged(line, wrapping)) return false
  return endingOf(line.value) !== 'hyphen' && before !== undefined && endingOf(before.value) === 'open'
}

/** The limit and the spread under which the line ends are most likely, with words divided or whole. */
function fitted(pairs: readonly Pair[], wrapping: Wrapping, hyphenate: Hyphenator | undefined) {
  const { measure } = wrapping
  const samples = pairs
    .slice(0, mostSamples)
    .map((pair) => sampleOf(pair, { wrapping, hyphenate, limit: wrapping.measure }))
  const likelihoodOf = (limit: number, spread: number) =>
    samples.reduce((sum, sample) => sum + Math.log(density(sample, { limit, spread, measure }, manyStrays)), 0)
  let ends = { wrapping, hyphenate, limit: 1.02 * measure, spread: 0.02 * measure }
  let likelihood = likelihoodOf(ends.limit, ends.spread)
  const tryOut = (limit: number, spread: number) => {
    const found = likelihoodOf(limit, spread)
    if (found > likelihood) {
      likelihood = found
      ends = { ...ends, limit, spread }
    }
  }
  if (samples.length < fewestSamples) return { ends, likelihood }
  for (let share = 0.94; share <= 1.1; share += 0.01) tryOut(share * measure, 0.01 * measure)
  const rough = ends.limit
  for (let share = -0.014; share <= 0.014; share += 0.002) {
    for (const spread of spreads) tryOut(rough + share * measure, spread * measure)
  }
  return { ends, likelihood }
}

function sampleOf({ line, next }: Pair, ends: LineBreaking): Sample {
  const { wrapping, hyphenate } = ends
  const piece = widthOf(` ${firstPieceOf(next.value, hyphenate)}`, wrapping.model)
  return { edge: lastEdgeOf(line, ends), piece }
}

/** The right edge of a line, or of the last of the lines that were merged in it. */
function lastEdgeOf(line: Line, { wrapping, hyphenate, limit }: LineBreaking): number {
  if (!isMerged(line, wrapping)) return edgeOf(line, wrapping)
  const indent = (line.data?.indent ?? 0) * wrapping.column
  const last = lastLineOf(line.value, { model: wrapping.model, limit: limit - indent, hyphenate })
  return indent + widthOf(last, wrapping.model)
}

/** Where full lines end, in thousandths of an em: the edge, how far widths are off, and the measure of the text. */
interface EdgeModel {
  readonly limit: number
  readonly spread: number
  readonly measure: number
}

/** Likelihood, per unit of width, that a line is wrapped where it ends; `strays`: the share of lines that obey no limit. */
function density({ edge, piece }: Sample, { limit, spread, measure }: EdgeModel, strays = fewStrays): number {
  const inside = logistic((limit - edge) / spread) - logistic((limit - edge - piece) / spread)
  return ((1 - strays) * Math.max(0, inside)) / piece + strays / measure
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-1.7 * x))
}

function spreadFor(line: Line, { spread, wrapping }: LineEnds): number {
  return isMerged(line, wrapping) ? Math.max(spread, mergedSpread * wrapping.measure) : spread
}

/** Odds at which a line end certainly ends a paragraph. */
const certain = 1.5
/** How much likelier an indent must make the ends of first lines to be believed: natural logarithm. */
const believable = 4

/** The indent that best explains where the first lines of paragraphs end. */
function indentOf(pairs: readonly Pair[], ends: LineEnds, breaking: LineBreaking): number {
  const { wrapping, limit, spread } = ends
  const firsts = pairs.filter(({ before, line, next }) => {
    if (!before || !endsSentence(before, line) || !isWrap(line, next) || isMerged(line, wrapping)) return false
    return endOdds(before, line, undefined, ends) > certain
  })
  const samples = firsts.map((pair) => sampleOf(pair, breaking))
  const likelihoodOf = (indent: number) =>
    samples.reduce(
      (sum, sample) => sum + Math.log(density(sample, { limit: limit - indent, spread, measure: wrapping.measure })),
      0,
    )
  const none = likelihoodOf(0)
  let best = { indent: 0, gain: believable }
  for (let share = 0.012; share < 0.12; share += 0.004) {
    const gain = likelihoodOf(share * wrapping.measure) - none
    if (gain > best.gain) best = { indent: share * wrapping.measure, gain }
  }
  return best.indent
}

function endsSentence(line: Line, next: Line): boolean {
  const begins = beginningOf(next.value)
  return endingOf(line.value) === 'sentence' && begins !== 'lower' && begins !== 'other'
}
