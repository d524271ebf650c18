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
