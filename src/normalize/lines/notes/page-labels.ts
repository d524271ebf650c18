import { alignCalls } from '../../notes/align.ts'
import { firstAtOrAfter, type LineCall, type NoteLines, type Page } from '../../notes/captured-notes.ts'
import type { LabelForm } from '../../notes/labels.ts'

/** Whether the numbers of notes begin again on each page, in each chapter, or never. */
export type Restart = 'page' | 'chapter' | 'never'

/** A label at the foot of a page, and the line that it begins; none where the label was taken for a page number. */
export interface PageLabel {
  readonly value: number
  readonly line: number | undefined
}

/** The labels at the foot of one page, in the order of their numbers. */
export interface PageRow {
  readonly page: Page
  readonly labels: readonly PageLabel[]
  /** Line of the last call above them that leads to one of them; the page's first line where none does. */
  readonly lastCall: number
}

/** What a called label is worth, and what one costs that nothing calls, or that is not there. */
const worth = { called: 1, uncalled: -0.7, withoutLabel: -0.5, restart: -1.5 }

/** How many numbers may be missing between two pages. */
const mostMissing = 2

/** What weighs less than this is hardly a call, even with a note's text below it. */
const leastWeight = 0.2

/** The labels in one form at the feet of all pages, read as numbers that begin again where `restart` says. */
export function rowsOfPages(
  text: NoteLines,
  pages: readonly Page[],
  { form, restart }: { form: LabelForm; restart: Restart },
): PageRow[] {
  let next = 1
  const calls = text.calls.filter(({ weight, label }) => weight >= leastWeight && /^\d/.test(label))
  return pages.map((page, at) => {
    const first = restart === 'page' ? page : (pages[at - 1] ?? page)
    const scope = calls.slice(firstAtOrAfter(calls, first.from), firstAtOrAfter(calls, page.to))
    const lines = linesByValue(text, page, form)
    const found = firstNumbers(restart, next).map((value) => {
      const { row, score } = rowFrom(value, { page, lines, scope, form })
      return { row, score: value < next ? score + worth.restart : score }
    })
    const { row } = found.reduce((best, one) => (one.score > best.score ? one : best))
    next = (row.labels.at(-1)?.value ?? next - 1) + 1
    return row
  })
}

/** The numbers that a page's notes can begin with. */
function firstNumbers(restart: Restart, next: number): number[] {
  if (restart === 'page') return [1]
  const going = Array.from({ length: mostMissing + 1 }, (_, missing) => next + missing)
  return restart === 'chapter' && next > 1 ? [...going, 1] : going
}

/** The lines of a page that begin with each number, in order. */
function linesByValue({ labels }: NoteLines, { from, to }: Page, form: LabelForm): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let line = from; line < to; line++) {
    const label = labels[line]
    if (label?.form !== form) continue
    const value = Number(label.label)
    const same = found.get(value)
    if (same) same.push(line)
    else found.set(value, [line])
  }
  return found
}

/** What a row of labels is looked for in. */
interface Around {
  readonly page: Page
  readonly lines: ReadonlyMap<number, readonly number[]>
  readonly scope: readonly LineCall[]
  readonly form: LabelForm
}

/** The row of labels from a number on, as far as most speaks for it. */
function rowFrom(first: number, around: Around): Found {
  const labels = labelsFrom(first, around)
  let best: Found = { row: { page: around.page, labels: [], lastCall: around.page.from }, score: 0 }
  for (let count = 1; count <= labels.length; count++) {
    const found = scored(labels.slice(0, count), around)
    if (found.score > best.score) best = found
  }
  return best
}

/** A row of labels, and what speaks for it. */
interface Found {
  readonly row: PageRow
  readonly score: number
}

/** A row with the calls that stand above all of its labels, in order, one for each. */
function scored(labels: readonly PageLabel[], { page, scope }: Around): Found {
  const top = topOf(labels)
  const whole = { from: 0, to: Number.POSITIVE_INFINITY, hasText: true }
  const targets = labels.map(({ value }) => ({ label: String(value), ...whole }))
  const called = alignCalls(
    scope.filter(({ line }) => line < top),
    targets,
  )
  const lastCall = called.reduce((last, { call }) => Math.max(last, call.line), page.from)
  const missing = labels.filter(({ line }) => line === undefined).length
  const score =
    worth.called * called.length + worth.uncalled * (labels.length - called.length) + worth.withoutLabel * missing
  return { row: { page, labels, lastCall }, score }
}

/** The highest line of a row's labels. */
export function topOf(labels: readonly PageLabel[]): number {
  return labels.reduce((top, { line = top }) => Math.min(top, line), Number.POSITIVE_INFINITY)
}

/**
 * The lowest lines with the numbers from one on. Labels that stand alone may be out of order, where a reader of PDF
 * files put them together, and one may be gone, if it stood where page numbers stand; others stand in front of their
 * texts.
 */
function labelsFrom(first: number, { lines, form, scope }: Around): PageLabel[] {
  const found: PageLabel[] = []
  const isCalled = (value: number) => scope.some(({ label }) => label === String(value))
  for (let value = first; ; value++) {
    const line = lines.get(value)?.at(-1)
    const before = found.at(-1)?.line ?? -1
    const isGone = line === undefined && form === 'alone' && lines.has(value + 1) && isCalled(value)
    if ((line === undefined && !isGone) || (form !== 'alone' && (line ?? before) < before)) return found
    found.push({ value, line })
  }
}
