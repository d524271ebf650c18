import { partitionPoint } from '../../../partition-point.ts'
import type { LineCall, NoteLines, Page } from '../../notes/captured-notes.ts'
import { pairInOrder, placesByKey } from '../../notes/chain.ts'
import type { LabelForm } from '../../notes/labels.ts'

/** Notes in one form of label: the lines at which they begin, and how much speaks for them. */
export interface Feet {
  readonly form: LabelForm
  readonly starts: readonly number[]
  readonly weight: number
}

const numberForms: readonly LabelForm[] = ['superscript', 'alone', 'glued', 'dot', 'spaced', 'parenthesis', 'named']

/** The form of label for which most speaks; what is written in others is noise ("15 March" at the start of a line). */
export function bestFeet(
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

/** Notes whose labels are numbers: what speaks for a pair of note and call is how near they are. */
function numberedFeet(
  text: NoteLines,
  row: readonly LineCall[],
  pageOf: (line: number) => number,
  lines: readonly number[],
) {
  const byLabel = placesByKey(row.map(({ label }) => label))
  const labelled = lines.map((line) => ({
    line,
    calls: nearCalls(byLabel.get(text.labels[line]?.label ?? '') ?? [], row, line),
  }))
  // A number that a line begins with is its label or a call, not both.
  return pairInOrder(labelled, row.length, ({ line }, call) =>
    row[call]?.line === line ? 0 : nearness(row[call]?.line ?? 0, line, pageOf),
  )
}

/** Lines between a note and its call at most: two long pages. */
const farthest = 400

/** The calls near a line, from the last one up; `indices` are those of calls with its label. */
function nearCalls(indices: readonly number[], row: readonly LineCall[], line: number): number[] {
  let at = partitionPoint(indices.length, (one) => (row[indices[one] ?? 0]?.line ?? 0) < line - farthest)
  const near: number[] = []
  for (; at < indices.length && (row[indices[at] ?? 0]?.line ?? 0) <= line + farthest; at++) near.push(indices[at] ?? 0)
  return near.reverse()
}

/** How much a call speaks for a note: most when it stands above it on its page. */
function nearness(call: number, note: number, pageOf: (line: number) => number): number {
  const distance = pageOf(note) - pageOf(call)
  if (distance === 0) return call < note ? 2.5 : 0
  // A typesetter that runs out of room sets a note a page early or late.
  return distance === 1 ? 2 : distance === -1 ? 1 : 0
}

/** Lines that begin with a symbol which is called above them on their page, as many as there are calls, the last ones. */
function symbolFeet(
  { labels }: NoteLines,
  row: readonly LineCall[],
  pageOf: (line: number) => number,
  isFree: (line: number) => boolean,
) {
  const called = new Map<string, number[]>()
  for (const { label, form, line } of row) {
    const key = `${pageOf(line)} ${label}`
    if (form !== 'symbol') continue
    const lines = called.get(key)
    if (lines) lines.push(line)
    else called.set(key, [line])
  }
  const starts: number[] = []
  for (let line = labels.length - 1; line >= 0; line--) {
    const label = labels[line]
    const open = called.get(`${pageOf(line)} ${label?.label}`)
    if (label?.form !== 'symbol' || !isFree(line) || !open?.some((call) => call < line)) continue
    starts.push(line)
    open.pop()
  }
  return { starts: starts.reverse(), weight: starts.length * 2.5 }
}
