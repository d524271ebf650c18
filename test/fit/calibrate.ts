import type { Model } from './logistic.ts'

/** What a model said of a place that it was not fitted to, in log odds, and whether the decision there was wrong. */
export interface Said {
  readonly odds: number
  readonly isWrong: boolean
  readonly weight: number
}

/** Steps of Newton's method, and the longest of them: where nearly all is said to be sure, it would overshoot. */
const steps = 40
const longestStep = 0.3

/**
 * A model whose likelihoods are as often right as they say: its log odds are stretched and moved as fits places that it
 * was not fitted to (Platt, "Probabilistic outputs for support vector machines", 1999).
 */
export function calibrated({ base, weights }: Model, said: readonly Said[]): Model {
  const { slope, offset } = lineThrough(said)
  const stretched = Object.entries(weights).map(([name, weight]) => [name, slope * weight] as const)
  return { base: slope * base + offset, weights: Object.fromEntries(stretched) }
}

function lineThrough(said: readonly Said[]): { readonly slope: number; readonly offset: number } {
  let [slope, offset] = [1, 0]
  for (let at = 0; at < steps; at++) {
    // Gradient and second derivatives of the loss in slope and offset.
    let [ofSlope, ofOffset, both, slopeTwice, offsetTwice] = [0, 0, 0, 0, 0]
    for (const { odds, isWrong, weight } of said) {
      const likely = 1 / (1 + Math.exp(-(slope * odds + offset)))
      const error = weight * (likely - (isWrong ? 1 : 0))
      const spread = weight * likely * (1 - likely)
      ofSlope += error * odds
      ofOffset += error
      slopeTwice += spread * odds * odds
      offsetTwice += spread
      both += spread * odds
    }
    const whole = slopeTwice * offsetTwice - both * both
    slope -= atMost((offsetTwice * ofSlope - both * ofOffset) / whole)
    offset -= atMost((slopeTwice * ofOffset - both * ofSlope) / whole)
  }
  return { slope, offset }
}

function atMost(change: number): number {
  return Math.max(-longestStep, Math.min(longestStep, change))
}
