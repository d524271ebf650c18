import type { Diagnostic } from '../../src/diagnostics/summary.ts'
import type { Meta } from './capture.ts'
import type { Score } from './columns.ts'

/** One thing that a reader would call harm. */
export interface Harm {
  /** One of the judge's kinds. */
  readonly kind: string
  /** The harm in words. */
  readonly what: string
  /** First and last line of the captured text; they count from 1. */
  readonly line: number
  readonly endLine: number
  /** Whether no message stands within two lines. */
  readonly silent: boolean
  /** Words around it. */
  readonly example: string
}

/** The harms of one normalized text. */
export interface Harms {
  /** Words of the truth, notes included. */
  readonly words: number
  readonly harms: readonly Harm[]
  /** Lines of the captured text beside which words of the truth are missing: the capture lost them. */
  readonly losses: readonly number[]
}

/** A normalized text beside what it should be. */
export interface Exhibit {
  readonly input: string
  readonly truth: string
  readonly markdown: string
  readonly meta: Meta
  readonly messages: readonly Diagnostic[]
}

/** Who says how good a normalized text is. */
export interface Judge {
  /** Whose figures they are, for the head of the report. */
  readonly name: string
  /** Whether texts of any length can be judged; else those of the project's own set only. */
  readonly isForAll: boolean
  /** Kinds of harm that are looked for. */
  readonly kinds: readonly string[]
  score(exhibit: Exhibit): Partial<Score>
  harms(exhibit: Exhibit): Harms
}
