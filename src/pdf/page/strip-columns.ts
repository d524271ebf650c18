import type { Galley } from '../galley/floats.ts'

/** What decides where pages can end, strip by strip: each of them is read some fifty times. */
export interface StripColumns {
  readonly height: Float64Array
  readonly before: Float64Array
  readonly penalty: Float64Array
  /** What else there is to a strip: some of `trait`, added up. */
  readonly traits: Uint8Array
}

/** Bits of `traits`. */
export const trait = { snap: 1, notes: 2, float: 4, landscapeFloat: 8 } as const

/** Reads the columns off a galley; one entry more than there are strips. */
export function columnsOf({ strips, floats }: Galley): StripColumns {
  const count = strips.length + 1
  const columns = {
    height: new Float64Array(count),
    before: new Float64Array(count),
    penalty: new Float64Array(count),
    traits: new Uint8Array(count),
  }
  for (const [at, { height, before, penalty, snap, notes }] of strips.entries()) {
    columns.height[at] = height
    columns.before[at] = before
    columns.penalty[at] = penalty
    columns.traits[at] = (snap ? trait.snap : 0) + (notes.length > 0 ? trait.notes : 0)
  }
  for (const [at, { landscape }] of floats) {
    columns.traits[at] = (columns.traits[at] ?? 0) + trait.float + (landscape ? trait.landscapeFloat : 0)
  }
  return columns
}
