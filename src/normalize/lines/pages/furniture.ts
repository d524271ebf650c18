import type { Line } from '../../../captured/line.ts'
import { imprint } from '../../../language/words/imprint.ts'
import { namesPage, pageNumberOf, pageNumberWithin } from '../../../language/words/page-number.ts'
import { gapsIn } from '../../evidence/gaps.ts'
import { isLabelled } from '../../evidence/labelled.ts'
import { isClause } from '../../evidence/markers.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { keyOf } from './key-of.ts'
import { isSetApart } from './set-apart.ts'

/*
 * What comes back on pages need not be page furniture: the fields of a form, the formulas of letters and minutes, the
 * heads of tables and the names of speakers come back, too, and are text. These are the signs that tell furniture apart.
 * Their limits were read off 1,023 lines of furniture and 396 of text that come back on pages, in texts of 34 kinds.
 */

/** How many lines with words may stand between furniture and the edge of its page: a head of two lines. */
const deepest = 1

/** How many lines of a page can be furniture, unless they come back on all pages but one. */
const mostOnPage = 3

/** Share of the pages, and number of them, that have a number of their own beside the furniture. */
const numberedShare = 0.5
const fewestNumbered = 2

/** On how many pages a sentence must come back, and on all of them, to be a notice and not a formula of the text. */
const fewestForSentence = 4

/** Share of fields among the lines of a form; at most 15 in 100 in texts of other kinds, but for interviews. */
const formShare = 0.2

/** Lines that a rule takes for furniture, and what it and the rules beside it take for it. */
export interface FurnitureClaim {
  readonly pages: readonly (readonly Line[])[]
  readonly claimed: Iterable<Line>
  /** Lines that other rules of the step claim. */
  readonly others?: Iterable<Line>
  /** Texts that stand apart on most pages, wherever a column ended. */
  readonly apart?: ReadonlySet<string>
  /** Whether the numbers of the lines are known to be their pages'. */
  readonly numbersArePages?: boolean
}

/** Of the lines claimed, those that no sign speaks against. */
export function plausibleFurniture(claim: FurnitureClaim): Line[] {
  const { pages, claimed, others = [], apart = new Set(), numbersArePages = false } = claim
  const wanted = new Set(claimed)
  const all = new Set([...wanted, ...others])
  const around: Surroundings = {
    ...{ pages: pages.length, all, apart, numbersArePages },
    isForm: isForm(pages),
    alike: countBy(all, ({ value }) => value),
    masked: countBy(all, keyOf),
    numbered: numberedPages(pages) >= Math.max(fewestNumbered, numberedShare * pages.length),
  }
  return pages.flatMap((page) => page.filter((line, at) => wanted.has(line) && isPlausible(page, at, around)))
}

interface Surroundings {
  readonly pages: number
  readonly all: ReadonlySet<Line>
  readonly apart: ReadonlySet<string>
  readonly numbersArePages: boolean
  /** Whether the pages are filled with fields. */
  readonly isForm: boolean
  /** How often the same text is claimed. */
  readonly alike: ReadonlyMap<string, number>
  /** How often the same text with other numbers is claimed. */
  readonly masked: ReadonlyMap<string, number>
  /** Whether most pages have a page number besides, so that numbers in furniture are not pages'. */
  readonly numbered: boolean
}

function isPlausible(page: readonly Line[], at: number, around: Surroundings): boolean {
  const line = page[at]
  if (!line) return false
  const depth = depthOf(page, at, around.all)
  const isDisplaced = around.apart.has(line.value) && !isLabelled(line.value) && isApart(page, at)
  if (depth > deepest && !isDisplaced) return false
  if (isLabelled(line.value) && (depth > 0 || around.isForm || isInRow(page, at))) return false
  if (Number.isFinite(depth) && !imprint.test(line.value) && leansInward(page, at, around.all)) return false
  if (line.value.endsWith(':') || isClause(line.value) || isTableHead(page, at) || isCutSentence(page, at)) return false
  return !isSentenceOfText(page, at, around) && hasPageNumber(line, around) && isAmongFew(page, line, around)
}

/** Whether so many lines are fields of a form that a field at the edge of a page is one more. */
function isForm(pages: readonly (readonly Line[])[]): boolean {
  const lines = pages.flat()
  return lines.filter(({ value }) => isLabelled(value)).length >= formShare * lines.length
}

