import type { NoteLines, Page } from '../../notes/captured-notes.ts'
import { beginsText, endsText } from './foot-displaced.ts'
import type { LineLengths } from './foot-overflow.ts'

/** Costs of a place where a foot can begin, above its first label; the cheapest place is taken. Set by hand. */
const costs = {
  /** A small letter begins it. */
  smallLetter: 2,
  /** The sentence before it is finished, although the next page goes on within one. */
  finishedBefore: 1.5,
  /** The body breaks off before it, as it does at the end of a page; the next page goes on with a small letter. */
  openBefore: -1,
  goesOn: -1,
  /** A blank line stands above it. */
  blank: -2,
  /** For each text too few or too many that the lines below it can be cut into. */
  tooFew: 2,
  tooMany: 0.2,
  /** For each line below it that is as long as those of notes, or of the body. */
  asNote: -0.5,
  asBody: 0.7,
  /** For each line. */
  line: 0.15,
}

/** Lines that one text has at most, and difference of full lines that tells notes from body, in characters. */
const limits = { linesOfText: 10, difference: 4 }

/** What is looked for: so many texts without labels right above a line of a page. */
export interface TextsAbove {
  readonly page: Page
  /** The first line that has a label. */
  readonly top: number
  /** How many texts stand above it, whose labels stand below. */
  readonly count: number
  /** The first line that can belong to them: below the last call of the page. */
  readonly lowest: number
  readonly lengths: LineLengths
  /** The line with which the next page begins. */
  readonly next: string
}

/** The line at which the texts begin whose labels a PDF reader has put below the text of another. */
export function topOfTexts(text: NoteLines, above: TextsAbove): number {
  const { top, count, lowest } = above
  let best = { at: top, cost: Number.POSITIVE_INFINITY }
  for (let at = top - 1; at >= lowest && at >= top - count * limits.linesOfText; at--) {
    const cost = boundaryCost(text, above, at) + linesCost(text, above, at)
    if (cost < best.cost) best = { at, cost }
  }
  return best.at
}

function boundaryCost({ lines }: NoteLines, { next }: TextsAbove, at: number): number {
  const before = lines[at - 1]?.value ?? ''
  const goesOn = /^\p{Ll}/u.test(next)
  const blank = (lines[at]?.data?.blankBefore ?? 0) > 0 ? costs.blank : 0
  const begins = beginsText(lines[at]?.value ?? '') ? 0 : costs.smallLetter
  const ends = endsText(before) ? (goesOn ? costs.finishedBefore : 0) : costs.openBefore + (goesOn ? costs.goesOn : 0)
  return blank + begins + ends
}

function linesCost({ lines }: NoteLines, { top, count, lengths }: TextsAbove, from: number): number {
  const middle = lengths.notes - lengths.body >= limits.difference ? (lengths.notes + lengths.body) / 2 : undefined
  let texts = 1
  let cost = 0
  for (let at = from; at < top; at++) {
    const value = lines[at]?.value ?? ''
    const ends = endsText(value)
    cost += costs.line
    if (ends && at + 1 < top && beginsText(lines[at + 1]?.value ?? '')) texts++
    // The last line of a text says nothing by its length.
    else if (!ends && middle !== undefined) cost += value.length > middle ? costs.asNote : costs.asBody
  }
  return cost + (texts < count ? costs.tooFew * (count - texts) : costs.tooMany * (texts - count))
}
