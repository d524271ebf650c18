import type { Heading, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { headingOf } from '../../../captured/lines.ts'
import { romanValue } from '../../../language/roman.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { follows } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'

/** Longest title behind a number, and shortest line of text below it, in characters. */
const longest = 100
const shortestText = 45

/** A number on a line of its own with what may be its title. */
interface Candidate {
  readonly at: number
  readonly number: Line
  readonly title: Line
  /** "1" for figures, "A" for letters, "I" for Roman numerals: numbers of one scheme make a row. */
  readonly scheme: string
  readonly path: readonly number[]
}

/**
 * Puts a heading's number before it where a reader of PDF set them on lines of their own, as it does when more than a
 * space stands between them. Only numbers that make a row are taken, and only above text or a heading below their own:
 * labels of notes, ranks in a table and entries of a list of contents stand one above the next.
 */
export function headingNumbers() {
  return (tree: Root, file: VFile): void => {
    const found = rowsIn(candidatesIn(tree.children))
    if (found.length < 2) return
    const titles = new Map<RootContent, Heading>()
    const gone = new Set<RootContent>()
    for (const { number, title, path } of found) {
      titles.set(number, headingOf(file, [number, title], depthOf(path)))
      gone.add(title)
    }
    tree.children = tree.children.flatMap((node) => (gone.has(node) ? [] : [titles.get(node) ?? node]))
  }
}

function depthOf(path: readonly number[]): Heading['depth'] {
  return Math.min(6, 1 + path.length) as Heading['depth']
}

const decimal = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?$/
const lettered = /^([A-Z])((?:\.\d{1,2}){0,3})\.?$/
const roman = /^([IVX]{1,5})\.?$/

/** The ways to read a line as the number of a heading. */
function readingsOf(value: string): Pick<Candidate, 'scheme' | 'path'>[] {
  if (value.length > 12) return []
  const digits = decimal.exec(value)?.[1]
  if (digits) return [{ scheme: '1', path: digits.split('.').map(Number) }]
  const numeral = romanValue(roman.exec(value)?.[1] ?? '')
  const [, letter, rest = ''] = lettered.exec(value) ?? []
  const path = letter ? [letter.charCodeAt(0) - 64, ...rest.split('.').slice(1).map(Number)] : []
  return [
    ...(numeral > 0 ? [{ scheme: 'I', path: [numeral] }] : []),
    ...(path.length > 0 ? [{ scheme: 'A', path }] : []),
  ]
}

function candidatesIn(nodes: readonly RootContent[]): Candidate[] {
  return nodes.flatMap((number, at): Candidate[] => {
    const title = nodes[at + 1]
    if (number.type !== 'line' || title?.type !== 'line' || !isTitle(title, number)) return []
    return readingsOf(number.value).flatMap(({ scheme, path }) => {
      return introduces(title, nodes[at + 2], path) ? [{ at, number, title, scheme, path }] : []
    })
  })
}

function isTitle(line: Line, number: Line): boolean {
  const { value, data } = line
  if (value.length > longest || data?.page !== number.data?.page || (data?.blankBefore ?? 0) > 2) return false
  if (data?.column !== number.data?.column || beginningOf(value) !== 'upper' || !/\p{L}{3}/u.test(value)) return false
  if (isCaption(value) || /(?:\.\s?){4,}|:\/\/|[,;]$/.test(value)) return false
  return endingOf(value) === 'open' || value.endsWith('?')
}

/** Whether text stands below the title, or a number one level deeper. */
function introduces(title: Line, next: RootContent | undefined, path: readonly number[]): boolean {
  if (next?.type !== 'line') return next !== undefined
  const below = readingsOf(next.value)
  if (below.length > 0)
    return below.some((number) => number.path.length === path.length + 1 && number.path.at(-1) === 1)
  if (goesOnBelow(title, next)) return false
  return next.value.length >= shortestText || beginningOf(next.value) === 'other'
}

/** Share of the next line's length that a title without a blank line below it has at most. */
const shortTitle = 0.75

/** Whether a line goes on in the next one, as the first line of a note does. */
function goesOnBelow(line: Line, next: Line): boolean {
  if ((next.data?.blankBefore ?? 0) > 0) return false
  return beginningOf(next.value) === 'lower' || line.value.length > shortTitle * next.value.length
}

/** The candidates whose numbers go on in a row of their scheme; rows of one are none. */
function rowsIn(candidates: readonly Candidate[]): Candidate[] {
  const rows = new Map<string, { path: readonly number[]; row: Candidate[] }>()
  const taken = new Set<number>()
  for (const candidate of candidates) {
    if (taken.has(candidate.at)) continue
    const before = rows.get(candidate.scheme)
    const begins = candidate.path.length === 1 && candidate.path[0] === 1
    if (!begins && !goesOn(before?.path, candidate.path)) continue
    taken.add(candidate.at)
    if (before) {
      before.path = candidate.path
      before.row.push(candidate)
    } else rows.set(candidate.scheme, { path: candidate.path, row: [candidate] })
  }
  return [...rows.values()].flatMap(({ row }) => (row.length > 1 ? row : []))
}

/** The next number, or the one behind it where a heading was captured in one line. */
function goesOn(before: readonly number[] | undefined, path: readonly number[]): boolean {
  if (!before) return path.every((part) => part === 1)
  for (let skipped = 0; skipped < 4; skipped++) {
    const earlier = [...path.slice(0, -1), (path.at(-1) ?? 0) - skipped]
    if ((earlier.at(-1) ?? 0) > 0 && follows(before, earlier)) return true
  }
  return path.length < before.length && follows(before.slice(0, path.length), path)
}
