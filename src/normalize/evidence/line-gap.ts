import type { Root } from 'mdast'
import { linesOf } from '../../captured/lines.ts'
import { beginningOf, endingOf } from './punctuation.ts'
import { type LinePair, openAtRightEdge } from './right-edge.ts'

/*
 * A typescript is set in double space: the capture has a blank line between all lines, also in the middle of sentences.
 * Blank lines say nothing there, unless there are more of them than usual.
 *
 * The limits come from 321 texts of 28 kinds and 87 papers. Copies of web pages have a blank line between most lines,
 * too, so the share of blank lines does not tell; but hardly any of them stand in the middle of sentences: in 98 of 100
 * other texts less than .25 (the rest are texts in two columns), in spaced ones .35 and more.
 */

/** Share of line ends on a page that have blank lines behind them where a text is spaced. */
const leastSpaced = 0.4
/** Fewest of those in the middle of sentences, and least share of all with blank lines. */
const fewestWithin = 4
const leastWithin = 0.25
/** The same where the right edge alone tells that a sentence goes on: paragraphs of one line end there, too. */
const leastAtEdge = 0.5
/** Characters of the shortest line that is one of a paragraph. */
const shortest = 15

/** The usual number of blank lines between two lines of a paragraph: 0 in most texts, 1 where they are double spaced. */
export function lineGapIn(tree: Root): number {
  const pairs = pairsIn(tree)
  const apart = pairs.filter((pair) => gapOf(pair) > 0)
  if (apart.length < leastSpaced * pairs.length) return 0
  const bySmallLetters = apart.filter(isWithinSentence)
  // A script without small letters shows it by its right edge alone.
  const hasSmall = bySmallLetters.length > 0
  const within = hasSmall ? bySmallLetters : openAtRightEdge(tree).filter((pair) => gapOf(pair) > 0)
  const least = (hasSmall ? leastWithin : leastAtEdge) * apart.length
  const isSpaced = within.length >= Math.max(fewestWithin, least)
  return isSpaced ? commonest(within.map(gapOf)) : 0
}

function pairsIn(tree: Root): LinePair[] {
  const lines = linesOf(tree)
  return lines.flatMap((line, at): LinePair[] => {
    const next = lines[at + 1]
    return next && line.data?.page === next.data?.page ? [{ line, next }] : []
  })
}

function gapOf({ next }: LinePair): number {
  return (next.data?.blankBefore ?? 0) + (next.data?.gap ?? 0)
}

function isWithinSentence({ line, next }: LinePair): boolean {
  const ending = endingOf(line.value)
  const isOpen = ending === 'open' || ending === 'hyphen'
  return isOpen && line.value.length > shortest && beginningOf(next.value) === 'lower'
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? 0
}
