import type { Line } from '../../../captured/line.ts'
import { namesPage, pageNumberOf } from '../../../language/words/page-number.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'

/** Fewest lines from one line of page furniture to the same on the next page, and fewest pages that show it. */
const shortestPage = 12
const fewestPages = 3
/** Share of all lines that are furniture at most; in a text that says the same again and again more of them come back. */
const mostRepeated = 0.25
/** How much longer than most pages the longest stretch between two of them may be. */
const longestStretch = 3
/** Most lines of furniture between two pages. */
const mostFurniture = 6
/** Share of the places where furniture stands at which it cuts a sentence; no heading does. */
const leastCuts = 0.3

/**
 * The lines that pages begin with in a text without form feeds: where lines come back at the distance of a page, stand
 * apart and cut sentences, a foot and a head met. Headings that come back ("Discussion") cut no sentence.
 */
export function pagesBetweenFurniture(lines: readonly Line[]): Line[] {
  const furniture = repeatedLines(lines)
  const seams = seamsOf(lines, furniture)
  const inner = seams.filter(({ from, to }) => from > 0 && to < lines.length)
  const cuts = inner.filter((seam) => cutsSentence(lines, seam))
  if (inner.length < 2) return []
  if (cuts.length < Math.max(2, leastCuts * inner.length) && !countPages(lines, seams)) return []
  const top = new Set(lines.slice(0, mostFurniture).flatMap((line) => (furniture.has(line) ? [keyOf(line)] : [])))
  return inner.flatMap(({ from, to }) => {
    const head = lines.slice(from, to).findIndex((line) => top.has(keyOf(line)))
    return lines[head < 0 ? to : from + head] ?? []
  })
}

/** Lines that come back, but for their numbers, never within a page and never much later than a page. */
function repeatedLines(lines: readonly Line[]): Set<Line> {
  const places = new Map<string, number[]>()
  for (const [at, line] of lines.entries()) {
    if (line.value.length > 160 || !isApart(lines, at)) continue
    const key = keyOf(line)
    if (!/\p{L}{2}/u.test(key)) continue
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  const found = new Set<Line>()
  for (const at of places.values()) {
    if (at.length < fewestPages || !isPaced(at.map((place) => rowOf(lines[place])))) continue
    for (const place of at) found.add(lines[place] as Line)
  }
  return found.size <= mostRepeated * lines.length ? found : new Set()
}

function isPaced(rows: readonly number[]): boolean {
  const gaps = rows.slice(1).map((row, at) => row - (rows[at] ?? 0))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return gaps.every((gap) => gap >= shortestPage && gap <= longestStretch * usual)
}

/** A run of furniture between the text of two pages: the lines from `from` up to `to`. */
interface Seam {
  readonly from: number
  readonly to: number
}

function seamsOf(lines: readonly Line[], furniture: ReadonlySet<Line>): Seam[] {
  const seams: Seam[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!furniture.has(lines[at] as Line)) continue
    let to = at + 1
    while (to < lines.length && (furniture.has(lines[to] as Line) || isNumberAmong(lines, to, furniture))) to++
    seams.push({ from: isNumber(lines[at - 1]) ? at - 1 : at, to: isNumber(lines[to]) ? to + 1 : to })
    at = to
  }
  return seams.filter(({ from, to }) => to - from <= mostFurniture)
}

function isNumberAmong(lines: readonly Line[], at: number, furniture: ReadonlySet<Line>): boolean {
  const next = lines[at + 1]
  return isNumber(lines[at]) && next !== undefined && furniture.has(next)
}

function isNumber(line: Line | undefined): boolean {
  return line !== undefined && /^[-\u2013\u2014 ]{0,3}\d{1,4}[-\u2013\u2014 ]{0,3}$/.test(line.value)
}

/** Whether each seam but perhaps the first says which page ends or begins there, one more than the seam before. */
function countPages(lines: readonly Line[], seams: readonly Seam[]): boolean {
  const numbers = seams.flatMap(({ from, to }) => {
    const line = lines.slice(from, to).find(({ value }) => namesPage(value))
    return line ? [pageNumberOf(line.value)] : []
  })
  return numbers.length >= seams.length - 1 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at)
}

/** Whether the text behind the seam goes on with a sentence, or with a word that was divided. */
function cutsSentence(lines: readonly Line[], { from, to }: Seam): boolean {
  const before = lines[from - 1]
  const after = lines[to]
  if (!before || !after || after.value.length < 20) return false
  return beginningOf(after.value) === 'lower' || endingOf(before.value) === 'hyphen'
}

/** Whether a blank line stands before or behind a line, or the text begins or ends there. */
function isApart(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]
  return at === 0 || (lines[at]?.data?.blankBefore ?? 0) > 0 || !next || (next.data?.blankBefore ?? 0) > 0
}

function rowOf(line: Line | undefined): number {
  return line?.position?.start.line ?? 0
}

/** The line's text without its digits and with single spaces. */
function keyOf(line: Line): string {
  return line.value.replace(/\d+/g, '#').replace(/\s+/g, ' ')
}
