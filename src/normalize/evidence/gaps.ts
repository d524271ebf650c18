import type { Line } from '../../captured/line.ts'

/** How many gaps a line has in it that are wider than a space between words: a tab, or two columns of white space. */
export function gapsIn(value: string): number {
  return value.match(/\t|\s{2,}/g)?.length ?? 0
}

/** Whether a line is the head of a table, or a row in it: the line right below it has as many gaps, two or more. */
export function isAboveRow(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line || !next || (next.data?.blankBefore ?? 0) > 0 || next.data?.page !== line.data?.page) return false
  const gaps = gapsIn(line.value)
  return gaps > 1 && gapsIn(next.value) === gaps
}
