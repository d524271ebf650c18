import { box, forbidden, forced, glue, type Items } from '../../src/pdf/line/items.ts'
import type { Fit } from '../../src/pdf/line/optimum-fit/fit.ts'
import type { BreakRoom } from '../../src/pdf/line/optimum-fit/room.ts'

/**
 * Breaks lines as most programs do: each takes the words that fit at their natural width. Stands in for the optimal
 * breaker (`first-fit-hooks.mjs`), which is asked first without and then with divided words; this one answers last.
 */
export function breakLines({ items }: BreakRoom, fit: Fit): number[] | undefined {
  if (fit.retry) return undefined
  const breaks: number[] = []
  let start = 0
  let last = -1
  for (let at = 0; at < items.length; at++) {
    if (!isBreak(items, at)) continue
    const room = fit.measure - (breaks.length === 0 ? fit.indent : 0)
    const width = (items.width[at] ?? 0) + (items.extra[at] ?? 0) - (items.width[start] ?? 0)
    if (width > room && last >= start) {
      breaks.push(last)
      start = nextBox(items, last)
    }
    if (items.cost[at] === forced) {
      breaks.push(at)
      start = nextBox(items, at)
    }
    last = at
  }
  return breaks
}

function isBreak(items: Items, at: number): boolean {
  const kind = items.kind[at]
  return kind !== box && (items.cost[at] ?? 0) < forbidden && (kind !== glue || items.kind[at - 1] === box)
}

function nextBox(items: Items, at: number): number {
  let next = at
  while (next < items.length && items.kind[next] !== box) next++
  return next
}
