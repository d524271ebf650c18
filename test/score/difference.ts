import type { Group, ScoredSet } from './grouping.ts'
import { aligned } from './table.ts'

/** Figures are shown with so many digits; what changes less does not show. */
const digits = 3

/**
 * What has changed since an earlier report (`--json`), by set and group: each figure that is another one, with its value
 * before and now. Empty when nothing has.
 */
export function differenceOf(before: readonly ScoredSet[], now: readonly ScoredSet[]): string {
  const tables = now.flatMap(({ set, groups, sums }) => {
    const earlier = before.find((other) => other.set === set)
    const known = new Map<string, Group[1]>(earlier ? [...earlier.groups, ...earlier.sums] : [])
    const rows = [...groups, ...sums].flatMap(([name, figures]) => changes(name, known.get(name), figures))
    return rows.length > 0 ? [`\n${set}, changed\n${aligned([['', 'figure', 'before', 'now', 'by'], ...rows])}`] : []
  })
  return tables.join('')
}

function changes(name: string, before: Group[1] | undefined, now: Group[1]): string[][] {
  if (!before) return [[name, 'new', '', '', '']]
  const earlier = new Map(valuesOf(before))
  return valuesOf(now).flatMap(([figure, value]) => {
    const other = earlier.get(figure) ?? 0
    if (other.toFixed(digits) === value.toFixed(digits)) return []
    const by = value - other
    return [[name, figure, other.toFixed(digits), value.toFixed(digits), `${by > 0 ? '+' : ''}${by.toFixed(digits)}`]]
  })
}

/** The figures of a group that can be better or worse, by name. */
function valuesOf({ harms, silent, clean, byKind, alarms, means }: Group[1]): (readonly [string, number])[] {
  const kinds = Object.entries(byKind).map(([kind, { all }]) => [`harm: ${kind}`, all] as const)
  const usual = Object.entries(means).flatMap(([name, mean]) => (mean === undefined ? [] : [[name, mean] as const]))
  return [['harms', harms], ['silent', silent], ['clean', clean], ...kinds, ['alarms', alarms], ...usual]
}
