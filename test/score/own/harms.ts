import { wordsOf } from '../../blocks.ts'
import type { Exhibit, Harm, Harms } from '../judge.ts'
import { isNear } from '../near.ts'
import { align } from './align.ts'
import { callAt, isSame, type Pair, phrase } from './found.ts'

/** The kinds of harm that are looked for. */
export const kinds = ['dropped', 'moved', 'note', 'heading', 'cut']

/** A harm at a place of the truth, in words. */
interface Event {
  readonly kind: string
  readonly what: string
  readonly start: number
  readonly end: number
}

/** Fewer words in another place may be any others. */
const leastMoved = 3
/** So many words at the ends of a run may as well be its neighbours', where those begin or end with the same ones. */
const mostShared = 3

/** Finds words that are gone or stand elsewhere, wrong and false notes, false headings and cut sentences. */
export function harmsOf(pair: Pair, { input, messages }: Exhibit): Harms {
  const captured = wordsWithLines(input)
  const words = captured.map(({ word }) => word)
  const lineOf = linesOf(pair, captured)
  const known = new Set(words)
  const lost = pair.truth.words.map((word, at) => ({ word, at })).filter(({ word }) => !known.has(word))
  const events = [...missing(pair, known), ...wrongNotes(pair), ...falseHeadings(pair), ...cuts(pair)]
  const harms = events.map(({ kind, what, start, end }): Harm => {
    const [line, endLine] = [lineOf(start), lineOf(Math.max(start, end - 1))]
    const isSilent = !messages.some((message) => isNear(message, line, endLine))
    return { kind, what, line, endLine, silent: isSilent, example: phrase(pair.truth, { start, end }).slice(0, 120) }
  })
  const noteWords = [...pair.truth.notes.values()].reduce((sum, note) => sum + note.length, 0)
  return { words: pair.truth.words.length + noteWords, harms, losses: lost.map(({ at }) => lineOf(at)) }
}

function wordsWithLines(input: string): { readonly word: string; readonly line: number }[] {
  return input.split(/\r\n|\n|\r/).flatMap((text, at) => wordsOf([text]).map((word) => ({ word, line: at + 1 })))
}

/** The line of the input for a word of the truth: its own, or that of the word before it. */
function linesOf({ truth }: Pair, captured: readonly { readonly word: string; readonly line: number }[]) {
  const places = align(
    truth.words,
    captured.map(({ word }) => word),
  )
  return (at: number): number => {
    let place = at
    while (place > 0 && (places[place] ?? -1) < 0) place--
    return captured[places[place] ?? 0]?.line ?? 1
  }
}

/** Runs of words that are not where they should be. What the capture itself lost is no harm. */
function missing({ truth, made, places }: Pair, known: ReadonlySet<string>): Event[] {
  const events: Event[] = []
  const text = ` ${made.words.join(' ')} `
  for (let start = 0; start < places.length; start++) {
    if ((places[start] ?? 0) >= 0) continue
    let end = start + 1
    while (end < places.length && (places[end] ?? 0) < 0) end++
    const edge = Math.min(mostShared, Math.floor((end - start) / 4))
    const run = phrase(truth, { start: start + edge, end: end - edge })
    const isMoved = end - start >= leastMoved && text.includes(` ${run} `)
    const isLost = truth.words.slice(start, end).every((word) => !known.has(word))
    if (isMoved) events.push({ kind: 'moved', what: 'words in another place', start, end })
    else if (!isLost) events.push({ kind: 'dropped', what: 'words dropped', start, end })
    start = end
  }
  return events
}

function wrongNotes(pair: Pair): Event[] {
  const { truth, made, places } = pair
  const wrong = truth.calls.filter(({ at, label }) => {
    const own = callAt(pair, at)
    return own !== undefined && !isSame(truth.notes.get(label), made.notes.get(own))
  })
  const right = new Set(truth.calls.map(({ at }) => (places[at - 1] ?? -1) + 1))
  const invented = made.calls.filter(({ at }) => !right.has(at)).map(({ at }) => truthAt(pair, at - 1))
  return [
    ...wrong.map(({ at }) => ({ kind: 'note', what: 'another text under a call', start: at - 1, end: at })),
    ...invented.map((at) => ({ kind: 'note', what: 'false call', start: at, end: at + 1 })),
  ]
}

/** A heading whose words are none of the truth's is matter around the text that was left, and no harm. */
function falseHeadings(pair: Pair): Event[] {
  const { truth, made, places } = pair
  const wanted = new Set(truth.blocks.filter(({ isHeading }) => isHeading).map((block) => phrase(truth, block)))
  const own = new Set(places)
  return made.blocks
    .filter((block) => block.isHeading && own.has(block.start) && !wanted.has(phrase(made, block)))
    .map(({ start, end }) => ({
      ...{ kind: 'heading', what: 'text as a heading' },
      ...{ start: truthAt(pair, start), end: truthAt(pair, end - 1) + 1 },
    }))
}

/** Blocks that begin inside a block of the truth. */
function cuts(pair: Pair): Event[] {
  const { truth, made, places } = pair
  const starts = new Set(truth.blocks.map(({ start }) => places[start]))
  const before = new Set(truth.blocks.map(({ start }) => start))
  return made.blocks
    .filter(({ start, isHeading }) => !isHeading && !starts.has(start) && places.includes(start))
    .map(({ start }) => truthAt(pair, start))
    .filter((at) => !before.has(at))
    .map((at) => ({ kind: 'cut', what: 'paragraph cut in two', start: at, end: at + 1 }))
}

/** The word of the truth that stands at a place of what was made, or the nearest one before it. */
function truthAt({ places }: Pair, place: number): number {
  let nearest = 0
  places.forEach((other, at) => {
    if (other >= 0 && other <= place) nearest = at
  })
  return nearest
}
