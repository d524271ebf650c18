import type { Line } from '../../captured/line.ts'
import { endOf, startOf } from '../../captured/lines.ts'
import { partitionPoint } from '../../partition-point.ts'
import { citesReferences } from '../evidence/notes/reference-list.ts'
import { endsNote } from '../evidence/sentence-ends.ts'
import type { PlacedCall } from './align.ts'
import { bestChain } from './chain.ts'
import { apartWeight, callsIn, isReference, labelAtStart, spacedWeights, type TextLabel } from './labels.ts'
import { hasSpacedCalls } from './spaced-calls.ts'

/** The lines of a text, with what on them can belong to notes. */
export interface NoteLines {
  readonly lines: readonly Line[]
  /** The label that each line begins with. */
  readonly labels: readonly (TextLabel | undefined)[]
  /** Candidates for calls, in order. */
  readonly calls: readonly LineCall[]
  /** Whether numbers in brackets cite a list of references, and are no notes. */
  readonly citesReferences: boolean
}

/** A candidate for a call, and the index of its line. */
export interface LineCall extends PlacedCall {
  readonly line: number
}

/** Lines `from` up to `to`. */
export interface Page {
  readonly from: number
  readonly to: number
}

/** The text of one note: lines `from` up to `to`, the first of which begins with the label. */
export interface CapturedNote {
  readonly label: string
  readonly from: number
  readonly to: number
  /** Lines at the feet of the next pages into which the text runs on. */
  readonly carried?: readonly Page[]
  /** The line of the label, where it stands by itself and not right above the text. */
  readonly labelLine?: number
  /** Whether blank lines divide the text into paragraphs. */
  readonly inParagraphs?: boolean
  /** Whether a bracket behind the text closes the note. */
  readonly isEnclosed?: boolean
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
  const plain = callsOnLines(lines, labels, false)
  // What a line begins with may be its label: it shows no style.
  const within = plain.filter(({ start }) => start > 0)
  const calls = hasSpacedCalls(within) ? callsOnLines(lines, labels, true) : plain
  if (!citesReferences(lines.map(({ value }) => value))) return { lines, labels, calls, citesReferences: false }
  const others = calls.filter((call) => !isReference(call))
  return { lines, labels: labels.map(unlessReference), calls: others, citesReferences: true }
}

function unlessReference(label: TextLabel | undefined): TextLabel | undefined {
  return label && isReference(label) ? undefined : label
}

function callsOnLines(lines: readonly Line[], labels: readonly (TextLabel | undefined)[], spaced: boolean): LineCall[] {
  return lines.flatMap((line, index) => {
    const place = { line: index, offset: startOf(line) }
    const found = callsIn(line.value, spaced).map((call) => ({ ...call, ...place, offset: place.offset + call.start }))
    const label = labels[index]
    if (label?.form !== 'spaced' && label?.form !== 'alone') return found
    const finished = isFinished(lines[index - 1])
    if (!finished && !(spaced && index > 0)) return found
    // The line may have broken before a call, and after it.
    const weight = spaced ? spacedWeights[finished ? 'sentence' : 'word'] : apartWeight
    return [{ ...place, start: 0, end: label.label.length, label: label.label, form: label.form, weight }, ...found]
  })
}

/** Whether a line ends a sentence, a citation or a note. */
export function isFinished(line: Line | undefined): boolean {
  return line !== undefined && endsNote(line.value)
}

/** Offset of the start of a line, of the text for the first one, or of the end of the text after the last one. */
export function offsetAt({ lines }: NoteLines, index: number): number {
  if (index === 0) return 0
  const line = lines[index]
  if (line) return startOf(line)
  const last = lines.at(-1)
  return last ? endOf(last) : 0
}

/** The candidates that make a row of rising numbers, which may begin again, and all symbols. */
export function likelyCalls({ calls }: NoteLines): LineCall[] {
  const numbered = calls.flatMap((call) => (/^\d/.test(call.label) ? [{ ...call, value: Number(call.label) }] : []))
  const symbols = calls.filter(({ form }) => form === 'symbol')
  return [...bestChain(numbered, { gap: 1.5, restart: 4 }), ...symbols].sort((one, other) => one.offset - other.offset)
}

/** Index of the first call on a line or below it. */
export function firstAtOrAfter(calls: readonly LineCall[], line: number): number {
  return partitionPoint(calls.length, (index) => (calls[index]?.line ?? 0) < line)
}

/** The pages of a text, in order. */
export function pagesOf({ lines }: NoteLines): Page[] {
  const pages: Page[] = []
  let from = 0
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && lines[at]?.data?.page === lines[from]?.data?.page) continue
    pages.push({ from, to: at })
    from = at
  }
  return pages
}
