import type { Line } from '../../../captured/line.ts'
import { dateOfLine } from '../../../language/words/date.ts'
import { firstHeadings, kindsOfText, organisation } from '../../../language/words/title.ts'
import { isListed } from '../../evidence/markers.ts'
import { endsWithMark, readsAsSentence } from '../../evidence/sentence-ends.ts'
import { plain } from './head-matter.ts'

/** A kicker, a date or a publisher before the headline. */
export function isAboveTitle(lines: readonly Line[], at: number, language: string): boolean {
  const value = lines[at]?.value ?? ''
  if (isPublisher(lines, at)) return true
  const next = lines[at + 1]?.value ?? ''
  if (/\d{4}/.test(value) && dateOfLine(value, language)) return true
  return (
    isKicker(value) &&
    next.split(/\s+/).length >= 4 &&
    (lines[at + 1]?.data?.blankBefore ?? 0) > 0 &&
    !readsAsSentence(next)
  )
}

/** The name of an organisation on a line of its own, with the headline below it. */
export function isPublisher(lines: readonly Line[], at: number): boolean {
  const value = lines[at]?.value ?? ''
  const [next, after] = [lines[at + 1], lines[at + 2]]
  if (!next || !after || (next.data?.blankBefore ?? 0) === 0 || !organisation.test(value)) return false
  // "Minutes of the Council"
  if (kindsOfText.has(/^[\p{L}-]+/u.exec(value)?.[0].toLowerCase() ?? '')) return false
  if (value.split(/\s+/).length > 8 || /[.:;,!?\d]/.test(value) || readsAsSentence(next.value) || isListed(next.value))
    return false
  if (isRunningText(lines.slice(at + 1))) return false
  const isHeading = /^(?:\d|[IVX]+[.)]\s)/.test(next.value) || firstHeadings.has(next.value.toLowerCase())
  return !isHeading && next.value.split(/\s+/).length <= 20
}

/** Whether the lines up to the next blank one are a paragraph: then a headline stands above them. */
function isRunningText(lines: readonly Line[]): boolean {
  const end = lines.findIndex((line, at) => at > 0 && (line.data?.blankBefore ?? 0) > 0)
  const text = plain((end < 0 ? lines : lines.slice(0, end)).map((line) => line.value).join(' '))
  return text.split(' ').length > 30
}

/** Whether a line is a word or two for a kind of text. */
export function isKicker(value: string): boolean {
  const words = value.toLowerCase().split(/[\s,|/]+/)
  return words.length <= 3 && words.some((word) => kindsOfText.has(word)) && !endsWithMark(value)
}
