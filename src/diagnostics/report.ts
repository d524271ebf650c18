import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Rule } from './rule.ts'
import { type RuleId, rules } from './rules.ts'

/** Where a message belongs and what it adds to its text. */
export interface ReportDetails {
  readonly place?: Node | Position | Point | undefined
  /** What was found. */
  readonly actual?: string
  /** What would have been right, best first. */
  readonly expected?: readonly string[]
  /** What to do about it. */
  readonly note?: string
}

/**
 * Puts a message on the file it is about, with the severity that the table of rules gives it.
 * The only caller of `file.message()`.
 */
export function report(file: VFile, ruleId: RuleId, reason: string, details: ReportDetails = {}): VFileMessage {
  const separator = ruleId.indexOf(':')
  const place = details.place && 'type' in details.place ? details.place.position : details.place
  const message = file.message(reason, {
    ...(place ? { place } : {}),
    source: ruleId.slice(0, separator),
    ruleId: ruleId.slice(separator + 1),
  })
  const rule: Rule = rules[ruleId]
  message.fatal = rule.severity === 'error' ? true : rule.severity === 'warning' ? false : undefined
  if (details.actual !== undefined) message.actual = details.actual
  if (details.expected) message.expected = [...details.expected]
  if (details.note !== undefined) message.note = details.note
  return message
}
