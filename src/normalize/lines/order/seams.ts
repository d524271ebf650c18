import type { Line } from '../../../captured/line.ts'

/** Whether a blank line, text that was taken out, or the end of a column stands between two lines of a page. */
export function isApart(before: Line, line: Line): boolean {
  return (line.data?.blankBefore ?? 0) > 0 || isSeam(before, line)
}

/** Whether text that was taken out, or the end of a column, stands between two lines. */
export function isSeam(before: Line, line: Line): boolean {
  if (before.data?.column !== line.data?.column) return true
  const between = (line.position?.start.line ?? 0) - (before.position?.end.line ?? 0) - 1
  return between < 0 || between > (line.data?.blankBefore ?? 0) + (line.data?.gap ?? 0)
}
