/** One item of a sequence in which numbers should rise by one. */
export interface Numbered {
  readonly value: number
  /** How likely the item belongs to the sequence: above 0, about 1 for an even chance. */
  readonly weight: number
}

/** What it costs a sequence to do without a number, and to begin again at 1. */
export interface ChainCosts {
  readonly gap: number
  /** Absent when the sequence cannot begin again. */
  readonly restart?: number
}

/** Numbers above this are no notes' numbers. */
const highest = 4096

/**
 * The heaviest sequence of items, in order, whose values rise; each number left out costs `gap`. This is the longest
 * increasing subsequence with weights, found in O(n log n) with a Fenwick tree of prefix maxima (Fenwick 1994).
 */
export function bestChain<Item extends Numbered>(items: readonly Item[], costs: ChainCosts): Item[] {
  const best = new PrefixMaxima(highest)
  const previous = new Int32Array(items.length).fill(-1)
  const scores = new Float64Array(items.length)
  let top = -1
  items.forEach(({ value, weight }, at) => {
    if (value < 1 || value > highest) return
    const from = best.upTo(value - 1)
    // A predecessor u stores its score + gap * (u + 1): minus gap * value, that is the cost of what lies between.
    let score = Math.max(from.score, costs.gap) - costs.gap * value
    previous[at] = from.score > costs.gap ? from.index : -1
    const restarted =
      top >= 0 && costs.restart !== undefined ? (scores[top] ?? 0) - costs.restart - costs.gap * (value - 1) : -1
    if (restarted > score) {
      score = restarted
      previous[at] = top
    }
    score += weight
    scores[at] = score
    best.raise(value, score + costs.gap * (value + 1), at)
    if (score > 0 && (top < 0 || score > (scores[top] ?? 0))) top = at
  })
  const chain: Item[] = []
  for (let at = top; at >= 0; at = previous[at] ?? -1) chain.push(items[at] as Item)
  return chain.reverse()
}

/** Maxima over the first n places, updated and asked in O(log size). */
export class PrefixMaxima {
  readonly #scores: Float64Array
  readonly #indices: Int32Array

  constructor(size: number) {
    this.#scores = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY)
    this.#indices = new Int32Array(size + 1).fill(-1)
  }

  /** Raises the maximum at a place, from 1. */
  raise(place: number, score: number, index: number): void {
    for (let at = place; at < this.#scores.length; at += at & -at) {
      if (score <= (this.#scores[at] ?? 0)) continue
      this.#scores[at] = score
      this.#indices[at] = index
    }
  }

  /** The maximum over places 1 to `place`. */
  upTo(place: number): { score: number; index: number } {
    let score = Number.NEGATIVE_INFINITY
    let index = -1
    for (let at = place; at > 0; at -= at & -at) {
      if ((this.#scores[at] ?? 0) <= score) continue
      score = this.#scores[at] ?? 0
      index = this.#indices[at] ?? -1
    }
    return { score, index }
  }
}

/** A line that begins with a label, and the calls that it may answer, from the last one up. */
export interface LabelledLine {
  readonly line: number
  readonly calls: readonly number[]
}

/**
 * Pairs lines that begin with a label with calls, both in order, one for one, so that the sum of what speaks for each
 * pair is the highest. Of two lines with the same label and the same call, the lower one is the note. `weigh` says how
 * much speaks for a pair, and nothing or less that it is none; O(pairs * log calls). Gives the lines from the first one
 * down.
 */
export function pairInOrder<Labelled extends LabelledLine>(
  lines: readonly Labelled[],
  calls: number,
  weigh: (line: Labelled, call: number) => number,
): { starts: number[]; weight: number } {
  const best = new PrefixMaxima(calls + 1)
  const pairs: { line: number; previous: number }[] = []
  let top = { score: 0, index: -1 }
  for (const labelled of lines) {
    for (const call of labelled.calls) {
      const own = weigh(labelled, call)
      if (own <= 0) continue
      const before = best.upTo(call)
      const score = own + labelled.line * 1e-6 + Math.max(0, before.score)
      const index = pairs.push({ line: labelled.line, previous: before.score > 0 ? before.index : -1 }) - 1
      best.raise(call + 1, score, index)
      if (score > top.score) top = { score, index }
    }
  }
  const starts: number[] = []
  for (let at = top.index; at >= 0; at = pairs[at]?.previous ?? -1) starts.push(pairs[at]?.line ?? 0)
  return { starts: starts.reverse(), weight: top.score }
}

/** Places in a row of the things that have the same key, in order. */
export function placesByKey<Key>(keys: readonly Key[]): ReadonlyMap<Key, readonly number[]> {
  const places = new Map<Key, number[]>()
  keys.forEach((key, index) => {
    const same = places.get(key)
    if (same) same.push(index)
    else places.set(key, [index])
  })
  return places
}
