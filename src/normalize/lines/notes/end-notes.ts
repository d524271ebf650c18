import { citation, isNotesHeading } from '../../../language/words/notes.ts'
import type { Target } from '../../notes/align.ts'
import {
  type CapturedNote,
  firstAtOrAfter,
  type LineCall,
  likelyCalls,
  type NoteLines,
  offsetAt,
} from '../../notes/captured-notes.ts'
import { citationsIn } from '../../notes/citations.ts'
import { countLinked, isSupported } from '../../notes/support.ts'
import { endOfRow, notesOf, type Row, rowsOf, rowsTogether } from './note-rows.ts'

/**
 * Finds lists of notes at the end of the text or of its chapters. Their labels count from 1 in one row, and all their
 * calls stand before the list, none after it: that tells them from a numbered list between calls. The lists of several
 * chapters can stand together at the end.
 */
export function endNotes(text: NoteLines): CapturedNote[] {
  const notes: CapturedNote[] = []
  const calls = likelyCalls(text)
  const known = { calls, highest: highestInRun(calls), cited: citedBefore(text) }
  let from = 0
  for (const together of rowsTogether(text, rowsOf(text))) {
    const evidence = together.length > 1 ? evidenceFor(text, known, together, from) : undefined
    for (const group of evidence ? [together] : together.map((row) => [row])) {
      const first = group[0]?.starts[0] ?? 0
      const found = evidence ?? (first < from ? undefined : evidenceFor(text, known, group, from))
      if (!found) continue
      const scope = { from: offsetAt(text, from), to: offsetAt(text, first) }
      for (const note of group.flatMap((row) => notesOf(text, row))) {
        const confidence = note.labelLength > 0 ? found.confidence : withoutLabel
        notes.push({ ...note, ...found, scope, confidence })
      }
      from = endOfRow(text, group.at(-1) as Row)
    }
  }
  return notes
}

/** How sure a note is whose label is missing. */
const withoutLabel = 0.8

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

function citedBefore({ lines, citesReferences }: NoteLines): Map<string, CitedLines> {
  const cited = new Map<string, CitedLines>()
  if (citesReferences) return cited
  lines.forEach(({ value }, line) => {
    if (!value.includes('[')) return
    for (const label of citationsIn(value).flatMap(({ labels }) => labels)) {
      cited.set(label, { first: cited.get(label)?.first ?? line, last: line })
    }
  })
  return cited
}

/** How many times as many calls as notes are looked at: a row of calls can have a few false ones in it. */
const farthestCalls = 4

function evidenceFor(text: NoteLines, known: KnownCalls, group: readonly Row[], from: number): Evidence | undefined {
  const { calls, highest, cited } = known
  const first = group[0]?.starts[0] ?? 0
  const last = group.at(-1) as Row
  const counts = group.map((row) => row.last)
  const most = counts.reduce((one, other) => Math.max(one, other), 0)
  const count = counts.reduce((sum, one) => sum + one, 0)
  const scope = { from: offsetAt(text, from), to: offsetAt(text, first) }
  const stop = firstAtOrAfter(calls, first)
  const begin = Math.max(firstAtOrAfter(calls, from), stop - farthestCalls * count)
  if (group.length === 1 && isCited(cited, last, count)) {
    return { evidence: `a list of ${count} notes, whose labels stand in brackets before it`, confidence: 0.97 }
  }
  // Calls that count on, before the list or after it, say that the list is one of the text's own.
  if (highest.slice(begin, Math.max(stop, begin + 1)).some((value) => value > most)) return undefined
  const targets = counts.flatMap((rows) =>
    Array.from({ length: rows }, (_, at): Target => ({ label: String(at + 1), ...scope, hasText: true })),
  )
  if (callsWhatFollows(text, calls, last, endOfRow(text, last))) return undefined
  const called = countLinked(calls.slice(begin, stop), targets)
  if (called >= 2 && isSupported({ linked: called, notes: count })) {
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
  for (let at = from; at < calls.length; at++) if ((calls[at]?.weight ?? 0) >= 1) return true
  return false
}

/** Whether a heading for notes stands above a list, or above the title of the chapter that they belong to. */
function isHeaded({ lines }: NoteLines, first: number): boolean {
  return lines.slice(Math.max(0, first - 3), first).some(({ value }) => isNotesHeading(value))
}

/** Whether a note is called between the one before it and itself: then text stands between them, and they are at page feet. */
function callsWhatFollows({ labels }: NoteLines, calls: readonly LineCall[], { starts }: Row, end: number): boolean {
  let note = 0
  for (let at = firstAtOrAfter(calls, (starts[0] ?? 0) + 1); at < calls.length; at++) {
    const { line, label, weight } = calls[at] as LineCall
    if (line >= end) return false
    while (note < starts.length && (starts[note] ?? 0) <= line) note++
    const next = starts[note]
    if (weight >= 1 && next !== undefined && line !== starts[note - 1] && label === labels[next]?.label) return true
  }
  return false
}

/** Lines of an item at most, on the average, in a list of notes that nothing calls: longer ones are sections. */
const longestUncalled = 6

/** A list at the very end that nothing calls: notes if it is headed so, or if most of its items cite sources. */
function evidenceWithoutCalls(text: NoteLines, row: Row): Evidence | undefined {
  const { lines } = text
  const first = row.starts[0] ?? 0
  const end = endOfRow(text, row)
  if (end < lines.length || first === 0 || end - first > longestUncalled * row.starts.length) return undefined
  const citing = row.starts.filter((start, at) => {
    const stop = row.starts[at + 1] ?? end
    return lines.slice(start, stop).some(({ value }) => citation.test(value))
  })
  if (isAlphabetical(text, row)) return undefined
  const headed = isNotesHeading(lines[first - 1]?.value ?? '')
  if (!headed && citing.length * 2 <= row.starts.length) return undefined
  const reason = headed ? 'under a heading for notes' : `${citing.length} of ${row.starts.length} cite sources`
  return {
    evidence: `a numbered list at the end of the text, ${reason}; the text has none of their calls`,
    confidence: 0.85,
  }
}

/** Fewest entries whose alphabetical order is no chance: one in 24 lists of four has it. */
const fewestSorted = 4

/** Whether the items of a list begin in the order of the alphabet, as the entries of a list of references do. */
function isAlphabetical({ lines, labels }: NoteLines, { starts }: Row): boolean {
  const words = starts.map((start) => (lines[start]?.value ?? '').slice(labels[start]?.length ?? 0).toLowerCase())
  const sorted = words.every((word, at) => at === 0 || firstWord(words[at - 1] ?? '') <= firstWord(word))
  return sorted && words.length >= fewestSorted
}

function firstWord(text: string): string {
  return /^[^\p{L}]*(\p{L}*)/u.exec(text)?.[1] ?? ''
}
