import { isFigure } from './kind.ts'
import type { Segment } from './segments.ts'

/** A column of a table: where its cells usually begin and end on the page. */
export interface GridColumn {
  readonly from: number
  readonly to: number
  /** Where the gutter to its right begins. */
  readonly limit: number
  /** Whether most of its cells hold figures. */
  readonly figures: boolean
}

/** Widest page, in columns of characters. */
const widest = 400
/** Share of the lines that must have a gap where a gutter is. */
const fewestGaps = 0.3
/** Fewest lines that tell that a column of single spaces is no chance. */
const fewestTight = 5

/** The columns of lines with segments; fewer than two where they have no gutter in common. */
export function gridColumns(lines: readonly (readonly Segment[])[]): GridColumn[] {
  const edges = guttersOf(lines)
  const cells: Segment[][] = Array.from({ length: edges.length + 1 }, () => [])
  for (const segments of lines) {
    for (const segment of segments) {
      const column = edges.filter(([, to]) => segment.from >= to - 1).length
      const next = edges[column]
      if (next === undefined || segment.to <= next[0] + 1) cells[column]?.push(segment)
    }
  }
  return cells.flatMap((column, at) => {
    if (column.length === 0) return []
    const figures = column.filter(({ text }) => isFigure(text)).length > 0.5 * column.length
    const left = edges[at - 1]?.[1] ?? 0
    const right = edges[at]?.[0] ?? Number.POSITIVE_INFINITY
    const from = Math.max(left - 1, median(column.map((segment) => segment.from)))
    const to = Math.min(right + 1, Math.max(from + 1, median(column.map((segment) => segment.to))))
    return [{ from, to, limit: right, figures }]
  })
}

function median(values: readonly number[]): number {
  const rising = [...values].sort((a, b) => a - b)
  return rising[rising.length >> 1] ?? 0
}

/**
 * The gutters: stretches of columns of characters where more lines have a gap than have a letter. Where all lines have
 * a space at the same place, some a wider one, and there are enough of them, one column is a gutter.
 */
function guttersOf(lines: readonly (readonly Segment[])[]): [number, number][] {
  const { gaps, spaces, letters } = profileOf(lines)
  const isGutter = (at: number) => {
    const gap = gaps[at] ?? 0
    const letter = letters[at] ?? 0
    // Cells differ in length, so that one of them at least leaves more than a single space.
    const white = gap + (spaces[at] ?? 0)
    if (letter === 0 && gap > 0 && white >= fewestTight && white >= 0.6 * lines.length) return true
    return gap >= 2 && gap >= fewestGaps * lines.length && gap > letter
  }
  const gutters: [number, number][] = []
  for (let at = 0; at < gaps.length; at++) {
    if (!isGutter(at)) continue
    const from = at
    while (at < gaps.length && isGutter(at)) at++
    gutters.push(narrowed(from, at, letters))
  }
  return gutters
}

/** The part of a gutter that the fewest lines cross. */
function narrowed(from: number, to: number, letters: readonly number[]): [number, number] {
  const least = Math.min(...letters.slice(from, to))
  let start = from
  while (start < to - 1 && (letters[start] ?? 0) > least) start++
  let end = to
  while (end > start + 1 && (letters[end - 1] ?? 0) > least) end--
  return [start, end]
}

/** For each column of characters: how many lines have a gap there, a single space, a letter. */
function profileOf(lines: readonly (readonly Segment[])[]) {
  const width = Math.min(
    widest,
    lines.reduce((most, segments) => Math.max(most, segments.at(-1)?.to ?? 0), 0),
  )
  const left = lines.reduce((least, segments) => Math.min(least, segments[0]?.from ?? least), widest)
  const gaps = new Array<number>(width).fill(0)
  const spaces = new Array<number>(width).fill(0)
  const letters = new Array<number>(width).fill(0)
  for (const segments of lines) {
    let behind = left
    for (const { from, to, text } of segments) {
      for (let at = behind; at < Math.min(from, width); at++) gaps[at] = (gaps[at] ?? 0) + 1
      for (let at = from; at < Math.min(to, width); at++) {
        const counts = text.charCodeAt(at - from) === 32 ? spaces : letters
        counts[at] = (counts[at] ?? 0) + 1
      }
      behind = to
    }
  }
  return { gaps, spaces, letters }
}
