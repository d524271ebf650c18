import type { Line } from '../../captured/line.ts'
import { firstHeadings } from '../../language/words/title.ts'
import { annexLabel, headingNumbers } from './numbering.ts'
import { endingOf, firstWordOf } from './punctuation.ts'
import { widthOf } from './width.ts'
import type { Wrapping } from './wrapping.ts'

/** Share of the measure that a line of a heading fills at most when it is set in larger type than the text. */
const widest = 0.8
/** Share of the measure that a line fills at least before it is broken in the largest type that headings have. */
const leastFilled = 0.35

/** Whether a line is so short that it can be one of a heading in larger type. */
export function isHeadingLine({ value, data }: Line, { measure, model }: Wrapping): boolean {
  return !data?.lineation && widthOf(value, model) < widest * measure && endingOf(value) !== 'sentence'
}

/**
 * Index one past the lines of the heading that begins at a line. Lines in one size of type fill one measure, which is
 * not that of the text: none is wider than where another had no room for one more word, and each broke where the next
 * word did not fit.
 */
export function headingEnd(lines: readonly Line[], from: number, wrapping: Wrapping): number {
  const widthIn = (text: string) => widthOf(text, wrapping.model)
  let longest = 0
  let room = Number.POSITIVE_INFINITY
  for (let at = from; ; at++) {
    const line = lines[at]
    const next = lines[at + 1]
    if (!line || !next || !isHeadingLine(next, wrapping) || !canGoOn(line, next)) return at + 1
    longest = Math.max(longest, widthIn(line.value))
    const reach = widthIn(`${line.value} ${firstWordOf(next.value)}`)
    room = Math.min(room, reach)
    if (reach < longest || widthIn(next.value) >= room || !fillsLargeType(line, next, wrapping)) return at + 1
  }
}

/** Whether the line is full in type so large that the next word had no room on it; single words are stretched lines. */
export function fillsLargeType(line: Line, next: Line, { measure, model }: Wrapping): boolean {
  if (!/\s/.test(line.value) || !/\s/.test(next.value)) return true
  return widthOf(`${line.value} ${firstWordOf(next.value)}`, model) >= leastFilled * measure
}

function canGoOn(line: Line, next: Line): boolean {
  // Beside a column of text, larger type seems to have blank lines between its lines.
  if ((next.data?.blankBefore ?? 0) > (next.data?.column === undefined ? 0 : 1) || next.data?.marker) return false
  if (line.data?.page !== next.data?.page || line.data?.column !== next.data?.column) return false
  if ([line, next].some(({ value }) => firstHeadings.has(value.toLowerCase()))) return false
  return headingNumbers(next.value).length === 0 && annexLabel(next.value) === undefined
}
