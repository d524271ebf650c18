import { join } from 'node:path'
import pc from 'picocolors'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Severity } from './rule.ts'
import type { RuleId } from './rules.ts'

/** One message in the form that programs read (`--json`). Lines and columns count from 1; absent when a whole file is meant. */
export interface Diagnostic {
  /** Path of the file, beginning with the folder as it was given. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly severity: Severity
  readonly rule: RuleId
  readonly message: string
  /** What was found. */
  readonly actual?: string
  /** What would have been right, best first. */
  readonly expected?: readonly string[]
  /** What to do about it. */
  readonly note?: string
}

/** How many messages there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>

/** Every message of the files, by file, place, severity and rule. A file that is given twice counts once. */
export function diagnosticsOf(files: Iterable<VFile>): Diagnostic[] {
  return [...new Set(files)]
    .flatMap((file) => file.messages.map((message) => diagnosticOf(file, message)))
    .sort(byPlace)
}

/** Counts diagnostics by severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of diagnostics) counts[severity]++
  return counts
}

/** How diagnostics are shown. */
export interface FormatOptions {
  readonly color?: boolean
  /** Shows every message; else a rule that speaks more often than this on one file is cut short. */
  readonly all?: boolean
}

/** Messages of one rule on one file that are shown before the rest is only counted. */
const shownPerRule = 3

/** Diagnostics for a terminal: `file:line:column severity message rule`, and below it the remedy, said once for many. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  { color = false, all = false }: FormatOptions = {},
): string {
  const paint = pc.createColors(color)
  const tones = { error: paint.red, warning: paint.yellow, info: paint.cyan }
  const said = new Set<string | undefined>([undefined])
  const totals = countByRule(diagnostics)
  const seen = new Map<string, number>()
  const lines = diagnostics.map((diagnostic) => {
    const { file, line, column, severity, message, rule, note } = diagnostic
    const key = ruleKey(diagnostic)
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const more = (totals.get(key) ?? 0) - shownPerRule
    if (!all && more > 1 && nth > shownPerRule) {
      return nth === shownPerRule + 1
        ? `${paint.bold(file)} ${tones[severity](severity)} ... and ${more} more ${paint.dim(rule)}\n`
        : ''
    }
    const place = [file, line, column].filter((step) => step !== undefined).join(':')
    const head = `${paint.bold(place)} ${tones[severity](severity)} ${message} ${paint.dim(rule)}\n`
    if (said.has(note)) return head
    said.add(note)
    return `${head}  ${note}\n`
  })
  return lines.join('')
}

function countByRule(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const diagnostic of diagnostics) totals.set(ruleKey(diagnostic), (totals.get(ruleKey(diagnostic)) ?? 0) + 1)
  return totals
}

function ruleKey({ file, rule }: Diagnostic): string {
  return `${rule} ${file}`
}

/** "2 errors, 1 warning" */
export function formatCounts(counts: Counts): string {
  const phrases = [
    [counts.error, 'error'],
    [counts.warning, 'warning'],
    [counts.info, 'note'],
  ] as const
  const said = phrases.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}${n === 1 ? '' : 's'}`)
  return said.join(', ') || 'nothing to report'
}

function diagnosticOf(file: VFile, message: VFileMessage): Diagnostic {
  const { line, column, place, actual, expected, note, fatal } = message
  const end = place && 'end' in place ? place.end : undefined
  return {
    file: join(file.cwd, file.path ?? ''),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(end ? { endLine: end.line, endColumn: end.column } : {}),
    severity: fatal ? 'error' : fatal === false ? 'warning' : 'info',
    rule: `${message.source}:${message.ruleId}` as RuleId,
    message: message.reason,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(note === undefined ? {} : { note }),
  }
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** By code units, never by locale: the order is the same on every machine. */
function byPlace(left: Diagnostic, right: Diagnostic): number {
  return (
    compare(left.file, right.file) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    ranks[left.severity] - ranks[right.severity] ||
    compare(left.rule, right.rule) ||
    compare(left.message, right.message)
  )
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
