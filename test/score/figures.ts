import { columns } from './columns.ts'
import type { Harm } from './judge.ts'
import type { ScoredCase } from './scored-case.ts'

/** What a group of cases comes to. */
export interface Figures {
  readonly cases: number
  readonly words: number
  /** Harms for 1,000 words, and those of them that no message tells of. */
  readonly harms: number
  readonly silent: number
  /** Share of the cases without any harm. */
  readonly clean: number
  /** The same by kind of harm. */
  readonly byKind: Readonly<Record<string, { readonly all: number; readonly silent: number }>>
  /** Doubtful places and warnings for 1,000 words. */
  readonly alarms: number
  /** Share of them that stand at a harm; at a harm or at a loss of the capture. No number where there is none. */
  readonly atHarm: number | undefined
  readonly atHarmOrLoss: number | undefined
  /** Means of the usual figures over the cases that have them. */
  readonly means: Readonly<Record<string, number | undefined>>
}

/** Sums up cases. */
export function figuresOf(cases: readonly ScoredCase[], kinds: readonly string[]): Figures {
  const words = sum(cases, (one) => one.words)
  const harms = cases.flatMap((one) => one.harms)
  const rate = (count: number) => (1000 * count) / Math.max(1, words)
  const both = (some: readonly Harm[]) => ({ all: rate(some.length), silent: rate(some.filter(isSilent).length) })
  const alarms = sum(cases, (one) => one.alarms)
  const share = (count: number) => (alarms > 0 ? count / alarms : undefined)
  const { all, silent } = both(harms)
  return {
    ...{ cases: cases.length, words, harms: all, silent },
    clean: cases.filter((one) => one.harms.length === 0).length / Math.max(1, cases.length),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, both(harms.filter((harm) => harm.kind === kind))])),
    alarms: rate(alarms),
    atHarm: share(sum(cases, (one) => one.alarmsAtHarm)),
    atHarmOrLoss: share(sum(cases, (one) => one.alarmsAtHarmOrLoss)),
    means: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, meanOf(cases, column)])),
  }
}

function isSilent({ silent }: Harm): boolean {
  return silent
}

function sum(cases: readonly ScoredCase[], of: (one: ScoredCase) => number): number {
  return cases.reduce((total, one) => total + of(one), 0)
}

function meanOf(cases: readonly ScoredCase[], column: (typeof columns)[string]): number | undefined {
  const known = cases
    .map(({ score }) => column(score))
    .filter((value): value is number => typeof value === 'number' && !Number.isNaN(value))
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) / known.length : undefined
}
