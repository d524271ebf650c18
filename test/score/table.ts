import { columns } from './columns.ts'
import type { Group } from './grouping.ts'

/** Harms and alarms of groups: for 1,000 words, all of them and the silent ones. */
export function harmTable(groups: readonly Group[], kinds: readonly string[]): string {
  const head = ['n', 'words', 'harms', 'silent', 'clean', ...kinds, 'alarms', 'at harm', 'or loss']
  const rows = groups.map(([name, { cases, words, harms, silent, clean, byKind, alarms, atHarm, atHarmOrLoss }]) => [
    name,
    ...[String(cases), String(words), rate(harms), rate(silent), share(clean)],
    ...kinds.map((kind) => pair(byKind[kind])),
    ...[rate(alarms), share(atHarm), share(atHarmOrLoss)],
  ])
  return aligned([['', ...head], ...rows])
}

/** The usual figures of groups: means over their cases. */
export function meansTable(groups: readonly Group[]): string {
  const names = Object.keys(columns).filter((name) => groups.some(([, { means }]) => means[name] !== undefined))
  const rows = groups.map(([group, { means }]) => [group, ...names.map((name) => means[name]?.toFixed(3) ?? '-')])
  return aligned([['', ...names], ...rows])
}

function rate(value: number): string {
  return value.toFixed(2)
}

function share(value: number | undefined): string {
  return value === undefined ? '-' : `${Math.round(100 * value)}%`
}

/** All and silent; one number where all are silent, nothing where there is none. */
function pair(both: { readonly all: number; readonly silent: number } | undefined): string {
  if (!both || both.all === 0) return '.'
  return both.all === both.silent ? rate(both.all) : `${rate(both.all)}/${rate(both.silent)}`
}

/** Rows as lines: the first column to the left, all others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
  return rows.map((row) => `${line(row).join('  ').trimEnd()}\n`).join('')
}
