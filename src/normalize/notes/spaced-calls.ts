import { bestChain } from './chain.ts'
import type { CallCandidate } from './labels.ts'

/** Fewest calls in a row that show a style, and the least share of their numbers that must be there. */
const least = { calls: 3, share: 0.7 }

/**
 * Whether the calls of a text stand behind a space, as French typography sets them ("est libre. 4 Elle"): the numbers
 * between two sentences count on, and there are more of them than numbers that are glued to words.
 */
export function hasSpacedCalls(calls: readonly CallCandidate[]): boolean {
  const spaced = chainOf(calls.filter(({ form }) => form === 'spaced'))
  if (spaced.length < least.calls || spaced.length < least.share * (spaced.at(-1)?.value ?? 0)) return false
  const others = calls.filter(({ form, weight }) => form !== 'spaced' && form !== 'symbol' && weight >= 1)
  return spaced.length > 1.5 * chainOf(others).length
}

function chainOf(calls: readonly CallCandidate[]) {
  const numbered = calls.flatMap(({ label }) => (/^\d/.test(label) ? [{ value: Number(label), weight: 1 }] : []))
  return bestChain(numbered, { gap: 0.4 })
}
