import type { Line } from '../../../captured/line.ts'
import { isSetApart } from './set-apart.ts'

/** Share of the pages, and number of them, on which an edge must carry the page's number. */
const leastShare = 0.6
const fewest = 3
/** Longest running head, in characters. */
const longest = 120

/**
 * The running heads and feet whose words change, as those with the title of a section do: first or last lines of pages
 * that begin or end with the number of the page, on most pages. In a text of a few pages all pages but the first must
 * have one, and count from 1; but where the first has one, too, they are sections that begin with a page, or notes. A
 * number that its page calls is a note's.
 */
export function numberedEdges(pages: readonly (readonly Line[])[]): Line[] {
  const worded = [0, -1].map((edge) => {
    const found = numbersAt(pages, edge).filter(({ line }) => /\p{L}{2}/u.test(line.value))
    const shift = mostFrequent(found.map((entry) => entry.shift))
    const same = found.filter((entry) => entry.shift === shift)
    const lines = new Set(same.map(({ line }) => line))
    if (shift === 1 && same.some(({ page, line }) => page === 0 && !isSetApart(line.value)))
      return { lines: new Set<Line>() }
    const few = pages.length > 2 && shift === 1 && lines.size >= pages.length - 1
    return few || lines.size >= Math.max(fewest, leastShare * pages.length)
      ? { shift, lines }
      : { lines: new Set<Line>() }
  })
  const shifts = new Set(worded.flatMap(({ shift }) => (shift === undefined ? [] : [shift])))
  // The first page of a chapter has its number alone, at the foot.
  const alone = [0, -1].flatMap((edge) =>
    numbersAt(pages, edge).filter(({ line, shift }) => shifts.has(shift) && /^\d+$/.test(line.value)),
  )
  return [...worded.flatMap(({ lines }) => [...lines]), ...alone.map(({ line }) => line)]
}

/** A number at either end of a page's outermost line. */
interface EdgeNumber {
  readonly line: Line
  /** Index of the page. */
  readonly page: number
  /** By how much the number is more than the index. */
  readonly shift: number
}

function numbersAt(pages: readonly (readonly Line[])[], edge: number): EdgeNumber[] {
  return pages.flatMap((lines, page) => {
    const line = lines.at(edge)
    if (!line || lines.length < 2) return []
    const numbers = numbersAtEnds(line.value).filter((number) => !isCalled(lines, line, number))
    return numbers.map((number) => ({ line, page, shift: number - page }))
  })
}

/** Whether a page has a number behind a word or a mark, as the call of a note that begins with it. */
function isCalled(lines: readonly Line[], note: Line, number: number): boolean {
  if (!note.value.startsWith(String(number))) return false
  const call = new RegExp(`[\\p{L}.,;:!?\u201D\u2019"»)]${number}(?!\\d|[.,]\\d)`, 'u')
  return lines.some((line) => line !== note && call.test(line.value))
}

/** The numbers that a line begins and ends with. */
function numbersAtEnds(value: string): number[] {
  if (/^\d{1,4}$/.test(value)) return [Number(value)]
  if (value.length > longest) return []
  const first = /^(\d{1,4})\s+[|\u2013\u2014-]?\s*\p{Lu}/u.exec(value)?.[1]
  const last = /[\p{L}\d.)\]|]\s+[|\u2013\u2014-]?\s*(\d{1,4})$/u.exec(value)?.[1]
  return [first, last].flatMap((number) => (number ? [Number(number)] : []))
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
