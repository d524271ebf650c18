import { type Figures, figuresOf } from './figures.ts'
import type { ScoredCase } from './scored-case.ts'

/** The figures of some cases, by their name. */
export type Group = readonly [name: string, figures: Figures]

/** A scored set: its groups, worst first, and the whole of it, with the parts that are and are not kept apart. */
export interface ScoredSet {
  readonly set: string
  readonly groups: readonly Group[]
  readonly sums: readonly Group[]
}

/** By what cases can be grouped. */
export const groupings = {
  kind: ({ kind }: ScoredCase) => kind,
  look: ({ look }: ScoredCase) => look,
  language: ({ language }: ScoredCase) => language,
} as const

/** Groups the cases of one set and sums them up. */
export function groupsOf(
  set: string,
  cases: readonly ScoredCase[],
  by: keyof typeof groupings,
  kinds: readonly string[],
): ScoredSet {
  const group = (name: string, of: (one: ScoredCase) => boolean): readonly Group[] => {
    const some = cases.filter(of)
    return some.length > 0 ? [[name, figuresOf(some, kinds)]] : []
  }
  const nameOf = groupings[by]
  const groups = [...new Set(cases.map(nameOf))].flatMap((name) => group(name, (one) => nameOf(one) === name))
  const parts = [
    ...group('all', () => true),
    ...group('to fit', ({ isHeld }) => !isHeld),
    ...group('kept apart', ({ isHeld }) => isHeld),
  ]
  return { set, groups: groups.sort(worstFirst), sums: parts }
}

function worstFirst([, left]: Group, [, other]: Group): number {
  return other.silent - left.silent || other.harms - left.harms
}
