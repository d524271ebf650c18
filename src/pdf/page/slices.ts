import type { Strip } from '../galley/strip.ts'

/** Strips `from` up to `to` of one note, as they stand on one page. */
export interface NoteSlice {
  /** Anchor of the note. */
  readonly note: string
  readonly from: number
  readonly to: number
}

/** A note's strips, and what is left of it to place from a strip on. */
export interface NoteTail {
  readonly note: string
  readonly from: number
}

/** Gives the strips of a note by its anchor; none for a note that is not known. */
export type NotesOf = (note: string) => readonly Strip[]

/** What stands at the foot of a page, and what goes on at the foot of the next. */
export interface NoteFit {
  readonly slices: readonly NoteSlice[]
  readonly rest: readonly NoteTail[]
  /** Height of the slices in points. */
  readonly height: number
}

/** Fewest lines of a divided note on either page. */
const fewestLines = 2

/**
 * Fits notes into the room at the foot of a page. Each note must start there, in the order of the calls; what has no
 * room goes on overleaf. `fewest` is the number of lines that stand together at a cut (1 when nothing else helps).
 * Undefined when the notes can't all start.
 */
export function fitNotes(
  tails: readonly NoteTail[],
  room: number,
  notesOf: NotesOf,
  fewest = fewestLines,
): NoteFit | undefined {
  const starts = tails.map((tail) => startHeight(notesOf(tail.note), tail.from, fewest))
  let reserved = starts.reduce((sum, start) => sum + start, 0)
  if (reserved > room + 0.01) return undefined
  const slices: NoteSlice[] = []
  const rest: NoteTail[] = []
  let used = 0
  for (const [index, tail] of tails.entries()) {
    reserved -= starts[index] ?? 0
    const strips = notesOf(tail.note)
    const to = lastThatFits(strips, tail.from, room - reserved - used, fewest)
    slices.push({ ...tail, to })
    used += stripsHeight(strips, tail.from, to)
    if (to < strips.length) rest.push({ note: tail.note, from: to })
  }
  return { slices, rest, height: used }
}

/** Height of the least that can stand of a note on a page: its first lines, or all of it when it is too short to divide. */
function startHeight(strips: readonly Strip[], from: number, fewest: number): number {
  const divisible = strips.length - from >= 2 * fewest
  return stripsHeight(strips, from, divisible ? from + fewest : strips.length)
}

function lastThatFits(strips: readonly Strip[], from: number, room: number, fewest: number): number {
  let height = 0
  let to = from
  while (to < strips.length) {
    height += heightOf(strips[to], to === from)
    if (height > room + 0.01) break
    to++
  }
  return to === strips.length ? to : Math.min(to, strips.length - fewest)
}

/** Height of strips `from` up to `to` set under each other at the head of a column. */
export function stripsHeight(strips: readonly Strip[], from: number, to: number): number {
  let height = 0
  for (let at = from; at < to; at++) height += heightOf(strips[at], at === from)
  return height
}

function heightOf(strip: Strip | undefined, first: boolean): number {
  return strip ? strip.height + (first ? 0 : strip.before) : 0
}
