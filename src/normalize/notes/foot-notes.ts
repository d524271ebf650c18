import {
  type CapturedNote,
  isFinished,
  type LineCall,
  likelyCalls,
  type NoteLines,
  offsetAt,
} from './captured-notes.ts'
import { PrefixMaxima } from './chain.ts'
import type { LabelForm } from './labels.ts'

/** One page: lines `from` up to `to`. */
interface Page {
  readonly from: number
  readonly to: number
}

/** The lines of a page at which its notes begin, in order. */
type Foot = readonly number[]

/**
 * Finds the notes at the feet of pages, and of columns. Their labels are written in one form and rise by one through
 * the text, as its calls do, and each has its call near it: numbered paragraphs and lists have not.
 */
export function footNotes(text: NoteLines, isFree: (line: number) => boolean): CapturedNote[] {
  const pages = pagesOf(text)
  const row = likelyCalls(text)
  const { form, starts } = bestFeet(text, pages, row, isFree)
  if (starts.length === 0 || starts.length < row.length * leastShare) return []
  const feet = pages.map(({ from, to }) => starts.filter((start) => start >= from && start < to))
  const inColumns = feet.some((foot) => columnBreaks(text, foot, form).some(Boolean))
  const notes: CapturedNote[] = []
  pages.forEach((page, at) => {
    const foot = feet[at] ?? []
    const next = pages[at + 1] ?? page
    const scope = { from: offsetAt(text, pages[at - 1]?.from ?? page.from), to: offsetAt(text, next.to) }
    const ends = inColumns ? endsInColumns(text, page, foot, form) : foot.map((_, note) => foot[note + 1] ?? page.to)
    foot.forEach((from, note) => {
      const label = text.labels[from]
      const evidence = `at the foot of its page, in a row of ${starts.length} notes, with its call near it`
      const range = { from, to: ends[note] ?? page.to }
      if (label)
        notes.push({ label: label.label, ...range, labelLength: label.length, scope, evidence, confidence: 0.97 })
    })
  })
  return notes
}

function pagesOf({ lines }: NoteLines): Page[] {
  const pages: Page[] = []
  let from = 0
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && lines[at]?.data?.page === lines[from]?.data?.page) continue
    pages.push({ from, to: at })
    from = at
  }
  return pages
}

type CallsByPage = readonly (readonly LineCall[])[]

/** Where fewer of the likely calls than this have their notes at the feet, what was found are lists and paragraphs. */
const leastShare = 0.4

/** Notes in one form of label: the lines at which they begin, and how much speaks for them. */
interface Feet {
  readonly form: LabelForm
  readonly starts: readonly number[]
  readonly weight: number
}

const numberForms: readonly LabelForm[] = ['superscript', 'alone', 'glued', 'dot', 'spaced', 'parenthesis']

/** The form of label for which most speaks; what is written in others is noise ("15 March" at the start of a line). */
function bestFeet(
  text: NoteLines,
  pages: readonly Page[],
  row: readonly LineCall[],
  isFree: (line: number) => boolean,
): Feet {
  const pageOf = pageNumbers(pages)
  let best: Feet = { form: 'symbol', ...symbolFeet(text, row, pageOf, isFree) }
  for (const form of numberForms) {
    const lines = text.labels.flatMap((label, line) => (label?.form === form && isFree(line) ? [line] : []))
    const feet = { form, ...numberedFeet(text, row, pageOf, lines) }
    if (feet.weight > best.weight) best = feet
  }
  return best
}

/** Index of the page of each line. */
function pageNumbers(pages: readonly Page[]): (line: number) => number {
  const numbers = pages.flatMap(({ from, to }, page) => Array.from({ length: to - from }, () => page))
  return (line) => numbers[line] ?? 0
}

/**
 * Pairs lines that begin with a label with calls, both in order, one for one, so that the sum of what speaks for each
 * pair is the highest. Of two lines with the same label and the same call, the lower one is the note.
 */
