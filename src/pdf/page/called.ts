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

/** Gives the notes of a strip; they are looked at once, however many pages are tried with the strip. */
export type CalledIn = (strip: Strip) => CalledNotes

const nothing: CalledNotes = { tails: [], full: 0, least: 0 }

export function rememberCalls(notesOf: NotesOf): CalledIn {
  const known = new Map<Strip, CalledNotes>()
  return (strip) => {
    if (strip.notes.length === 0) return nothing
    let called = known.get(strip)
    if (!called) {
      const tails = notesIn(strip, notesOf, new Set())
      called = { tails, full: fullHeight(tails, notesOf), least: leastHeight(tails, notesOf) }
      known.set(strip, called)
    }
    return called
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

export function fullHeight(tails: readonly NoteTail[], notesOf: NotesOf): number {
  return tails.reduce((sum, { note, from }) => sum + stripsHeight(notesOf(note), from, notesOf(note).length), 0)
}

/** Height of the first line of each note. */
export function leastHeight(tails: readonly NoteTail[], notesOf: NotesOf): number {
  return tails.reduce((sum, { note, from }) => sum + (notesOf(note)[from]?.height ?? 0), 0)
}
