import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
import { linesOf } from '../../captured/lines.ts'
import { endingOf, firstWordOf, withoutDirections } from './punctuation.ts'
import { type WidthModel, widthOf } from './width.ts'

/*
 * A second reading of line ends, for texts whose next lines tell nothing: scripts without small letters, numbers in the
 * margin, few lines. Wrapped lines end in the middle of things at one right edge, because the next word would have gone
 * past it; lines that are paragraphs end anywhere.
 *
 * The limits come from 321 texts of 28 kinds whose true line ends are known (268 of them wrapped): with them 8 wrapped
 * texts are missed and 4 of the others are taken for wrapped, three of which have no line that would be joined.
 */

/** Two lines of one page that follow each other. */
export interface LinePair {
  readonly line: Line
  readonly next: Line
}

/** Characters of the shortest line that says something of the edge. */
const shortest = 25
/** Fewest lines that an edge is looked for in. */
const fewestLines = 3
/** Share of the edge that the lines in the densest stretch below it fill: they end within one long word of it. */
const dense = 0.88
/** Share of the edge that lines may go past it: widths are estimated. */
const beyond = 1.03
/** Share of the edge that a full line reaches together with the next line's first word. */
const full = 0.99

/** Fewest lines, and least share of all, that end open at the edge where lines are cut at a measure. */
const fewestOpen = 2
const leastOpen = 0.12
/** Share of lines past the edge from which on there is none. */
const mostBeyond = 0.12
/** Share of lines behind open ones that begin anew from which on they are not wrapped; German prose can have .7 capitals. */
const mostAnew = 0.85

/** The lines that end in the middle of things at one right edge, where there is one that lines were cut at; else none. */
export function openAtRightEdge(tree: Root): readonly LinePair[] {
  const pairs = pairsIn(tree)
  if (pairs.length < fewestLines) return []
  const [proportional, fixed] = [readAtEdge(pairs, 'proportional'), readAtEdge(pairs, 'fixed')]
  const { open, past } = proportional.open.length >= fixed.open.length ? proportional : fixed
  if (open.length < fewestOpen || open.length < leastOpen * pairs.length || past >= mostBeyond * pairs.length) return []
  const anew = open.filter(({ next }) => beginsAnew(next)).length
  return anew > mostAnew * open.length ? [] : open
}

/** Lines of verse, of programmes and of numbered rows can end at one edge, too; but each begins with a capital, or a time. */
function beginsAnew({ value }: Line): boolean {
  return /^\p{P}*(?:\d{1,4}[.)]?\s+)?\p{P}*\p{Lu}|^\s*\d{1,2}[.:]\d\d\b/u.test(withoutDirections(value))
}

function pairsIn(tree: Root): LinePair[] {
  const lines = linesOf(tree)
  return lines.flatMap((line, at): LinePair[] => {
    const next = lines[at + 1]
    return next && line.value.length >= shortest && line.data?.page === next.data?.page ? [{ line, next }] : []
  })
}

/** The lines that end open at the edge in which most lines end, and how many go past it. */
function readAtEdge(pairs: readonly LinePair[], model: WidthModel) {
  const edge = edgeOfDensest(pairs.map(({ line }) => widthOf(line.value, model)))
  const open = pairs.filter(({ line, next }) => {
    const width = widthOf(line.value, model)
    const reach = width + widthOf(` ${firstWordOf(next.value)}`, model)
    return width <= beyond * edge && reach > full * edge && endsOpen(line)
  })
  const past = pairs.filter(({ line }) => widthOf(line.value, model) > beyond * edge).length
  return { open, past }
}

function endsOpen({ value }: Line): boolean {
  const ending = endingOf(value)
  return ending === 'open' || ending === 'hyphen'
}

/** The upper end of the stretch, a long word wide, in which most widths lie; the upper one when two hold as many. */
function edgeOfDensest(widths: readonly number[]): number {
  const rising = [...widths].sort((a, b) => a - b)
  let most = 0
  let edge = 0
  for (let low = 0, high = 0; high < rising.length; high++) {
    const width = rising[high] ?? 0
    while ((rising[low] ?? 0) < dense * width) low++
    if (high - low + 1 >= most) {
      most = high - low + 1
      edge = width
    }
  }
  return edge
}
