import type { Line, Lineation } from '../../../captured/line.ts'
import { type Facts, factsOf } from '../../evidence/facts.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { endsWithMarkOrDash } from '../../evidence/sentence-ends.ts'
import { edgeOf, reachOf, type Wrapping } from '../../evidence/wrapping.ts'
import type { Stretch } from './lineation-stretches.ts'

/*
 * How much likelier the look of lines is if each ends where its author ended it than if a program wrapped them, as
 * natural logarithms that add up. Frequencies of the text itself stand for wrapped lines wherever it has enough of them.
 */

/** How the full lines of a text begin and end. */
export interface Habits {
  /** Share of those that begin with a capital though nothing ends before it. */
  readonly capitals: number
  /** Share of those that end with a mark. */
  readonly marks: number
  /** The indentation that most of them have, in columns. */
  readonly indent: number
}

/** What speaks for lines of their own, or against it. */
export interface Verdict {
  readonly odds: number
  readonly kind: Lineation
  readonly evidence: string
}

/** Fewest full lines that tell a habit. */
const fewest = 40
/** Habits of a text with few full lines. */
const usual: Habits = { capitals: 0.15, marks: 0.15, indent: 0 }

/** Learns the habits of a text from lines that were wrapped at its measure. */
export function habitsOf(lines: readonly Line[], wrapping: Wrapping): Habits {
  if (!wrapping.hardWrapped) return usual
  let full = 0
  let capitals = 0
  let marks = 0
  const indents = new Map<number, number>()
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (!next || (next.data?.blankBefore ?? 0) > 0 || reachOf(line, next, wrapping) < wrapping.leastReach) continue
    full++
    indents.set(line.data?.indent ?? 0, (indents.get(line.data?.indent ?? 0) ?? 0) + 1)
    if (endsWithMark(line)) marks++
    else if (beginningOf(next.value) === 'upper') capitals++
  }
  const [indent = 0] = [...indents].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])
  if (full < fewest) return { ...usual, indent }
  return { capitals: limited(capitals / full, 0.04, 0.6), marks: limited(marks / full, 0.06, 0.3), indent }
}

function limited(share: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, share))
}

function endsWithMark({ value }: Line): boolean {
  return endsWithMarkOrDash(value)
}

/** Whether lines are an author's own or wrapped at a measure narrower than the text's. */
export function againstWrapping(stretch: Stretch, habits: Habits, wrapping: Wrapping): Verdict {
  const { lines } = stretch
  const facts = factsOf(lines, stretch.above, stretch.below)
  const kind = Math.max(marksOfVerse(lines, habits) + rhymes(lines), ofFacts(facts))
  const odds = priorOf(lines) + setIn(lines, habits) + lineEnds(lines, wrapping) + lineStarts(lines, habits) + kind
  return { odds, kind: kindOf(facts), evidence: evidenceOf(lines, facts) }
}

function kindOf({ places, offices, inLetter }: Facts): Lineation {
  return places + offices > 0 || inLetter ? 'facts' : 'verse'
}

/** Fewer lines, and lines all in capitals, are headings more often than anything else. */
function priorOf(lines: readonly Line[]): number {
  const text = lines.map(({ value }) => value).join(' ')
  return (lines.length === 2 ? -4 : lines.length === 3 ? -2.5 : -2) - (text === text.toUpperCase() ? 3 : 0)
}

/** Verse and addresses are often set in. */
function setIn(lines: readonly Line[], { indent }: Habits): number {
  return lines.every(({ data }) => (data?.indent ?? 0) >= indent + 2) ? 1.5 : 0
}

/** Share of the longest line by which a wrapped one may fall short with the next word on it. */
const slack = 0.97

/** A wrapped line ends where the next word would have gone past the longest one. */
function lineEnds(lines: readonly Line[], wrapping: Wrapping): number {
  const edges = lines.map((line) => edgeOf(line, wrapping) - (line.data?.indent ?? 0) * wrapping.column)
  const longest = edges.reduce((most, edge) => Math.max(most, edge), 0)
  let odds = 0
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (endingOf(line.value) === 'hyphen' && next && beginningOf(next.value) === 'lower') odds -= 4
    else if (next && edges[at] !== longest) {
      const reach = reachOf(line, next, wrapping) - (line.data?.indent ?? 0) * wrapping.column
      odds += reach < slack * longest ? 2.2 : -1
    }
  }
  return odds
}

