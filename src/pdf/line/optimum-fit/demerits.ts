import { forced } from '../items.ts'
import type { LineEnd } from './metrics.ts'
import type { Node } from './node.ts'

/** Demerits, in TeX's units: the square of a badness of 100 is 10,000. */
export const demerits = {
  /** Badness that each line has by being there. */
  line: 10,
  /** A loose line next to a tight one. */
  fitness: 10000,
  /** Two hyphens in a row. */
  hyphens: 10000,
  /** Three and more: never, if there is another way. */
  ladder: 1e9,
  /** A hyphen in the last line but one. */
  finalHyphen: 10000,
  /** A last line of a word or less. */
  runt: 250000,
  /** A space in the third line of a river or a further one. */
  river: 50000,
  /** A line that sticks out, for each point that it does. */
  overfull: 1e12,
} as const

/** A line's own demerits. */
export function lineDemerits(ratio: number, cost: number): number {
  const size = Math.min(Math.abs(ratio), 1000)
  const badness = demerits.line + 100 * size * size * size
  if (cost === forced) return badness * badness
  return cost >= 0 ? (badness + cost) * (badness + cost) : badness * badness - cost * cost
}

/** Tight, normal, loose, very loose: 0 to 3. */
export function fitnessOf(ratio: number): number {
  return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
}

/** Hyphens in a row when another line ends with one, 3 for more. */
export function hyphensAfter(hyphens: number): number {
  return hyphens > 1 ? 3 : hyphens + 1
}

/** Demerits of a line for the lines above it: for their fitness and its own, and for hyphens in a row. */
export function companyDemerits(node: Node, { cost }: LineEnd, fitness: number, hyphens: number): number {
  const apart = fitness - node.fitness
  let sum = apart > 1 || apart < -1 ? demerits.fitness : 0
  if (hyphens > 1) sum += hyphens > 2 ? demerits.ladder : demerits.hyphens
  if (cost === forced && node.hyphens > 0) sum += demerits.finalHyphen
  return sum
}
