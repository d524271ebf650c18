import { box, forbidden, forced, glue, type Items } from '../items.ts'
import type { Fit } from './fit.ts'
import { endWidth, type LineEnd } from './metrics.ts'
import type { Node } from './node.ts'

/*
 * Which breaks and which lines are worth a try. Most are not: of what is left the search has little to do.
 */

/** Whether a line may end at an item. */
export function isBreak(items: Items, fit: Fit, at: number): boolean {
  const kind = items.kind[at]
  if (fit.whole && items.inside[at] === 1) return false
  if (kind === box || (items.cost[at] ?? 0) >= forbidden) return false
  return kind !== glue || (at > 0 && items.kind[at - 1] !== glue)
}

/** Whether even the longest line that could end here is too short; then so are all the others. */
export function isTooShort(items: Items, fit: Fit, longest: Node | undefined, at: number): boolean {
  if (!longest || items.cost[at] === forced || fit.tolerance === Number.POSITIVE_INFINITY) return false
  const stretch = (items.stretch[at] ?? 0) - (items.stretch[longest.start] ?? 0) + fit.rag
  return endWidth(items, at) - longest.base + stretch * fit.tolerance < fit.measure
}

/** Whether a line would be the last of several, and narrower than a last line is to be. */
export function isRunt({ runt }: Fit, { previous, base }: Node, { final, width }: LineEnd): boolean {
  return final && previous !== undefined && width - base < runt
}

/** Whether a line is left to a later pass: a runt, or the third in a row that ends with a hyphen. */
export function isLeft(fit: Fit, node: Node, end: LineEnd): boolean {
  return fit.retry && ((end.hyphen && node.hyphens > 1) || isRunt(fit, node, end))
}
