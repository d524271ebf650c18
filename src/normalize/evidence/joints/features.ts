import type { Line } from '../../../captured/line.ts'
import { isLabelled } from '../labelled.ts'
import { beginningOf, endingOf } from '../punctuation.ts'
import { reachOf } from '../wrapping.ts'
import type { Joint } from './joint.ts'

/*
 * What can be seen at a joint of two lines, as names: for each way of looking at it one name, which says what was decided
 * and what is seen ("begins: end=sentence reach=full"). How much each name weighs is fitted (`weights/line-joints.ts`).
 */

/** What is looked at together. Two or three things say more together than each by itself. */
const views = [
  [],
  ['why'],
  ['end', 'start'],
  ['end', 'reach'],
  ['start', 'reach'],
  ['blank', 'end', 'start'],
  ['blank', 'reach'],
  ['seam', 'end', 'start'],
  ['spaced', 'blank', 'end'],
  ['own', 'above'],
  ['own', 'end', 'start'],
  ['indent'],
  ['wrapped', 'blank'],
  ['next', 'own'],
  ['next', 'end'],
  ['previous', 'blank'],
  ['inserted', 'start'],
  ['label', 'end'],
  ['digit'],
  ['colon'],
  ['capitals'],
  ['capitalsAbove'],
] as const satisfies readonly (readonly (keyof Seen)[])[]

/** What is seen of a joint; each a word for one of few cases. */
type Seen = ReturnType<typeof seenAt>

/** Lines shorter than these, in characters, are short and of middle length. */
const lengths = { short: 30, middle: 60 } as const

/** Shares of the least reach of a full line at which the upper line is told apart. */
const reaches = [0.5, 0.75, 0.9, 1] as const

/** Names of what is seen at a joint. */
export function jointFeatures(joint: Joint): string[] {
  const seen = seenAt(joint)
  const decided = joint.begins === undefined ? 'goes on' : 'begins'
  return views.map((view) => [`${decided}:`, ...view.map((what) => `${what}=${seen[what]}`)].join(' '))
}

function seenAt({ before, line, next, begins, previous, isSeam, wrapping }: Joint) {
  const reach = reachOf(before, line, wrapping) / wrapping.leastReach
  const deeper = (line.data?.indent ?? 0) - (before.data?.indent ?? 0)
  return {
    // Numbers in a reason are those of the place.
    why: begins?.replace(/\d+/g, '#') ?? '-',
    end: endingOf(before.value),
    start: beginningOf(line.value),
    reach: reaches.find((limit) => reach < limit) ?? 'full',
    blank: Math.min(2, line.data?.blankBefore ?? 0),
    seam: isSeam,
    wrapped: wrapping.hardWrapped,
    spaced: wrapping.blankLinesSeparate,
    indent: Math.abs(deeper) < 2 ? 'same' : deeper > 0 ? 'deeper' : 'less',
    own: lengthOf(line),
    above: lengthOf(before),
    next: next === undefined ? 'none' : beginningOf(next.value) === 'lower' ? 'lower' : 'other',
    previous: previous === undefined ? 'none' : previous.begins === undefined ? 'goes on' : 'begins',
    inserted: isInserted(previous),
    label: isLabelled(line.value),
    digit: /\d\W*$/.test(before.value),
    colon: before.value.endsWith(':'),
    capitals: isInCapitals(line),
    capitalsAbove: isInCapitals(before),
  }
}

/** Whether the upper line parts a sentence that was open above it, as the head of a page does. */
function isInserted(previous: Joint | undefined): boolean {
  return previous?.begins !== undefined && endingOf(previous.before.value) === 'open'
}

function lengthOf({ value }: Line): string {
  return value.length < lengths.short ? 'short' : value.length < lengths.middle ? 'middle' : 'long'
}

function isInCapitals({ value }: Line): boolean {
  return value === value.toUpperCase() && value !== value.toLowerCase()
}
