import type { LineCall, NoteLines, Page } from './captured-notes.ts'
import { PrefixMaxima } from './chain.ts'
import type { LabelForm } from './labels.ts'

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
    for (const call of nearCalls(byLabel.get(text.labels[line]?.label ?? '') ?? [], row, line)) {
      // A number that a line begins with is its label or a call, not both.
      const own = row[call]?.line === line ? 0 : nearness(row[call]?.line ?? 0, line, pageOf)
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

/** Lines between a note and its call at most: two long pages. */
const farthest = 400

/** The calls near a line, from the last one up; `indices` are those of calls with its label. */
function nearCalls(indices: readonly number[], row: readonly LineCall[], line: number): number[] {
  let at = 0
  let high = indices.length
  while (at < high) {
    const middle = (at + high) >> 1
    if ((row[indices[middle] ?? 0]?.line ?? 0) < line - farthest) at = middle + 1
    else high = middle
  }
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