function numberedFeet(
  text: NoteLines,
  row: readonly LineCall[],
  pageOf: (line: number) => number,
  lines: readonly number[],
) {
  const byLabel = new Map<string, number[]>()
  row.forEach(({ label }, index) => {
    const same = byLabel.get(label)
    if (same) same.push(index)
    else byLabel.set(label, [index])
  })
  const best = new PrefixMaxima(row.length + 1)
  const pairs: { line: number; previous: number }[] = []
  let top = { score: 0, index: -1 }
  for (const line of lines) {
    for (const call of [...(byLabel.get(text.labels[line]?.label ?? '') ?? [])].reverse()) {
      const own = nearness(row[call]?.line ?? 0, line, pageOf)
      if (own === 0) continue
      const before = best.upTo(call)
      const score = own + line * 1e-6 + Math.max(0, before.score)
      const index = pairs.push({ line, previous: before.score > 0 ? before.index : -1 }) - 1
      best.raise(call + 1, score, index)
      if (score > top.score) top = { score, index }
    }
  }
  const starts: number[] = []
  for (let at = top.index; at >= 0; at = pairs[at]?.previous ?? -1) starts.push(pairs[at]?.line ?? 0)
  return { starts: starts.reverse(), weight: top.score }
}

/** How much a call speaks for a note: most when it stands above it on its page. */
function nearness(call: number, note: number, pageOf: (line: number) => number): number {
  const distance = pageOf(note) - pageOf(call)
  if (distance === 0) return call < note ? 2.5 : 1
  // A typesetter that runs out of room sets a note a page early or late.
  return distance === 1 ? 2 : distance === -1 ? 1 : 0
}

/** Lines that begin with a symbol which is called above them on their page, from the last one up. */
function symbolFeet(
  { labels }: NoteLines,
  row: readonly LineCall[],
  pageOf: (line: number) => number,
  isFree: (line: number) => boolean,
) {
  const called = new Map<string, number>()
  for (const { label, form, line } of row) {
    const key = `${pageOf(line)} ${label}`
    if (form === 'symbol' && !called.has(key)) called.set(key, line)
  }
  const starts: number[] = []
  for (let line = labels.length - 1; line >= 0; line--) {
    const label = labels[line]
    const key = `${pageOf(line)} ${label?.label}`
    if (label?.form !== 'symbol' || !isFree(line) || (called.get(key) ?? line) >= line) continue
    starts.push(line)
    called.delete(key)
  }
  return { starts: starts.reverse(), weight: starts.length * 2.5 }
}

/** For each note but the first of a foot, whether its call stands below the note before it: body text lies between. */
function columnBreaks(text: NoteLines, foot: Foot, form: LabelForm): boolean[] {
  return foot.slice(1).map((at, index) => form !== 'symbol' && callBetween(text, foot[index] ?? at, at) !== undefined)
}

/** Line of the call for the note at `to`, if it stands between the notes at `from` and `to` and nowhere above. */
function callBetween({ calls, labels }: NoteLines, from: number, to: number): number | undefined {
  const label = labels[to]?.label
  let line: number | undefined
  for (let at = firstAtOrAfter(calls, Math.max(0, from - 400)); at < calls.length; at++) {
    const call = calls[at]
    if (!call || call.line >= to) break
    if (call.label !== label || call.weight < 1) continue
    if (call.line <= from) return undefined
    line ??= call.line
  }
  return line
}

function firstAtOrAfter(calls: readonly LineCall[], line: number): number {
  let low = 0
  let high = calls.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((calls[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

/** Where each note of a page with columns ends: at the next note, or where the body goes on in the next column. */
function endsInColumns(text: NoteLines, page: Page, foot: Foot, form: LabelForm): number[] {
  const first = foot[0] ?? page.to
  const bodyIsOpen = first > page.from && !isFinished(text.lines[first - 1])
  return foot.map((from, note) => {
    const next = foot[note + 1]
    const stop = next ?? page.to
    const call = next === undefined ? undefined : callBetween(text, from, next)
    // A following note whose call stands above leaves no room for body text.
    if (next !== undefined && call === undefined) return next
    const resumed = resumesAt(text, from + (form === 'alone' ? 2 : 1), call === undefined ? stop : call + 1, bodyIsOpen)
    return resumed ?? stop
  })
}

/** How sure it must be that the body goes on at a line. */
const leastResume = 4

/** The line at which the body most likely goes on after a note. */
function resumesAt({ lines }: NoteLines, from: number, to: number, bodyIsOpen: boolean): number | undefined {
  let best: { at: number; score: number } | undefined
  for (let at = from; at < to; at++) {
    const line = lines[at]
    const before = lines[at - 1]
    if (!line || !before) break
    let score = isFinished(before) ? 2 : -3
    if ((line.data?.blankBefore ?? 0) > 0) score += 2
    if ((line.position?.start.line ?? 0) - (before.position?.end.line ?? 0) > 2) score += 2
    const isLower = /^\p{Ll}/u.test(line.value)
    if (bodyIsOpen === isLower) score += 2
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { at, score }
  }
  return best && best.score >= leastResume ? best.at : undefined
}
