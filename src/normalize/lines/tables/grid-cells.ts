import type { VFile } from 'vfile'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { beginningOf } from '../../evidence/punctuation.ts'
import { pairCount } from '../../evidence/word-pairs.ts'
import type { GridColumn } from './grid-columns.ts'
import { isFigure } from './kind.ts'
import { endsSplit } from './seam.ts'
import { partOf, type Segment } from './segments.ts'

/** The segments of one line by column; a cell with wide spaces in it has several. */
export type LineCells = readonly (readonly Segment[])[]

/** What speaks against a cut in a segment, at most. */
const mostCut = 1.3
/** What speaks against a cut because of its place, for each column of characters, and at most. */
const awayCost = 0.12
const mostAway = 0.7

/** Puts the segments of a line into columns; a segment that runs on into the next column is cut where it can be. */
export function lineCells(file: VFile, segments: readonly Segment[], columns: readonly GridColumn[]): LineCells {
  const parts = segments.flatMap((segment, at) => cutSegment(file, segment, columns, segments[at + 1]))
  const places = placed(parts, columns)
  return columns.map((_, column) => parts.filter((_, at) => places[at] === column))
}

/** Cuts a segment between the columns that it covers, unless what follows on the line is in the later one. */
function cutSegment(
  file: VFile,
  segment: Segment,
  columns: readonly GridColumn[],
  next: Segment | undefined,
): Segment[] {
  const parts: Segment[] = []
  let rest = segment
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1]
    if (!before || rest.from > before.limit || rest.from >= column.from - 1 || rest.to <= before.limit + 1) continue
    if (next && next.from < column.to && Math.abs(next.from - column.from) < Math.abs(rest.to - column.to)) continue
    // What ends before the next column begins runs over its own only if the line goes on behind it, or in a figure.
    const goesOn =
      (next && next.from >= column.to - 1) || (column.figures && !before.figures && endsInFigure(rest.text))
    if (rest.to <= column.from + 1 && !goesOn) continue
    const cut = bestCut(file, rest, column)
    if (cut === undefined) continue
    parts.push(partOf(rest, 0, cut))
    rest = partOf(rest, cut)
  }
  return [...parts, rest]
}

function endsInFigure(text: string): boolean {
  const words = text.slice(-40).split(' ')
  return isFigure(words.at(-1) ?? '') || isFigure(words.slice(-2).join(' '))
}

function bestCut(file: VFile, segment: Segment, column: GridColumn): number | undefined {
  let best: { readonly at: number; readonly cost: number } | undefined
  for (const { index } of segment.text.matchAll(/\s/g)) {
    const before = segment.text.slice(0, index)
    const after = segment.text.slice(index + 1)
    const left = Math.abs(segment.from + index + 1 - column.from)
    const right = Math.abs(segment.to - column.to)
    const away = column.figures ? Math.min(left, right) : left
    const cost = Math.min(mostAway, awayCost * away) + wordCost(file, before, after, column)
    if (!best || cost < best.cost) best = { at: index, cost }
  }
  return best && best.cost <= mostCut ? best.at : undefined
}

function wordCost(file: VFile, before: string, after: string, column: GridColumn): number {
  const isNumber = isFigure(after)
  if (column.figures) return isNumber ? 0 : 1.5
  if (isNumber) return 0.5
  const left = /\S+$/.exec(before.slice(-60))?.[0] ?? ''
  const right = /^\S+/.exec(after.slice(0, 60))?.[0] ?? ''
  const isLower = beginningOf(right) === 'lower'
  if (endsSplit(left)) return isLower ? 0.3 : 0
  const known = Math.log2(Math.max(1, pairCount(file, left, right)))
  const open = endsInFunctionWord(before.slice(-60), evidenceOf(file).language) ? 1 : 0
  return 0.25 * known + open + (isLower ? 0.7 : 0)
}

/** The column of each segment, from left to right, so that together they stand as near as can be to theirs. */
function placed(segments: readonly Segment[], columns: readonly GridColumn[]): number[] {
  let costs = columns.map((column) => (segments[0] ? distance(segments[0], column) : 0))
  const from: number[][] = []
  for (const segment of segments.slice(1)) {
    const origins: number[] = []
    costs = columns.map((column, at) => {
      let best = at
      let least = (costs[at] ?? 0) + 3
      for (let before = 0; before < at; before++) {
        if ((costs[before] ?? 0) < least) {
          least = costs[before] ?? 0
          best = before
        }
      }
      origins.push(best)
      return least + distance(segment, column)
    })
    from.push(origins)
  }
  let column = costs.reduce((best, cost, at) => (cost < (costs[best] ?? 0) ? at : best), 0)
  const places = [column]
  for (const origins of from.reverse()) {
    column = origins[column] ?? 0
    places.unshift(column)
  }
  return places
}

/** How far a segment stands from a column: by its edges or its middle, whichever fits. */
function distance(segment: Segment, { from, to }: GridColumn): number {
  const outside = Math.max(0, from - segment.to, segment.from - to)
  const left = Math.abs(segment.from - from)
  const right = Math.abs(segment.to - to)
  const middle = Math.abs(segment.from + segment.to - from - to) / 2
  return 2 * outside + Math.min(left, right, middle + 1)
}
