import { alignCalls } from './align.ts'
import type { CapturedNote, LineCall, NoteLines } from './captured-notes.ts'
import { apartWeight, spacedWeights } from './labels.ts'

/** Weight from which on a place is taken for a call; what weighs less needs a row around it. */
const leastWeight = spacedWeights.word

/** What a text's calls say for a reading of its notes. */
export interface Support {
  /** How many of the notes a call leads to, in order, one call for each. */
  readonly linked: number
  /** How many notes the reading has. */
  readonly notes: number
}

/** How well notes are supported by calls that stand outside them, each in the scope of its note. */
export function supportOf({ calls }: NoteLines, notes: readonly CapturedNote[]): Support {
  const own = linesOf(notes)
  const outside = calls.filter((call) => !own.has(call.line))
  const targets = notes.map(({ label, scope }) => ({ label, ...scope, hasText: true }))
  const likely = alignCalls(outside.filter(isLikely), targets).length
  // A reader of PDF files sets a space before some calls, once they are raised: they count where others are glued.
  const all = likely >= leastGlued * notes.length ? alignCalls(outside.filter(isPossible), targets).length : likely
  return { linked: all, notes: notes.length }
}

/** Share of the notes that glued calls must lead to, so that numbers between two sentences count as calls, too. */
const leastGlued = 0.3

function isPossible({ weight }: LineCall): boolean {
  return weight >= apartWeight
}

/** Whether a place is taken for a call without a look at the notes. */
export function isLikely({ weight }: LineCall): boolean {
  return weight >= leastWeight
}

/** Indices of all lines of notes. */
function linesOf(notes: readonly CapturedNote[]): Set<number> {
  const own = new Set<number>()
  for (const { from, to, carried = [], labelLine } of notes) {
    for (const stretch of [{ from, to }, ...carried]) for (let at = stretch.from; at < stretch.to; at++) own.add(at)
    if (labelLine !== undefined) own.add(labelLine)
  }
  return own
}

/** Share of the notes that calls must lead to. */
const leastLinked = 0.6

/** Whether calls lead to so many of the notes that they are notes rather than sections, items or rows of figures. */
export function isSupported(support: Support): boolean {
  return support.linked > 0 && support.linked >= leastLinked * support.notes
}
