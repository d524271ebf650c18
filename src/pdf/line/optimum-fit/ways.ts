import type { Node } from './node.ts'

/** The best way to one break, for each class of fitness and number of hyphens. */
export interface Ways {
  /** Demerits by class; `Infinity` where there is no way. */
  readonly demerits: Float64Array
  /** The node that the way's last line comes from, by class. */
  readonly from: (Node | undefined)[]
  /** The least demerits of all classes. */
  least: number
}

/** Four classes of fitness, each with four numbers of hyphens. */
const classes = 16

/** The class of a way. */
export function classOf(fitness: number, hyphens: number): number {
  return fitness * 4 + hyphens
}

/** The fitness and the hyphens that a class stands for. */
export const fitnessIn = (at: number): number => at >> 2
export const hyphensIn = (at: number): number => at & 3

/** Ways to a break that nothing leads to yet; use them again with `forget`. */
export function createWays(): Ways {
  return {
    demerits: new Float64Array(classes),
    from: new Array(classes).fill(undefined),
    least: Number.POSITIVE_INFINITY,
  }
}

/** Makes room for the ways to another break. */
export function forget(ways: Ways): void {
  for (let at = 0; at < classes; at++) ways.demerits[at] = Number.POSITIVE_INFINITY
  ways.least = Number.POSITIVE_INFINITY
}
