import type { Line } from '../../mdast/line.ts'
import { endOf, startOf } from '../../mdast/lines.ts'
import type { PlacedCall } from './align.ts'
import { callsIn, labelAtStart, type TextLabel } from './labels.ts'

/** The lines of a text, with what on them can belong to notes. */
export interface NoteLines {
  readonly lines: readonly Line[]
  /** The label that each line begins with. */
  readonly labels: readonly (TextLabel | undefined)[]
  /** Candidates for calls, in order. */
  readonly calls: readonly LineCall[]
}

/** A candidate for a call, and the index of its line. */
export interface LineCall extends PlacedCall {
  readonly line: number
}

/** The text of one note: lines `from` up to `to`, the first of which begins with the label. */
export interface CapturedNote {
  readonly label: string
  readonly from: number
  readonly to: number
  /** Length of the label at the start of the first line; 0 when the note has none. */
  readonly labelLength: number
  /** Offsets in the source between which the note's calls stand. */
  readonly scope: { readonly from: number; readonly to: number }
  /** Why these lines are a note. */
  readonly evidence: string
  readonly confidence: number
}

/** Reads labels and candidates off the lines. */
export function readNoteLines(lines: readonly Line[]): NoteLines {
  const labels = lines.map(({ value }) => labelAtStart(value))
  const calls = lines.flatMap((line, index) =>
    callsIn(line.value).map((call) => ({ ...call, line: index, offset: startOf(line) + call.start })),
  )
  return { lines, labels, calls }
}

/** Whether a line ends a sentence, a citation or a note. */
export function isFinished(line: Line | undefined): boolean {
  return line !== undefined && /[.!?…։↩)\]][”’"'»)\]]*$|[”»"]$/u.test(line.value)
}

/** Offset of the start of a line, of the text for the first one, or of the end of the text after the last one. */
export function offsetAt({ lines }: NoteLines, index: number): number {
  if (index === 0) return 0
  const line = lines[index]
  if (line) return startOf(line)
  const last = lines.at(-1)
  return last ? endOf(last) : 0
}
