import { alignCalls, type Target } from './align.ts'
import type { CapturedNote, LineCall, NoteLines } from './captured-notes.ts'
import { apartWeight } from './labels.ts'

/** Weight from which on a place is taken for a call; what weighs less needs a row around it. */
const leastWeight = 0.5

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
  return { linked: countLinked(outside, targets), notes: notes.length }
}

/**
 * How many notes calls lead to, in order, one for each. A reader of PDF files sets a space before some calls that are
 * raised: a number between two sentences counts where others are glued to words.
 */
export function countLinked(calls: readonly LineCall[], targets: readonly Target[]): number {
  const glued = alignCalls(calls.filter(isLikely), targets).length
  if (glued >= enoughGlued * targets.length) return alignCalls(calls, targets).length
  return glued >= leastGlued * targets.length ? alignCalls(calls.filter(isPossible), targets).length : glued
}

/** Share of the notes that glued calls must lead to, so that numbers between two sentences count as calls, too. */
const leastGlued = 0.3

/** Share from which on the row is so sure that any place in it with the right number counts ("the preservation of3"). */
const enoughGlued = 0.7

function isPossible({ weight }: LineCall): boolean {
  return weight >= apartWeight
}

/** Whether a place is taken for a call without a look at the notes. */
function isLikely({ weight }: LineCall): boolean {
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

/** Share of the notes that calls must lead to; of many, a smaller share is no chance, as they are in order. */
const leastLinked = { share: 0.6, many: 10, ofMany: 0.4 }

/** Whether calls lead to so many of the notes that they are notes rather than sections, items or rows of figures. */
export function isSupported({ linked, notes }: Support): boolean {
  return linked > 0 && linked >= (linked >= leastLinked.many ? leastLinked.ofMany : leastLinked.share) * notes
}
