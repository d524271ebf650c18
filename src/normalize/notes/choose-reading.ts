import { type CapturedNote, likelyCalls, type NoteLines } from './captured-notes.ts'
import { isSupported, supportOf } from './support.ts'

/** One way to read the notes of a whole text; no notes at all is one, too. */
export interface Reading {
  /** What it takes for notes, and where, in words. */
  readonly name: string
  readonly notes: readonly CapturedNote[]
}

/** What each thing that a reading claims is worth to it; all readings are on this one scale. Set by hand. */
const worth = {
  /** A note that a call leads to, in order, one call for each. */
  linked: 1,
  /** A note that nothing calls. */
  uncalled: -1,
  /** A note without a text, one that begins within a sentence, and one that is longer than notes are. */
  empty: -1,
  startsWithin: -0.5,
  tooLong: -1,
  /** A note that ends within a sentence, and one with a line that begins with the next label. */
  endsWithin: -0.25,
  holdsNext: -1.5,
}

/** Lines of a note at most. */
const longest = 40

/** By how much the best reading must be better than that there are no notes, which is worth nothing. */
const margin = 0.5

/** So few notes must begin with the first. */
const few = 2

/** Share of the row of calls that must have notes: where fewer have, what was found are lists and paragraphs. */
const leastOfRow = 0.4

/** How good a reading is. */
export function scoreOf(text: NoteLines, { notes }: Reading): number {
  const support = supportOf(text, notes)
  const linking = worth.linked * support.linked + worth.uncalled * (support.notes - support.linked)
  return notes.reduce((sum, note) => sum + textScore(text, note), linking)
}

function textScore(text: NoteLines, note: CapturedNote): number {
  const { lines } = text
  const own = [
    ...lines.slice(note.from, note.to),
    ...(note.carried ?? []).flatMap(({ from, to }) => lines.slice(from, to)),
  ]
  const first = own[0]?.value.slice(note.labelLength) ?? ''
  const last = own.at(-1)?.value ?? ''
  // A label that stands alone has its text on the lines below it.
  const begins = first === '' ? own[1]?.value : first
  if (begins === undefined) return worth.empty
  return (
    (/^\p{Ll}/u.test(begins) && !/^(?:https?:|www)/.test(begins) ? worth.startsWithin : 0) +
    (/[\p{L}\d,;-]$/u.test(last) ? worth.endsWithin : 0) +
    (own.length > longest ? worth.tooLong : 0) +
    (holdsNext(text, note) ? worth.holdsNext : 0)
  )
}

/** Whether a line of a note begins with the next label, in the same form. */
function holdsNext({ labels }: NoteLines, { from, to, label }: CapturedNote): boolean {
  const next = String(Number(label) + 1)
  const form = labels[from]?.form
  return form !== undefined && labels.slice(from + 1, to).some((other) => other?.form === form && other.label === next)
}

/** The best of the readings, the earlier one where two are as good; none where too little speaks for it. */
export function chooseReading(text: NoteLines, readings: readonly Reading[]): Reading | undefined {
  let best: { reading: Reading; score: number } | undefined
  // One or two notes whose numbers begin later are figures that happen to be in the text twice.
  const begins = ({ notes }: Reading) => notes.length > few || !(Number(notes[0]?.label) > notes.length)
  const row = likelyCalls(text).length
  for (const reading of readings.filter(begins)) {
    if (!isSupported(supportOf(text, reading.notes)) || reading.notes.length < leastOfRow * row) continue
    const score = scoreOf(text, reading)
    if (score > (best?.score ?? margin)) best = { reading, score }
  }
  return best?.reading
}
