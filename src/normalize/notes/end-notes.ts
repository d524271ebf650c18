import { citation, notesHeadings } from '../words/notes.ts'
import { alignCalls, type Target } from './align.ts'
import {
  type CapturedNote,
  firstAtOrAfter,
  isFinished,
  type LineCall,
  likelyCalls,
  type NoteLines,
  offsetAt,
} from './captured-notes.ts'
import type { LabelForm } from './labels.ts'

/** A row of labels 1, 2, 3, ... at the starts of lines. */
interface Row {
  /** Indices of the lines. */
  readonly starts: readonly number[]
}

/** Lines that one note of a list can have at most. */
const longestNote = 60

/**
 * Finds lists of notes at the end of the text or of its chapters. Their labels count from 1 in one row, and all their
 * calls stand before the list, none after it: that tells them from a numbered list between calls.
 */
export function endNotes(text: NoteLines): CapturedNote[] {
  const notes: CapturedNote[] = []
  const calls = likelyCalls(text)
  const highest = highestAfter(calls)
  let from = 0
  for (const row of rowsOf(text)) {
    const first = row.starts[0] ?? 0
    if (first < from) continue
    const evidence = evidenceFor(text, { calls, highest }, row, from)
    if (!evidence) continue
    const scope = { from: offsetAt(text, from), to: offsetAt(text, first) }
    from = endOfRow(text, row)
    const end = from
    row.starts.forEach((start, at) => {
      const label = text.labels[start]
      const to = row.starts[at + 1] ?? end
      if (label) notes.push({ label: label.label, from: start, to, labelLength: label.length, scope, ...evidence })
    })
  }
  return notes
}

/** Rows of at least two labels from 1 on, written in the same form, each label the next one after the last. */
function rowsOf({ lines, labels }: NoteLines): Row[] {
  const rows: Row[] = []
  const open = new Map<LabelForm, { starts: number[]; last: number }>()
  const close = (form: LabelForm) => {
    const row = open.get(form)
    if (row && row.starts.length > 1) rows.push(row)
    open.delete(form)
  }
  labels.forEach((label, index) => {
    if (!label || label.form === 'symbol' || !beginsAnew(lines, index)) return
    const row = open.get(label.form)
    const value = Number(label.label)
    if (row && value === row.last + 1 && index - (row.starts.at(-1) ?? 0) <= longestNote) {
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

type Evidence = Pick<CapturedNote, 'evidence' | 'confidence'>

/** The calls of a text, and the highest number from each of them on. */
interface CallRow {
  readonly calls: readonly LineCall[]
  readonly highest: readonly number[]
}

function highestAfter(calls: readonly LineCall[]): number[] {
  const highest: number[] = []
  let most = 0
  for (let at = calls.length - 1; at >= 0; at--) {
    const { label, weight } = calls[at] as LineCall
    if (weight >= 1 && Number(label) > most) most = Number(label)
    highest[at] = most
  }
  return highest
}

function evidenceFor(text: NoteLines, { calls, highest }: CallRow, row: Row, from: number): Evidence | undefined {
  const first = row.starts[0] ?? 0
  const count = row.starts.length
  const scope = { from: offsetAt(text, from), to: offsetAt(text, first) }
  // Calls that count on, before the list or after it, say that the list is one of the text's own.
  const begin = firstAtOrAfter(calls, from)
  if ((highest[begin] ?? 0) > count) return undefined
  const targets: Target[] = []
  for (let label = 1; label <= count; label++) targets.push({ label: String(label), ...scope, hasText: true })
  const within = calls.slice(begin, firstAtOrAfter(calls, first))
  if (callsWhatFollows(calls, row, endOfRow(text, row))) return undefined
  const called = alignCalls(within, targets).length
  if (called >= 2 && called >= count * 0.6) {
    return { evidence: `a list of ${count} notes; ${called} of them are called before it`, confidence: 0.97 }
  }
  if (called > 0) return undefined
  return evidenceWithoutCalls(text, row)
}

/** Whether a note is called between the one before it and itself: then text stands between them, and they are at page feet. */
function callsWhatFollows(calls: readonly LineCall[], { starts }: Row, end: number): boolean {
  let note = 0
  for (let at = firstAtOrAfter(calls, (starts[0] ?? 0) + 1); at < calls.length; at++) {
    const { line, label, weight } = calls[at] as LineCall
    if (line >= end) return false
    while (note < starts.length && (starts[note] ?? 0) <= line) note++
    if (weight >= 1 && note < starts.length && line !== starts[note - 1] && Number(label) === note + 1) return true
  }
  return false
}

/** A list at the very end that nothing calls: notes if it is headed so, or if most of its items cite sources. */
function evidenceWithoutCalls(text: NoteLines, row: Row): Evidence | undefined {
  const { lines } = text
  const first = row.starts[0] ?? 0
  const end = endOfRow(text, row)
  if (end < lines.length || first === 0) return undefined
  const heading = lines[first - 1]?.value.toLowerCase().replace(/[^\p{L} ]/gu, '') ?? ''
  const citing = row.starts.filter((start, at) => {
    const stop = row.starts[at + 1] ?? end
    return lines.slice(start, stop).some(({ value }) => citation.test(value))
  })
  const isHeaded = notesHeadings.has(heading)
  if (!isHeaded && citing.length * 2 <= row.starts.length) return undefined
  const reason = isHeaded ? 'under a heading for notes' : `${citing.length} of ${row.starts.length} cite sources`
  return {
    evidence: `a numbered list at the end of the text, ${reason}; the text has none of their calls`,
    confidence: 0.85,
  }
}

/** One past the last line of the last note: up to a blank line or a new page after a finished sentence. */
function endOfRow({ lines }: NoteLines, { starts }: Row): number {
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
