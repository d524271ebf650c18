import type { Diagnostic } from '../../src/diagnostics/summary.ts'

/** So many lines a message may be away from what it is about. */
const reach = 2

/** Whether a message stands within two lines of a stretch of lines. */
export function isNear({ line, endLine }: Diagnostic, first: number, last: number): boolean {
  return line !== undefined && first - reach <= (endLine ?? line) && line <= last + reach
}
