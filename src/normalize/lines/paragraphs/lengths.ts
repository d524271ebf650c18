/*
 * Where paragraphs end among places that are all possible: the choice that makes the lengths of the paragraphs and the
 * evidence at each place most likely together (a hidden semi-Markov model, found by dynamic programming). Lengths follow
 * a gamma distribution with the mean and variance of the paragraphs that are known.
 */

/** A place where a paragraph may end. */
export interface Place {
  /** Number of the line before which the break would stand. */
  readonly at: number
  /** Natural logarithm of how much likelier the evidence is with a break than without. */
  readonly odds: number
}

/** How the lengths of paragraphs, in lines, are distributed. */
export interface Lengths {
  readonly mean: number
  /** Shape of the gamma distribution: the greater, the more alike are the lengths. */
  readonly shape: number
}

/** Least and greatest shape: a text with few paragraphs says little about their lengths. */
const shapes = [0.8, 4] as const
/** Share of the lengths' evidence that is believed. */
const belief = 0.6
/** Most places that one paragraph runs over. */
const mostPlaces = 60

/** The distribution of the lengths of paragraphs of more than one line. */
export function lengthsOf(paragraphs: readonly number[]): Lengths {
  const long = paragraphs.filter((length) => length > 1)
  if (long.length === 0) return { mean: 6, shape: 1 }
  const mean = long.reduce((sum, length) => sum + length, 0) / long.length
  const variance = long.reduce((sum, length) => sum + (length - mean) ** 2, 0) / long.length
  return { mean, shape: Math.min(shapes[1], Math.max(shapes[0], (mean * mean) / Math.max(variance, 0.1))) }
}

/** The places at which paragraphs end between two known breaks, before the lines `from` and `to`. */
export function chooseEnds(places: readonly Place[], from: number, to: number, lengths: Lengths): Place[] {
  const points = [from, ...places.map(({ at }) => at), to]
  const best = [0]
  const back = [0]
  for (let end = 1; end < points.length; end++) {
    best[end] = Number.NEGATIVE_INFINITY
    for (let start = Math.max(0, end - mostPlaces); start < end; start++) {
      const length = (points[end] ?? to) - (points[start] ?? from)
      const likelihood = (best[start] ?? 0) + logLikelihood(length, lengths) + (places[end - 1]?.odds ?? 0)
      if (likelihood <= (best[end] ?? 0)) continue
      best[end] = likelihood
      back[end] = start
    }
  }
  const chosen: Place[] = []
  for (let end = back[points.length - 1] ?? 0; end > 0; end = back[end] ?? 0) chosen.unshift(places[end - 1] as Place)
  return chosen
}

/** Between the gamma distribution and the exponential one, which knows nothing of the lengths but their mean. */
function logLikelihood(length: number, { mean, shape }: Lengths): number {
  const gamma =
    (shape - 1) * Math.log(length) - (shape * length) / mean + shape * Math.log(shape / mean) - logGamma(shape)
  const exponential = -length / mean - Math.log(mean)
  return belief * gamma + (1 - belief) * exponential
}

/** Stirling's series, exact to four digits for these shapes. */
function logGamma(x: number): number {
  if (x < 2) return logGamma(x + 1) - Math.log(x)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x)
}
