import type { Items } from '../items.ts'

/** What a paragraph's lines are to be like. */
export interface Fit {
  /** Width of the lines in points. */
  readonly measure: number
  /** Points that the first line is shorter. */
  readonly indent: number
  /** The worst ratio that a line may be stretched at; `Infinity` when some line must come out of it. */
  readonly tolerance: number
  /** Points of white that a line may well have at its end; its spaces keep their width then. 0 when justified. */
  readonly rag: number
  /** Least width of a last line in points, when it is not the only one; a pass with a next one never goes below. */
  readonly runt: number
  /** Whether words stay whole. */
  readonly whole: boolean
  /** Whether another pass follows if this one finds nothing. */
  readonly retry: boolean
  /** The setting of that name: says how much of a line's stretch is that of its spaces. */
  readonly spaceStretch: number
  /** Whether rivers are looked for: not where the edge is ragged, nor where text runs in both directions. */
  readonly rivers: boolean
}

/** A paragraph, and what its lines are to be like. */
export interface Fitted {
  readonly items: Items
  readonly fit: Fit
}

/** The same, as if another pass followed. */
export function withRetry({ measure, indent, tolerance, whole, rag, runt, spaceStretch, rivers }: Fit): Fit {
  return { measure, indent, tolerance, whole, retry: true, rag, runt, spaceStretch, rivers }
}
