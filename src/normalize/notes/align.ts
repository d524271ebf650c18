import { PrefixMaxima } from './chain.ts'
import type { CallCandidate } from './labels.ts'

/** A note that calls can lead to: one with a text, or one whose number is missing between two others. */
export interface Target {
  readonly label: string
  /** Offsets in the source between which its call stands. */
  readonly from: number
  readonly to: number
  /** Whether the text of the note was found. */
  readonly hasText: boolean
}

/** A candidate and where it stands. */
export interface PlacedCall extends CallCandidate {
  /** Offset in the source. */
  readonly offset: number
}

/** A call and the index of its target. */
export interface Match<Call extends PlacedCall> {
  readonly call: Call
  readonly target: number
}

/** What a note's text adds to the weight of its call, and what a missing text takes from it. */
const worth = { text: 1.5, missing: -0.5 }

/**
 * Pairs calls with notes so that both are in order, one for one, and the sum of weights is the highest: a longest
 * common subsequence with weights. Only calls and notes with the same label can pair, so it takes
 * O(pairs * log notes).
 */
export function alignCalls<Call extends PlacedCall>(calls: readonly Call[], targets: readonly Target[]): Match<Call>[] {
  const byLabel = new Map<string, number[]>()
  targets.forEach(({ label }, index) => {
    const same = byLabel.get(label)
    if (same) same.push(index)
    else byLabel.set(label, [index])
  })
  const best = new PrefixMaxima(targets.length + 1)
  const pairs: { match: Match<Call>; previous: number }[] = []
  let top = { score: 0, index: -1 }
  for (const call of calls) {
    const found = (byLabel.get(call.label) ?? []).filter((index) => isWithin(call, targets[index]))
    // From the last target down, so that one call cannot build on itself.
    for (const target of found.reverse()) {
      const own = call.weight + (targets[target]?.hasText ? worth.text : worth.missing)
      if (own <= 0) continue
      const before = best.upTo(target)
      const score = own + Math.max(0, before.score)
      const index = pairs.push({ match: { call, target }, previous: before.score > 0 ? before.index : -1 }) - 1
      best.raise(target + 1, score, index)
      if (score > top.score) top = { score, index }
    }
  }
  const matches: Match<Call>[] = []
  for (let at = top.index; at >= 0; at = pairs[at]?.previous ?? -1) {
    const pair = pairs[at]
    if (pair) matches.push(pair.match)
  }
  return matches.reverse()
}

function isWithin({ offset }: PlacedCall, target: Target | undefined): boolean {
  return target !== undefined && offset >= target.from && offset < target.to
}
