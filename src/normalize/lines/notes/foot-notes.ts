import {
  type CapturedNote,
  type LineCall,
  likelyCalls,
  type NoteLines,
  offsetAt,
  type Page,
  pagesOf,
} from '../../notes/captured-notes.ts'
import type { LabelForm } from '../../notes/labels.ts'
import { plausibleEnd } from '../../notes/plausible-end.ts'
import { columnBreaks, endsInColumns } from './foot-columns.ts'
import { displacedNotes } from './foot-displaced.ts'
import { bestFeet } from './foot-labels.ts'
import { markedFeet } from './foot-marked.ts'
import { carriedText, lineLengths } from './foot-overflow.ts'

/** Where fewer of the likely calls than this have their notes at the feet, what was found are lists and paragraphs. */
const leastShare = 0.4

/**
 * Finds the notes at the feet of pages, and of columns. Their labels are written in one form and rise by one through
 * the text, as its calls do, and each has its call near it: numbered paragraphs and lists have not.
 */
export function footNotes(text: NoteLines, isFree: (line: number) => boolean): CapturedNote[] {
  const pages = pagesOf(text)
  const row = likelyCalls(text)
  if (text.lines.some(({ data }) => data?.foot)) return markedFeet(text, pages, row)
  const { form, starts } = bestFeet(text, pages, row, isFree)
  if (starts.length === 0 || starts.length < row.length * leastShare) return []
  const feet = startsByPage(pages, starts)
  const inColumns = feet.some((foot) => columnBreaks(text, foot, form).some(Boolean))
  const found = pages.map((_, at) => notesOf(text, pages, at, { form, foot: feet[at] ?? [], inColumns, row }))
  const notes = inColumns ? found.flat() : withOverflow(text, pages, found).flat()
  return holdCalls(notes, row) ? [] : notes
}

/** Whether much of what should be calls stands inside the notes: then these are the sections of the text. */
function holdCalls(notes: readonly CapturedNote[], row: readonly LineCall[]): boolean {
  const own = notes.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
  const inside = new Set(own)
  const labelled = new Set(notes.map(({ from }) => from))
  return row.filter(({ line }) => inside.has(line) && !labelled.has(line)).length * 3 > row.length
}

function startsByPage(pages: readonly Page[], starts: readonly number[]): number[][] {
  let at = 0
  return pages.map(({ to }) => {
    const first = at
    while (at < starts.length && (starts[at] ?? 0) < to) at++
    return starts.slice(first, at)
  })
}

/** What is known about the foot of one page. */
interface FootOfPage {
  readonly form: LabelForm
  /** The lines at which its notes begin, in order. */
  readonly foot: readonly number[]
  readonly inColumns: boolean
  readonly row: readonly LineCall[]
}

function notesOf(
  text: NoteLines,
  pages: readonly Page[],
  at: number,
  { form, foot, inColumns, row }: FootOfPage,
): CapturedNote[] {
  const page = pages[at]
  if (!page || foot.length === 0) return []
  const scope = {
    from: offsetAt(text, pages[at - 1]?.from ?? page.from),
    to: offsetAt(text, (pages[at + 1] ?? page).to),
  }
  const ends = inColumns ? endsInColumns(text, page, foot, form) : foot.map((_, note) => foot[note + 1] ?? page.to)
  const evidence = `at the foot of its page, in a row of ${foot.length} note(s), with its call near it`
  const notes = foot.flatMap((from, note) => {
    const label = text.labels[from]
    const range = { from, to: ends[note] ?? page.to }
    return label ? [{ label: label.label, ...range, labelLength: label.length, scope, evidence, confidence: 0.97 }] : []
  })
  const isBare = notes.some(({ from, labelLength }) => labelLength >= (text.lines[from]?.value.length ?? 0))
  if (isBare) return displacedNotes(text, page, notes, row)
  // Between two notes of a page there is no body, unless the text has no pages.
  return notes.map((note, index) =>
    pages.length === 1 || index === notes.length - 1 ? { ...note, to: plausibleEnd(text, note) } : note,
  )
}

/** Adds to the last note of each page what runs on at the foot of the next one. */
export function withOverflow(
  text: NoteLines,
  pages: readonly Page[],
  found: readonly (readonly CapturedNote[])[],
): (readonly CapturedNote[])[] {
  const lengths = lineLengths(text, found.flat())
  return found.map((notes, at) => {
    const last = notes.at(-1)
    const next = pages[at + 1]
    if (!last || !next) return notes
    const carried = carriedText(text, last, { from: next.from, to: found[at + 1]?.[0]?.from ?? next.to }, lengths)
    return carried ? [...notes.slice(0, -1), { ...last, carried: [carried] }] : notes
  })
}
