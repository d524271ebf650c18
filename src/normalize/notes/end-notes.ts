import { citation, isNotesHeading } from '../words/notes.ts'
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
import { citationsIn } from './citations.ts'
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
 * calls stand before the list, none after it: that tells them from a numbered list between calls. The lists of several
 * chapters can stand together at the end.
 */
export function endNotes(text: NoteLines): CapturedNote[] {
  const notes: CapturedNote[] = []
  const calls = likelyCalls(text)
  const known = { calls, highest: highestInRun(calls), cited: citedBefore(text) }
  const rows = rowsOf(text)
  let from = 0
  for (let at = 0; at < rows.length; at++) {
    const together = rowsTogether(text, rows.slice(at))
    const tries = together.length > 1 ? [together, together.slice(0, 1)] : [together]
    for (const group of tries) {
      const first = group[0]?.starts[0] ?? 0
      const evidence = first < from ? undefined : evidenceFor(text, known, group, from)
      if (!evidence) continue
      const scope = { from: offsetAt(text, from), to: offsetAt(text, first) }
      for (const row of group) for (const note of notesOf(text, row)) notes.push({ ...note, scope, ...evidence })
      from = endOfRow(text, group.at(-1) as Row)
      at += group.length - 1
      break
    }
  }
  return notes
}

function notesOf(text: NoteLines, row: Row): Pick<CapturedNote, 'label' | 'from' | 'to' | 'labelLength'>[] {
  const end = endOfRow(text, row)
  return row.starts.flatMap((from, at) => {
    const label = text.labels[from]
    const to = row.starts[at + 1] ?? end
    return label ? [{ label: label.label, from, to, labelLength: label.length }] : []
  })
}

/** Lines that can stand between the notes of two chapters: the number and the title of the second one. */
const mostBetween = 4

/** The first row, and those that follow it with no more than a heading between them. */
function rowsTogether(text: NoteLines, [first, ...others]: readonly Row[]): Row[] {
  if (!first) return []
  const together = [first]
  for (const row of others) {
    const end = endOfRow(text, together.at(-1) as Row)
    const start = row.starts[0] ?? 0
    if (start < end || start - end > mostBetween) break
    together.push(row)
  }
  return together
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

/** The calls of a text, the highest number from each of them on until numbers begin again, and what is cited. */
interface KnownCalls {
  readonly calls: readonly LineCall[]
  readonly highest: readonly number[]
  readonly cited: ReadonlyMap<string, CitedLines>
}

/** The first and the last line on which a label stands in brackets. */
interface CitedLines {
  readonly first: number
  readonly last: number
}

function highestInRun(calls: readonly LineCall[]): number[] {
  const highest: number[] = []
  let most = 0
  for (let at = calls.length - 1; at >= 0; at--) {
    const { label, weight } = calls[at] as LineCall
    const value = Number(label)
    if (value >= Number(calls[at + 1]?.label)) most = 0
    if (weight >= 1 && value > most) most = value
    highest[at] = most
  }
  return highest
}

function citedBefore({ lines }: NoteLines): Map<string, CitedLines> {
  const cited = new Map<string, CitedLines>()
  lines.forEach(({ value }, line) => {
    if (!value.includes('[')) return
    for (const label of citationsIn(value).flatMap(({ labels }) => labels)) {
      cited.set(label, { first: cited.get(label)?.first ?? line, last: line })
    }
  })
  return cited
}

function evidenceFor(text: NoteLines, known: KnownCalls, group: readonly Row[], from: number): Evidence | undefined {
  const { calls, highest, cited } = known
  const first = group[0]?.starts[0] ?? 0
  const last = group.at(-1) as Row
  const counts = group.map(({ starts }) => starts.length)
  const count = counts.reduce((sum, one) => sum + one, 0)
  const scope = { from: offsetAt(text, from), to: offsetAt(text, first) }
  const begin = firstAtOrAfter(calls, from)
  const stop = firstAtOrAfter(calls, first)
  if (group.length === 1 && isCited(cited, last, count)) {
    return { evidence: `a list of ${count} notes, whose labels stand in brackets before it`, confidence: 0.97 }
  }
  // Calls that count on, before the list or after it, say that the list is one of the text's own.
  if (highest.slice(begin, Math.max(stop, begin + 1)).some((value) => value > Math.max(...counts))) return undefined
  const targets = counts.flatMap((rows) =>
    Array.from({ length: rows }, (_, at): Target => ({ label: String(at + 1), ...scope, hasText: true })),
  )
  if (callsWhatFollows(calls, last, endOfRow(text, last))) return undefined
  const called = alignCalls(calls.slice(begin, stop), targets).length
  if (called >= 2 && called >= count * 0.6) {
    if (group.length === 1 && called < count && callsGoOn(calls, stop) && !isHeaded(text, first)) return undefined
    return { evidence: `a list of ${count} notes; ${called} of them are called before it`, confidence: 0.97 }
  }
  if (called > 0 || group.length > 1) return undefined
  return evidenceWithoutCalls(text, last)
}

/** Whether most labels of a list stand in brackets before it, and none behind it. */
function isCited(cited: KnownCalls['cited'], { starts }: Row, count: number): boolean {
  const first = starts[0] ?? 0
  const end = starts.at(-1) ?? 0
  const places = starts.map((_, at) => cited.get(String(at + 1))).filter((place) => place !== undefined)
  if (places.length < 2 || places.length < count * 0.6 || cited.has(String(count + 1))) return false
  return places.every((place) => place.first < first && place.last <= end)
}

/** Whether the text goes on to call notes, from 1 again, behind a list. */
function callsGoOn(calls: readonly LineCall[], from: number): boolean {
  return calls.slice(from).some(({ weight }) => weight >= 1)
}

/** Whether a heading for notes stands above a list, or above the title of the chapter that they belong to. */
function isHeaded({ lines }: NoteLines, first: number): boolean {
  return lines.slice(Math.max(0, first - 3), first).some(({ value }) => isNotesHeading(value))
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
  const citing = row.starts.filter((start, at) => {
    const stop = row.starts[at + 1] ?? end
    return lines.slice(start, stop).some(({ value }) => citation.test(value))
  })
  const headed = isNotesHeading(lines[first - 1]?.value ?? '')
  if (!headed && citing.length * 2 <= row.starts.length) return undefined
  const reason = headed ? 'under a heading for notes' : `${citing.length} of ${row.starts.length} cite sources`
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
