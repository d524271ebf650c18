import type { Line } from '../../captured/line.ts'
import { endingOf, withoutDirections } from './punctuation.ts'

/** Fewest lines with text on both sides that make a gutter. */
const fewestLines = 5
/** Fewest words a line has on each side, on average; cells of tables have fewer. */
const fewestWords = 3.2
/** How far from its usual column text may begin behind the gutter. */
const slack = 8

/** The lines of a page whose text has a gutter in it, as seen by one column of characters. */
export interface Gutter {
  /** Column, from the left edge of the page, at which the text behind the gutter begins. */
  readonly right: number
}

/** Index in a line's value at which the text behind the gutter begins; -1 when the line runs across it. */
export function splitAt(line: Line, { right }: Gutter): number {
  const indent = line.data?.indent ?? 0
  const { value } = line
  if (indent >= right - 2) return 0
  if (indent + value.length <= right - 1) return value.length
  const at = right - indent
  const window = value.slice(Math.max(0, at - 3), at + slack)
  for (const { index, 0: white } of window.matchAll(/\s{2,}|\s(?=\S)/g)) {
    const behind = Math.max(0, at - 3) + index + white.length
    if (white.length >= 2 && behind >= at - 2) return behind
    if (behind === at) return behind
  }
  return -1
}

/** Whether a line has text on both sides of a gap that ends where the text behind the gutter begins. */
export function hasGap(line: Line, { right }: Gutter): boolean {
  const at = splitAt(line, { right })
  return at > 0 && at < line.value.length && /\s{2}$/.test(line.value.slice(0, at))
}

/** The gutter of a page, if its lines have one. */
export function gutterOf(page: readonly Line[]): Gutter | undefined {
  const width = page.reduce((most, { value, data }) => Math.max(most, (data?.indent ?? 0) + value.length), 0)
  const right = mostFrequent(
    page.flatMap((line) => gapEnds(line).filter((at) => at > 0.3 * width && at < 0.75 * width)),
  )
  if (right === undefined) return undefined
  const gutter = { right }
  const split = page.filter((line) => hasGap(line, gutter))
  const crossing = page.filter((line) => splitAt(line, gutter) < 0)
  if (split.length < fewestLines || split.length < crossing.length) return undefined
  const words = split.flatMap((line) => {
    const at = splitAt(line, gutter)
    return [line.value.slice(0, at), line.value.slice(at)].map((side) => side.trim().split(/\s+/).length)
  })
  const isWordy = words.reduce((sum, count) => sum + count, 0) / words.length >= fewestWords
  return isWordy && readsDown(split, gutter) ? gutter : undefined
}

/**
 * Least share of line ends, in the column that has more of them, in whose next line a sentence goes on. Pages in columns
 * have .16 and more (265 of the sets of captures), tables, forms and addresses that stand side by side have none.
 */
const leastGoingOn = 0.1

/** Whether sentences go on from line to line within a column, and not across the gap. */
function readsDown(lines: readonly Line[], gutter: Gutter): boolean {
  const sides = lines.map((line) => {
    const at = splitAt(line, gutter)
    return [line.value.slice(0, at).trim(), line.value.slice(at).trim()] as const
  })
  return [0, 1].some((side) => {
    const texts = sides.map((both) => both[side] ?? '')
    const going = texts.filter((text, at) => at > 0 && goesOn(texts[at - 1] ?? '', text)).length
    return going >= leastGoingOn * texts.length
  })
}

/** Scripts without small letters tell less: there, any letter may go on with a sentence. */
function goesOn(text: string, next: string): boolean {
  const ending = endingOf(text)
  const letter = /^\p{L}/u.exec(withoutDirections(next))?.[0] ?? ''
  return (ending === 'open' || ending === 'hyphen') && letter !== '' && letter === letter.toLowerCase()
}

/** Columns at which text begins behind a gap, or behind the left edge of the page. */
function gapEnds({ value, data }: Line): number[] {
  const indent = data?.indent ?? 0
  const ends = [...value.matchAll(/\s{2,}/g)].map(({ index, 0: white }) => indent + index + white.length)
  return indent > 0 ? [indent, ...ends] : ends
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: number | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}
