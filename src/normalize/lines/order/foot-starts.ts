import { partitionPoint } from '../../../partition-point.ts'
import type { LineCall, NoteLines } from '../../notes/captured-notes.ts'
import { bestChain, pairInOrder, placesByKey } from '../../notes/chain.ts'
import type { LabelForm } from '../../notes/labels.ts'

/** Where notes begin on pages with columns, and the calls that lead to them. */
export interface FootStarts {
  /** Indices of the lines that begin with the label of a note. */
  readonly starts: ReadonlySet<number>
  /** The numbers of the notes that are likely called on each line, by the line's index. */
  readonly called: ReadonlyMap<number, readonly number[]>
}

const forms: readonly LabelForm[] = ['superscript', 'alone', 'glued', 'dot', 'spaced', 'parenthesis']

/** What a call speaks for a note that stands so many pages behind it. */
const nearness: ReadonlyMap<number, number> = new Map([
  [0, 2.5],
  [1, 1.5],
  [-1, 0.7],
])

/** Fewer notes than this share of the calls are lists and paragraphs with numbers. */
const leastShare = 0.4

/** A thing with a number, on a page. */
interface Placed {
  readonly page: number
  readonly value: number
  readonly line: number
}

/**
 * Finds the lines at which notes begin where columns may stand in any order: pages follow each other, but within a
 * page labels and calls are compared in the order of their numbers. One form of label has all the notes.
 */
export function footStarts(text: NoteLines, pageOf: (line: number) => number): FootStarts {
  const row = likelyRow(text, pageOf)
  const called = new Map<number, number[]>()
  for (const { line, value } of row) called.set(line, [...(called.get(line) ?? []), value])
  let best: { starts: number[]; weight: number } = { starts: [], weight: 0 }
  for (const form of forms) {
    const lines = text.labels.flatMap((label, line): Placed[] =>
      label?.form === form ? [{ line, value: Number(label.label), page: pageOf(line) }] : [],
    )
    const found = pairUp(lines.sort(byPlace), row)
    if (found.weight > best.weight) best = found
  }
  const enough = best.starts.length >= leastShare * row.length
  return { starts: new Set(enough ? best.starts : []), called }
}

function likelyRow(text: NoteLines, pageOf: (line: number) => number): (LineCall & Placed)[] {
  const calls = text.calls
    .filter(({ form }) => form !== 'symbol')
    .map((call) => ({ ...call, value: Number(call.label), page: pageOf(call.line) }))
  return bestChain(calls.sort(byPlace), { gap: 1.5, restart: 4 })
}

function byPlace(one: Placed, other: Placed): number {
  return one.page - other.page || one.value - other.value || one.line - other.line
}

function pairUp(lines: readonly Placed[], row: readonly Placed[]): { starts: number[]; weight: number } {
  const byValue = placesByKey(row.map(({ value }) => value))
  const labelled = lines.map((one) => ({ ...one, calls: nearCalls(byValue.get(one.value) ?? [], row, one.page) }))
  return pairInOrder(labelled, row.length, ({ line, page }, call) =>
    row[call]?.line === line ? 0 : (nearness.get(page - (row[call]?.page ?? 0)) ?? 0),
  )
}

/** Indices of the calls on a page and those beside it, from the last one up; `indices` are in the order of the pages. */
function nearCalls(indices: readonly number[], row: readonly Placed[], page: number): number[] {
  let at = partitionPoint(indices.length, (one) => (row[indices[one] ?? 0]?.page ?? 0) < page - 1)
  const near: number[] = []
  for (; at < indices.length && (row[indices[at] ?? 0]?.page ?? 0) <= page + 1; at++) near.push(indices[at] ?? 0)
  return near.reverse()
}
