import type { Strip } from '../galley/strip.ts'
import { type NotesOf, type NoteTail, stripsHeight } from './slices.ts'

/** The notes that a strip brings to the foot of its page. */
export interface CalledNotes {
  /** The notes called in it, each followed by the notes that are called in that one. */
  readonly tails: readonly NoteTail[]
  /** Height of their text in points, and of the first line of each. */
  readonly full: number
  readonly least: number
}

/** Gives the notes of a galley's strip, by its number; they are looked at once, however many pages are tried with the strip. */
export type CalledIn = (at: number) => CalledNotes

const nothing: CalledNotes = { tails: [], full: 0, least: 0 }

export function rememberCalls(strips: readonly Strip[], notesOf: NotesOf): CalledIn {
  const known = new Array<CalledNotes | undefined>(strips.length).fill(undefined)
  return (at) => {
    const called = known[at]
    if (called) return called
    const strip = strips[at]
    const tails = strip && strip.notes.length > 0 ? notesIn(strip, notesOf, new Set()) : nothing.tails
    const full = fullHeight(tails, tails.length, notesOf)
    return (known[at] = { tails, full, least: leastHeight(tails, notesOf) })
  }
}

function notesIn(strip: Strip, notesOf: NotesOf, within: ReadonlySet<string>): NoteTail[] {
  return strip.notes
    .filter((note) => !within.has(note) && notesOf(note).length > 0)
    .flatMap((note) => {
      const inside = new Set([...within, note])
      return [{ note, from: 0 }, ...notesOf(note).flatMap((inner) => notesIn(inner, notesOf, inside))]
    })
}

/** Height of the first `count` of some notes. */
export function fullHeight(tails: readonly NoteTail[], count: number, notesOf: NotesOf): number {
  let height = 0
  for (let index = 0; index < count; index++) {
    const tail = tails[index]
    const strips = tail && notesOf(tail.note)
    if (strips) height += stripsHeight(strips, tail.from, strips.length)
  }
  return height
}

/** Height of the first line of each note. */
export function leastHeight(tails: readonly NoteTail[], notesOf: NotesOf): number {
  return tails.reduce((sum, { note, from }) => sum + (notesOf(note)[from]?.height ?? 0), 0)
}