/** Lines with words between a line and the nearer edge of its page; infinite when text stands there. */
function depthOf(page: readonly Line[], at: number, all: ReadonlySet<Line>): number {
  const value = page[at]?.value
  const depths = [page.slice(0, at), page.slice(at + 1)].map((beyond) => {
    const worded = beyond.filter((line) => !isNumber(line))
    // What stands twice is said once by the page and once by the text.
    return worded.every((line) => all.has(line) && line.value !== value) ? worded.length : Number.POSITIVE_INFINITY
  })
  return Math.min(...depths)
}

/** Whether a blank line parts a line from the furniture at the edge, and none from the text: a letterhead, a signature. */
function leansInward(page: readonly Line[], at: number, all: ReadonlySet<Line>): boolean {
  const isTop = page.slice(0, at).every((line) => all.has(line) || isNumber(line))
  // A line with the blank line above it begins a block; the lines of one block belong together.
  const begins = (line: Line | undefined) => (line?.data?.blankBefore ?? 0) > 0
  const [above, below] = [page.slice(1, at + 1), page.slice(at + 1)]
  return isTop ? above.some(begins) && !begins(page[at + 1]) : below.some(begins) && !begins(page[at])
}

/** Whether blank lines, or the page's edge, stand above or below. */
function isApart(page: readonly Line[], at: number): boolean {
  const next = page[at + 1]
  return at === 0 || !next || [page[at], next].some((line) => (line?.data?.blankBefore ?? 0) > 0)
}

/** Whether a field of a form stands among others, above or below. */
function isInRow(page: readonly Line[], at: number): boolean {
  return [page[at - 1], page[at + 1]].some((line) => line !== undefined && isLabelled(line.value))
}

/** Whether a line is the head of a table that begins or goes on here: cells, above a row of cells. */
function isTableHead(page: readonly Line[], at: number): boolean {
  const next = page[at + 1]
  return next !== undefined && gapsIn(page[at]?.value ?? '') > 1 && gapsIn(next.value) > 1 && !next.data?.blankBefore
}

/** Whether the line below goes on with the line's sentence, in small letters. */
function isCutSentence(page: readonly Line[], at: number): boolean {
  const [line, next] = [page[at], page[at + 1]]
  if (!line || !next || (next.data?.blankBefore ?? 0) > 0) return false
  return (
    endingOf(line.value) === 'open' && beginningOf(next.value) === 'lower' && line.value.length > next.value.length / 2
  )
}

/** Whether a line is a sentence, and none that a publisher sets at the edge of all pages. */
function isSentenceOfText(page: readonly Line[], at: number, { alike, pages }: Surroundings): boolean {
  const value = page[at]?.value ?? ''
  if (endingOf(value) !== 'sentence' || imprint.test(value)) return false
  const everywhere = pages >= fewestForSentence && (alike.get(value) ?? 0) >= pages - 1
  return !(everywhere && isApart(page, at))
}

/** Whether the numbers that differ from page to page are the pages'. */
function hasPageNumber(line: Line, { alike, masked, numbered, numbersArePages }: Surroundings): boolean {
  const { value } = line
  if (numbersArePages && !numbered) return true
  const varies = (masked.get(keyOf(line)) ?? 0) > (alike.get(value) ?? 0)
  if (!varies || /\S\s{3,}\S/.test(value)) return true
  return pageNumberWithin(value) || (!numbered && isSetApart(value))
}

function isAmongFew(page: readonly Line[], { value }: Line, { all, alike, pages }: Surroundings): boolean {
  if ((alike.get(value) ?? 0) >= pages - 1 || pageNumberWithin(value) || imprint.test(value)) return true
  return (
    page.filter((line) => all.has(line) && !pageNumberWithin(line.value) && !imprint.test(line.value)).length <=
    mostOnPage
  )
}

function isNumber({ value }: Line): boolean {
  return pageNumberOf(value) > 0 || namesPage(value)
}

function numberedPages(pages: readonly (readonly Line[])[]): number {
  return pages.filter((page) => [page[0], page[1], page.at(-1), page.at(-2)].some((line) => line && isNumber(line)))
    .length
}

function countBy(lines: Iterable<Line>, key: (line: Line) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1)
  return counts
}
