import { isNotesHeading } from '../../../language/words/notes.ts'
import { type CapturedNote, type LineCall, likelyCalls, type NoteLines, offsetAt } from '../../notes/captured-notes.ts'

/** Share of the calls that must be found, so that their number says how many notes there are. */
const leastFound = 0.9

/**
 * Finds the notes of a web page whose numbers the browser made, so that copying lost them: under a heading for notes
 * stand as many lines as the text has calls. The lines are numbered in their order. It leaves alone a list under such a
 * heading that is too short for the calls, because nothing would say which of its notes are missing. For text whose
 * lines are paragraphs.
 */
export function unnumberedNotes(text: NoteLines): CapturedNote[] {
  const { lines } = text
  const heading = lines.findLastIndex(({ value }) => isNotesHeading(value))
  const from = heading + 1
  if (heading < 0 || text.labels[from]) return []
  const count = notesCalled(likelyCalls(text).filter(({ line }) => line < heading))
  const room = linesAlike(lines, from)
  if (count < 2 || room < count) return []
  const scope = { from: 0, to: offsetAt(text, heading) }
  const evidence = `${room} lines stand under a heading for notes, and the text calls ${count} notes`
  const confidence = room === count ? 0.95 : 0.8
  return lines.slice(from, from + count).map((_, at) => {
    const place = { from: from + at, to: from + at + 1 }
    return { label: String(at + 1), ...place, labelLength: 0, scope, evidence, confidence }
  })
}

/** How many notes a text calls: the highest number of a row from 1 on; 0 where too many of the row are missing. */
function notesCalled(calls: readonly LineCall[]): number {
  const numbers = new Set(calls.map(({ label }) => Number(label)))
  const highest = Math.max(0, ...numbers)
  return numbers.size >= leastFound * highest ? highest : 0
}

/** Number of lines from `from` on that are divided alike, by blank lines or by none. */
function linesAlike(lines: NoteLines['lines'], from: number): number {
  const isApart = (at: number) => (lines[at]?.data?.blankBefore ?? 0) > 0
  let end = from + 1
  while (end < lines.length && isApart(end) === isApart(from + 1)) end++
  return Math.min(end, lines.length) - from
}
