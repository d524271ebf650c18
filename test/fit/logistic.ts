/** One place at which a decision was made: what was seen there, and whether the decision was wrong. */
export interface Sample {
  readonly features: readonly string[]
  readonly isWrong: boolean
  /** How much it counts. */
  readonly weight: number
}

/** A logistic regression: log odds that a decision is wrong, as a base and a sum of weights. */
export interface Model {
  readonly base: number
  readonly weights: Readonly<Record<string, number>>
}

/** How a model is fitted. */
export interface FitOptions {
  /** Penalty on the square of each weight: the higher, the less it follows the samples. */
  readonly penalty: number
  /** Fewest samples that a feature has to have a weight. */
  readonly fewest: number
}

/** Rounds over all samples, after which the weights no longer move in their second decimal. */
const rounds = 500
/** First step of a weight; it shrinks as the weight moves (AdaGrad: Duchi, Hazan and Singer, 2011). */
const step = 0.3

/** Fits a logistic regression with an L2 penalty, by gradient descent over all samples at a time. It gives the same weights each time. */
export function fitLogistic(samples: readonly Sample[], { penalty, fewest }: FitOptions): Model {
  const names = namesOf(samples, fewest)
  const places = new Map(names.map((name, at) => [name, at]))
  const rows = samples.map(({ features }) => features.flatMap((name) => places.get(name) ?? []))
  const mean = samples.reduce((sum, { weight }) => sum + weight, 0) / samples.length
  const weights = new Float64Array(names.length)
  const moved = new Float64Array(names.length).fill(1e-6)
  let base = -4
  let baseMoved = 1e-6
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => penalty * weight)
    let baseSlope = 0
    for (const [at, row] of rows.entries()) {
      const { isWrong, weight } = samples[at] as Sample
      const odds = row.reduce((sum, place) => sum + (weights[place] ?? 0), base)
      const error = ((1 / (1 + Math.exp(-odds)) - (isWrong ? 1 : 0)) * weight) / mean
      baseSlope += error
      for (const place of row) slope[place] = (slope[place] ?? 0) + error
    }
    for (const [place, by] of slope.entries()) {
      moved[place] = (moved[place] ?? 0) + by * by
      weights[place] = (weights[place] ?? 0) - (step * by) / Math.sqrt(moved[place] ?? 1)
    }
    baseMoved += baseSlope * baseSlope
    base -= (step * baseSlope) / Math.sqrt(baseMoved)
  }
  return { base, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) }
}

/** How likely a model says that a decision is wrong, 0 to 1. */
export function likelihood(model: Model, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-oddsOf(model, features)))
}

/** The same as log odds. */
export function oddsOf({ base, weights }: Model, features: readonly string[]): number {
  return features.reduce((sum, name) => sum + (weights[name] ?? 0), base)
}

function namesOf(samples: readonly Sample[], fewest: number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([name]) => name)
    .sort()
}