/** Capitals where nothing ended, as against those that the words of these lines have anyway. */
function lineStarts(lines: readonly Line[], { capitals }: Habits): number {
  const rate = Math.max(capitals, capitalsWithin(lines))
  let odds = 0
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (!before) continue
    const begins = beginningOf(line.value)
    if (begins === 'lower') odds -= 1.6
    else if (endingOf(before.value) !== 'sentence') odds += Math.log(0.92 / rate)
  }
  return odds
}

/** Share of the words behind the first of each line that have a capital. */
function capitalsWithin(lines: readonly Line[]): number {
  const words = lines.flatMap(({ value }) => value.split(/\s+/).slice(1)).filter((word) => /\p{L}{2}/u.test(word))
  return words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length / Math.max(1, words.length)
}

/** Lines of verse end with a mark oftener than wrapped ones. */
function marksOfVerse(lines: readonly Line[], { marks }: Habits): number {
  return lines.reduce(
    (odds, line) =>
      odds + (endsWithMark(line) || isAttributed(line) ? Math.log(0.5 / marks) : Math.log(0.5 / (1 - marks))),
    0,
  )
}

function ofFacts({ places, offices, inLetter }: Facts): number {
  return 2 * places + (places > 1 ? 1.5 : 0) + Math.min(2.4, 1.2 * offices) + (inLetter ? 3.5 : 0)
}

/** Whether lines are one block in a text where each line may be a paragraph: they need to show what they are. */
export function againstParagraphs(stretch: Stretch, habits: Habits, wrapping: Wrapping): Verdict {
  const { lines } = stretch
  const facts = factsOf(lines, stretch.above, stretch.below)
  const enough = facts.places >= 2 || (stretch.apart && facts.places > 0 && facts.offices > 0)
  const address = enough && facts.places + facts.offices >= 0.5 * lines.length ? 3 : 0
  const signature = facts.inLetter && lines.length <= 8 && lines.every(({ value }) => value.length < 60) ? 2 : 0
  const odds = Math.max(verse(lines), address + signature) - 1
  const wrapped = againstWrapping(stretch, habits, wrapping)
  return { ...wrapped, odds: Math.min(odds, wrapped.odds) }
}

/** Fewest lines of verse that can be told from cells and items. */
const fewestOfVerse = 4

function verse(lines: readonly Line[]): number {
  if (lines.length < fewestOfVerse) return 0
  const rhyming = rhymesIn(lines)
  return lines.reduce((odds, { value }, at) => {
    if (/\d/.test(value) || value.split(/\s+/).length < 3) return odds - 1
    const open = /,["'\u2019\u201D\u00BB)]*$/.test(value) || beginningOf(lines[at + 1]?.value ?? 'A') === 'lower'
    const ended = endingOf(value) !== 'open' ? 0 : -0.5
    return odds + (open ? 1 : ended) + (rhyming.has(at) ? 0.7 : -0.1)
  }, -1)
}

/** Rhymes, as against the few that any text has. */
function rhymes(lines: readonly Line[]): number {
  const found = rhymesIn(lines).size
  return 0.5 * found - 0.1 * (lines.length - found)
}

/** Whether a quotation ends on a line, with the name of its author behind it. */
function isAttributed({ value }: Line): boolean {
  return /["'\u2019\u201D\u00BB]\s?(?:--|[\u2013\u2014])\s?_?\p{Lu}.{2,60}$/u.test(value)
}

/** How far apart rhyming lines stand at most. */
const rhymeReach = 3

/** Lines whose last letters are those of another line near by, in another word. */
function rhymesIn(lines: readonly Line[]): Set<number> {
  const words = lines.map(({ value }) => /(\p{L}+)\P{L}*$/u.exec(value)?.[1]?.toLowerCase() ?? '')
  const found = new Set<number>()
  for (const [at, word] of words.entries()) {
    for (let other = at + 1; other <= at + rhymeReach && other < words.length; other++) {
      const second = words[other] ?? ''
      if (word.length < 2 || word === second || word.slice(-2) !== second.slice(-2)) continue
      found.add(at)
      found.add(other)
    }
  }
  return found
}

function evidenceOf(lines: readonly Line[], { places, offices, inLetter }: Facts): string {
  const count = `${lines.length} lines end before the measure`
  if (places > 0) return `${count}, and ${places} of them are lines of an address`
  if (inLetter) return `${count}, under the closing or above the greeting of a letter`
  if (offices > 0) return `${count}, and ${offices} of them name an office or an organisation`
  return `${count}, each begins and ends as lines of verse do`
}
