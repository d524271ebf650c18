import { type CapturedNote, isFinished, type LineCall, type NoteLines, offsetAt } from './captured-notes.ts'
import { bestChain } from './chain.ts'
import type { LabelForm } from './labels.ts'

/** One page: lines `from` up to `to`. */
interface Page {
  readonly from: number
  readonly to: number
}

/** The lines of a page at which its notes begin, in order. */
type Foot = readonly number[]

/**
 * Finds the notes at the feet of pages, and of columns. From the last line of a page upwards, labels count down, in
 * one form, and each has its call on the page: numbered paragraphs and lists have not.
 */
export function footNotes(text: NoteLines, isFree: (line: number) => boolean): CapturedNote[] {
  const pages = pagesOf(text)
  const row = likelyCalls(text)
  const calls = callsByPage(row, pages)
  const form = commonForm(text, pages, calls, isFree)
  if (!form) return []
  const feet = pages.map((page, at) => footOf(text, page, { form, calls: calledOn(calls, at), isFree }))
  const found = feet.reduce((sum, foot) => sum + foot.length, 0)
  if (found < row.length * leastShare) return []
  const inColumns = feet.some((foot) => columnBreaks(text, foot, form).some(Boolean))
  const notes: CapturedNote[] = []
  pages.forEach((page, at) => {
    const foot = feet[at] ?? []
    const scope = { from: offsetAt(text, pages[at - 1]?.from ?? page.from), to: offsetAt(text, page.to) }
    const ends = inColumns ? endsInColumns(text, page, foot, form) : foot.map((_, note) => foot[note + 1] ?? page.to)
    foot.forEach((from, note) => {
      const label = text.labels[from]
      const evidence = `at the foot of its page, in a row of ${foot.length} note(s), with its call above it`
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

/** The candidates that make a row of rising numbers, which may begin again, and all symbols. */
function likelyCalls({ calls }: NoteLines): LineCall[] {
  const numbered = calls.flatMap((call) => (call.form === 'symbol' ? [] : [{ ...call, value: Number(call.label) }]))
  const symbols = calls.filter(({ form }) => form === 'symbol')
  return [...bestChain(numbered, { gap: 1.5, restart: 4 }), ...symbols].sort((one, other) => one.offset - other.offset)
}

function callsByPage(calls: readonly LineCall[], pages: readonly Page[]): CallsByPage {
  let at = 0
  return pages.map(({ to }) => {
    const start = at
    while (at < calls.length && (calls[at]?.line ?? 0) < to) at++
    return calls.slice(start, at)
  })
}

/** Labels called on a page or on the one before: a note may have had to move on. The value is the first line of a call. */
function calledOn(calls: CallsByPage, page: number): Map<string, number> {
  const labels = new Map<string, number>()
  for (const call of [...(calls[page - 1] ?? []), ...(calls[page] ?? [])]) {
    if (!labels.has(call.label)) labels.set(call.label, call.line)
  }
  return labels
}

interface Search {
  readonly form: LabelForm
  readonly calls: ReadonlyMap<string, number>
  readonly isFree: (line: number) => boolean
}

/** The form in which most notes' labels are written; the others are noise ("15 March" at the start of a line). */
function commonForm(
  text: NoteLines,
  pages: readonly Page[],
  calls: CallsByPage,
  isFree: Search['isFree'],
): LabelForm | undefined {
  const forms: readonly LabelForm[] = ['superscript', 'alone', 'glued', 'dot', 'spaced', 'parenthesis', 'symbol']
  let best: { form: LabelForm; count: number } | undefined
  for (const form of forms) {
    let count = 0
    pages.forEach((page, at) => {
      count += footOf(text, page, { form, calls: calledOn(calls, at), isFree }).length
    })
    if (count > (best?.count ?? 0)) best = { form, count }
  }
  return best?.form
}

function footOf({ labels }: NoteLines, page: Page, { form, calls, isFree }: Search): Foot {
  const foot: number[] = []
  let expected: number | undefined
  const seen = new Set<string>()
  for (let at = page.to - 1; at >= page.from; at--) {
    const found = labels[at]
    if (found?.form !== form || !isFree(at)) continue
    const called = calls.get(found.label)
    if (called === undefined || called >= at || seen.has(found.label)) continue
    if (form !== 'symbol' && expected !== undefined && Number(found.label) !== expected) continue
    foot.push(at)
    seen.add(found.label)
    expected = Number(found.label) - 1
  }
  return withoutLists(labels, page, foot.reverse(), calls)
}

/** Drops what stands above a call that has no note below it: notes do not come before the text that calls others. */
function withoutLists(labels: NoteLines['labels'], page: Page, foot: Foot, calls: Search['calls']): Foot {
  let lowest = -1
  for (const [label, line] of calls) {
    const hasNote = foot.some((at) => at > line && labels[at]?.label === label)
    if (line < page.to && !hasNote) lowest = Math.max(lowest, line)
  }
  return foot.filter((at) => at > lowest)
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
