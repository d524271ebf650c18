import { box, forced, type Items } from '../items.ts'
import type { Fit, Fitted } from './fit.ts'
import type { LineStart } from './node.ts'
import type { TriedLine } from './rivers.ts'

/*
 * What a line measures: the sums over all items at its end less those at its start. No line is added up item by item.
 */

/** Where a line ends, as it is measured from any start. Widths are in points. */
export interface LineEnd {
  /** Item that the line is broken at. */
  readonly at: number
  /** Width up to the break: with its hyphen, without what hangs out. */
  readonly width: number
  /** The same without either. */
  readonly sum: number
  readonly stretch: number
  readonly shrink: number
  /** What the break costs. */
  readonly cost: number
  /** Whether the line ends with a hyphen. */
  readonly hyphen: boolean
  /** Whether it is the last line. */
  readonly final: boolean
}

/** A `LineEnd` that is measured again for each break: the search measures very many. */
export type MeasuredEnd = { -readonly [Key in keyof LineEnd]: LineEnd[Key] }

/** An end that is still to be measured. */
export function createEnd(): MeasuredEnd {
  return { at: -1, width: 0.5, sum: 0.5, stretch: 0.5, shrink: 0.5, cost: 0, hyphen: false, final: false }
}

/** Measures the end of lines that are broken at an item. */
export function measureEnd(end: MeasuredEnd, items: Items, at: number): LineEnd {
  end.at = at
  end.width = endWidth(items, at)
  end.sum = items.width[at] ?? 0
  end.stretch = items.stretch[at] ?? 0
  end.shrink = items.shrink[at] ?? 0
  end.cost = items.cost[at] ?? 0
  end.hyphen = items.flagged[at] === 1
  end.final = at === items.length - 1
  return end
}

/** Width up to a break: with its hyphen, without what hangs out. */
export function endWidth(items: Items, at: number): number {
  const extra = items.extra[at] ?? 0
  const hang = extra > 0 ? (items.hangEnd[at] ?? 0) : at > 0 ? (items.hangEnd[at - 1] ?? 0) : 0
  return (items.width[at] ?? 0) + extra - hang
}

/** Where the line after a break begins, or with -1 the first one: glue and penalties after a break are gone. */
export function startAfter({ items, fit }: Fitted, at: number): LineStart {
  let start = at < 0 ? 0 : at
  while (start < items.length && items.kind[start] !== box && (start === at || items.cost[start] !== forced)) start++
  const base = (items.width[start] ?? 0) + (items.hangStart[start] ?? 0) - (at < 0 ? fit.indent : 0)
  return { at, start, base }
}

/** How far a line's spaces and letters give; ragged ones keep their width. */
export function shrinkOf({ items, fit }: Fitted, { start }: LineStart, { shrink }: LineEnd): number {
  return fit.rag > 0 ? 0 : shrink - (items.shrink[start] ?? 0)
}

/** How far a line's spaces and letters can be stretched at a ratio of 1; a ragged line has white at its end. */
function stretchOf({ items, fit }: Fitted, { start }: LineStart, { stretch }: LineEnd): number {
  return fit.rag > 0 ? fit.rag : stretch - (items.stretch[start] ?? 0)
}

/** Rounding errors in points that make no line too wide or too narrow. */
const hair = 1e-6

/** How much a line's spaces give, in multiples of their stretch (above 0) or shrink (below 0). */
export function ratioOf(fitted: Fitted, from: LineStart, end: LineEnd): number {
  const slack = fitted.fit.measure - (end.width - from.base)
  if (slack < 0) {
    const shrink = shrinkOf(fitted, from, end)
    return shrink > 0 ? slack / shrink : slack > -hair ? 0 : Number.NEGATIVE_INFINITY
  }
  if (end.cost === forced) return 0
  const stretch = stretchOf(fitted, from, end)
  if (stretch > 0) return slack / stretch
  return slack < hair ? 0 : Number.MAX_SAFE_INTEGER
}

/** A line as it is measured for rivers. */
export function triedLine(fitted: Fitted, from: LineStart, end: LineEnd): TriedLine {
  const { start, base } = from
  const ratio = Math.max(-1, ratioOf(fitted, from, end))
  return { start, end: end.at, base, slack: fitted.fit.measure - (end.width - base), ratio }
}

/** How far a line sticks out, in points. */
export function excessOf({ measure }: Fit, { base }: LineStart, { width }: LineEnd): number {
  return Math.max(0, width - base - measure)
}
