import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { removeLines } from '../../../captured/lines.ts'
import { isAboveRow } from '../../evidence/gaps.ts'
import { pagesOf } from '../../evidence/pages.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { facingHeads } from './facing-heads.ts'
import { firstOfRow } from './first-of-row.ts'
import { plausibleFurniture } from './furniture.ts'
import { keyOf } from './key-of.ts'
import { numberedEdges } from './numbered-edges.ts'

/** Settings of {@link runningHeads}. */
export interface RunningHeadsOptions {
  /** Share of the pages on which a line must be repeated; 0.3 by default. */
  readonly share?: number
}

/** How many lines from the top and the bottom of a page are looked at. */
const depth = 5

/** On how many pages an outermost line must be repeated to be a running head wherever else it is missing. */
const repeatedOutermost = 4

/** A line at the end of a page. */
interface Occurrence {
  readonly page: number
  readonly numbers: readonly number[]
  readonly outermost: boolean
}

/**
 * Removes running heads and feet: lines that come back at the top or the bottom of page after page, but for the page's
 * number in them. Lines that are numbers only belong to the rule for page numbers, lines whose other numbers differ (the
 * notes at the foot of a page) are text, and so is the head of a table that runs on; a text of one page is left alone.
 */
export function runningHeads({ share = 0.3 }: RunningHeadsOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const pages = pagesOf(tree)
    if (pages.length < 2) return
    const apart = repeatedApart(pages)
    const claimed = repeatedLines(pages, apart, share)
    const repeats = plausibleFurniture({ pages, claimed, apart })
    const facing = plausibleFurniture({ pages, claimed: facingHeads(pages, new Set(repeats)), others: repeats })
    const others = numberedEdges(pages).filter((line) => !repeats.includes(line))
    const numbered = plausibleFurniture({ pages, claimed: others, others: repeats, numbersArePages: true })
    const staying = firstOfRow(pages, [...repeats, ...facing, ...numbered])
    const remove = (lines: readonly Line[], evidence: string, confidence: number) =>
      removeLines(
        tree,
        file,
        lines.filter((line) => !staying.has(line)),
        { rule: 'normalize:running-heads-are-removed', evidence, confidence },
      )
    remove(repeats, `the line comes back at the top or bottom of pages (${pages.length} pages)`, 0.97)
    remove(facing, 'the line stands apart on each page of one side, as the head of the other side does on its own', 0.9)
    remove(
      numbered,
      `the line begins or ends with the number of its page, as on most of the ${pages.length} pages`,
      0.95,
    )
  }
}

/** The lines whose text comes back, wherever on their pages they stand. */
function repeatedLines(pages: readonly (readonly Line[])[], apart: ReadonlySet<string>, share: number): Line[] {
  const heads = repeated(pages, Math.max(2, Math.ceil(pages.length * share)))
  return pages.flatMap((page, at) =>
    page.filter((line) => apart.has(line.value) || heads.get(keyOf(line))?.(occurrenceOf(line, at, false))),
  )
}

/** Tells whether a line with the words of a running head has its numbers, too. */
type Test = (occurrence: Occurrence) => boolean

/** The running heads by their words, with the test for their numbers. */
function repeated(pages: readonly (readonly Line[])[], least: number): Map<string, Test> {
  const found = new Map<string, Occurrence[]>()
  for (const [at, page] of pages.entries()) {
    for (const line of new Set([...page.slice(0, depth), ...page.slice(-depth)])) {
      const key = keyOf(line)
      if (!/\p{L}.*\p{L}/u.test(key) || continuesLine(page, line) || isAboveRow(page, page.indexOf(line))) continue
      const outermost = line === page[0] || line === page.at(-1)
      const list = found.get(key)
      const occurrence = occurrenceOf(line, at, outermost)
      if (list) list.push(occurrence)
      else found.set(key, [occurrence])
    }
  }
  const heads = new Map<string, Test>()
  for (const [key, occurrences] of found) {
    const test = testFor(occurrences)
    const same = occurrences.filter(test)
    const often = new Set(same.map(({ page }) => page)).size >= least
    if (often || same.filter(({ outermost }) => outermost).length >= repeatedOutermost) heads.set(key, test)
  }
  return heads
}

/** Whether a line goes on with the sentence of the line above it, as the second line of a note does. */
function continuesLine(page: readonly Line[], line: Line): boolean {
  const above = page[page.indexOf(line) - 1]
  return above !== undefined && beginningOf(line.value) === 'lower' && endingOf(above.value) === 'open'
}

function occurrenceOf(line: Line, page: number, outermost: boolean): Occurrence {
  return { page, numbers: (line.value.match(/\d+/g) ?? []).map(Number), outermost }
}

/** The most frequent numbers, where each one is the same on all pages or grows with the page. */
function testFor(occurrences: readonly Occurrence[]): Test {
  const usual = (occurrences[0]?.numbers ?? []).map((_, place) => {
    const fixed = most(occurrences.map(({ numbers }) => numbers[place] ?? 0))
    const growing = most(occurrences.map(({ numbers, page }) => (numbers[place] ?? 0) - page))
    return growing.count > fixed.count ? { grows: true, value: growing.value } : { grows: false, value: fixed.value }
  })
  return ({ numbers, page }) =>
    usual.every(({ grows, value }, place) => (numbers[place] ?? 0) - (grows ? page : 0) === value)
}

function most(values: readonly number[]): { value: number; count: number } {
  const counts = new Map<number, number>()
  let best = { value: 0, count: 0 }
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (count > best.count) best = { value, count }
  }
  return best
}

/**
 * Readers of pages with columns put heads and feet wherever a column ends. There a blank line stands before or behind
 * them, and several words come back letter for letter on most pages.
 */
function repeatedApart(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const apart = page.filter((line, at) => {
      const after = page[at + 1]
      return (at === 0 || isApart(line) || !after || isApart(after)) && /\S+\s+\S+\s+\S|^\S{12,}$/.test(line.value)
    })
    for (const value of new Set(apart.map((line) => line.value))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const least = Math.max(3, Math.ceil(pages.length / 2))
  return new Set([...counts].filter(([, count]) => count >= least).map(([value]) => value))
}

function isApart(line: Line): boolean {
  return (line.data?.blankBefore ?? 0) > 0
}
