import type { Line } from '../../captured/line.ts'

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
  return words.reduce((sum, count) => sum + count, 0) / words.length >= fewestWords ? gutter : undefined
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
