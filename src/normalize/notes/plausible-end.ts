import { isNotesHeading } from '../../language/words/notes.ts'
import { headingNumbers } from '../evidence/numbering.ts'
import { endsWithStop } from '../evidence/sentence-ends.ts'
import { type CapturedNote, isFinished, type NoteLines } from './captured-notes.ts'

/** Lines of a note at the foot of a page at most; longer ones run on over the page. */
const longestFoot = 60

/**
 * Where a note at a foot ends, of the lines up to the next one or the end of its page: before a heading, and before a
 * blank line behind a finished sentence. What is set off from a note by a blank line is text of the body again.
 */
export function plausibleEnd(text: NoteLines, { from, to, labelLength }: CapturedNote): number {
  const { lines } = text
  // The text of a label that stands alone may have a gap above it.
  const isBare = labelLength >= (lines[from]?.value.length ?? 0)
  const stop = Math.min(to, from + longestFoot)
  for (let at = from + (isBare ? 2 : 1); at < stop; at++) {
    const line = lines[at]
    if ((line?.data?.blankBefore ?? 0) === 0) continue
    if (isFinished(lines[at - 1]) || isHeading(line?.value ?? '')) return at
  }
  return stop
}

function isHeading(value: string): boolean {
  return isNotesHeading(value) || (headingNumbers(value).length > 0 && !endsWithStop(value))
}
