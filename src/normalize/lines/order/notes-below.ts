import type { Line } from '../../../captured/line.ts'
import type { NoteLines } from '../../notes/captured-notes.ts'
import type { NotesBelow } from './chunks.ts'
import { fullLength } from './column-pages.ts'
import type { FootStarts } from './foot-starts.ts'
import { isApart } from './seams.ts'

/** Notes that are this much longer than the lines of the text run across both columns. */
const acrossColumns = 1.6

/** The notes without a gap below each line of the body, where notes stand at the feet of columns. */
export function notesBelow(
  { lines, labels }: NoteLines,
  notes: readonly Line[],
  { starts }: FootStarts,
): (line: Line) => NotesBelow | undefined {
  const own = new Set(notes)
  if (fullLength(notes) > acrossColumns * fullLength(lines)) return () => undefined
  const below = new Map<Line, { lines: number; numbers: number[] }>()
  let body: Line | undefined
  lines.forEach((line, at) => {
    const above = lines[at - 1]
    if (!own.has(line)) body = line
    // Behind a gap stand the notes of other columns, too.
    else if (above && !own.has(above) && isApart(above, line)) body = undefined
    else if (body) {
      const found = below.get(body) ?? { lines: 0, numbers: [] }
      below.set(body, found)
      found.lines++
      if (starts.has(at)) found.numbers.push(Number(labels[at]?.label))
    }
  })
  return (line) => below.get(line)
}
