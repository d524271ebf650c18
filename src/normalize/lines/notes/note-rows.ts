import { type CapturedNote, isFinished, type NoteLines } from '../../notes/captured-notes.ts'
import type { LabelForm } from '../../notes/labels.ts'

/** A row of labels 1, 2, 3, ... at the starts of lines. */
export interface Row {
  /** Indices of the lines. */
  readonly starts: readonly number[]
  /** Number of the last label: above the number of lines where the capture lost labels. */
  readonly last: number
}

/** Lines that one note of a list can have at most. */
const longestNote = 60

/** Labels that may be missing between two of a row, because a page break put them out of their places. */
const mostMissing = 2
/** Labels that must stand in a row before one may be missing, and share of a row that must be found. */
const leastRow = 3
const leastFound = 0.8

/** Rows of at least two labels from 1 on, written in the same form; few of them may be missing. */
export function rowsOf({ lines, labels }: NoteLines): Row[] {
  const rows: Row[] = []
  const open = new Map<LabelForm, { starts: number[]; last: number }>()
  const close = (form: LabelForm) => {
    const row = open.get(form)
    if (row && row.starts.length > 1 && row.starts.length >= leastFound * row.last) rows.push(row)
    open.delete(form)
  }
  labels.forEach((label, index) => {
    if (!label || label.form === 'symbol' || !beginsAnew(lines, index)) return
    const row = open.get(label.form)
    const value = Number(label.label)
    const reach = row && row.starts.length >= leastRow ? 1 + mostMissing : 1
    if (row && value > row.last && value <= row.last + reach && index - (row.starts.at(-1) ?? 0) <= longestNote) {
      row.starts.push(index)
      row.last = value
    } else if (value === 1) {
      close(label.form)
      open.set(label.form, { starts: [index], last: 1 })
    }
  })
  for (const form of [...open.keys()]) close(form)
  return rows.sort((one, other) => (one.starts[0] ?? 0) - (other.starts[0] ?? 0))
}

/** Whether the text before a line has come to an end, so that a note can begin there. */
function beginsAnew(lines: NoteLines['lines'], index: number): boolean {
  const line = lines[index]
  const before = lines[index - 1]
  if (!before || (line?.data?.blankBefore ?? 0) > 0 || before.data?.page !== line?.data?.page) return true
  return isFinished(before) || /[;:,]$/.test(before.value) || before.value.length < shortLine
}

/** A line of fewer characters is a heading, or the end of a paragraph. */
const shortLine = 30

/** Lines that can stand between the notes of two chapters: the number and the title of the second one. */
const mostBetween = 4

/** The rows in groups, each of which has no more than headings between its rows. */
export function rowsTogether(text: NoteLines, rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const start = row.starts[0] ?? 0
    const group = groups.at(-1)
    if (group && start >= end && start - end <= mostBetween) group.push(row)
    else groups.push([row])
    end = endOfRow(text, row)
  }
  return groups
}

/** One past the last line of the last note: up to a blank line or a new page after a finished sentence. */
export function endOfRow({ lines }: NoteLines, { starts }: Row): number {
  const last = starts.at(-1) ?? 0
  let end = last + 1
  while (end < lines.length && end - last < longestNote) {
    const line = lines[end]
    const isApart = (line?.data?.blankBefore ?? 0) > 0 || line?.data?.page !== lines[end - 1]?.data?.page
    if (isFinished(lines[end - 1]) && (isApart || lines[end - 1]?.value.endsWith('↩'))) break
    end++
  }
  return end
}

/** A note of a list; `labelLength` is 0 where its label is missing. */
type ListedNote = Pick<CapturedNote, 'label' | 'from' | 'to' | 'labelLength'>

/** The notes of a row. */
export function notesOf(text: NoteLines, row: Row): ListedNote[] {
  const end = endOfRow(text, row)
  return row.starts.flatMap((from, at) => notesBetween(text, from, row.starts[at + 1] ?? end))
}

/**
 * The note from a label up to the next one. Where labels are missing between the two, and as many gaps stand between
 * their lines, what stands behind each gap is the note of a missing label.
 */
function notesBetween({ lines, labels }: NoteLines, from: number, to: number): ListedNote[] {
  const own = labels[from]
  if (!own) return []
  const note = { label: own.label, from, labelLength: own.length }
  const missing = Number(labels[to]?.label) - Number(own.label) - 1
  if (!(missing > 0)) return [{ ...note, to }]
  const gaps: number[] = []
  // The text of a label that stands alone may have a gap above it.
  for (let at = from + (own.form === 'alone' ? 2 : 1); at < to; at++) {
    if ((lines[at]?.data?.blankBefore ?? 0) > 0 || lines[at]?.data?.page !== lines[at - 1]?.data?.page) gaps.push(at)
  }
  if (gaps.length !== missing) return [{ ...note, to }]
  const behind = gaps.map((gap, at) => {
    const label = String(Number(own.label) + at + 1)
    return { label, from: gap, to: gaps[at + 1] ?? to, labelLength: 0 }
  })
  return [{ ...note, to: gaps[0] ?? to }, ...behind]
}
