import type { Line } from '../../../captured/line.ts'
import { creditLine } from '../../../language/words/credits.ts'
import { isLabelled } from '../../evidence/labelled.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'

/** How far below a running head its page can say the same once more, as the heading of a section: in lines. */
const near = 6

/** How long a title is beside the longest line of its page, at most. */
const shortTitle = 0.75

/**
 * The running heads that stay, because the text has their words nowhere else: on the first page, where the head is the
 * title or the sender; and where the head changes with the section, on the first page of each section. A title below
 * the head, or the same words once more on this page or at the end of the one before, are the text's own.
 */
export function firstOfRow(pages: readonly (readonly Line[])[], heads: Iterable<Line>): Set<Line> {
  const gone = new Set(heads)
  const kept = new Set<Line>()
  if (isFragment(pages, gone)) return kept
  for (const [at, page] of pages.entries()) {
    const head = topOf(page, gone)
    const first = head[0]
    if (!first) continue
    const before = pages[at - 1]
    const isFirst = at === 0 ? !hasTitle(page, gone) : before !== undefined && beginsSection(before, page, first, gone)
    if (isFirst && !isSaidAgain(pages, at, head, gone)) for (const line of head) kept.add(line)
  }
  return kept
}

/** Whether the furniture of the first page counts from another number than 1: the text is part of a longer one. */
function isFragment([first = [], second = []]: readonly (readonly Line[])[], gone: ReadonlySet<Line>): boolean {
  const following = new Set(second.filter((line) => gone.has(line)).flatMap(numbersIn))
  return first
    .filter((line) => gone.has(line))
    .flatMap(numbersIn)
    .some((number) => number > 1 && following.has(number + 1))
}

function numbersIn({ value }: Line): number[] {
  return [...value.matchAll(/^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$/g)].map(Number)
}

/** The running head of a page: the lines of words at its top that are to go. Two heads in one line are no title. */
function topOf(page: readonly Line[], gone: ReadonlySet<Line>): Line[] {
  const end = page.findIndex((line) => !gone.has(line))
  return page.slice(0, Math.max(0, end)).filter(({ value }) => worded.test(value) && !/\S\s{3,}\S/.test(value))
}

/** Two words of three letters: less is a number or a symbol. */
const worded = /\p{L}{3,}.*\P{L}\p{L}{3,}|^\p{Lu}\p{Ll}{3,}$/u

/** Whether a line near below the head can be a title: short, no name, no date, no sentence, no salutation, no field. */
function hasTitle(page: readonly Line[], gone: ReadonlySet<Line>): boolean {
  const text = page.filter((line) => !gone.has(line))
  const longest = Math.max(...text.map(({ value }) => value.length))
  return text
    .slice(0, near)
    .some((line, at) => isTitleLike(line, text[at + 1]) && line.value.length < shortTitle * longest)
}

function isTitleLike({ value }: Line, next: Line | undefined): boolean {
  if (!next || endingOf(value) !== 'open' || beginningOf(value) === 'lower') return false
  if (isLabelled(value) && isLabelled(next.value)) return false
  return !/,|\d{4}|^\p{Lu}\. /u.test(value) && !creditLine.test(value)
}

/** Whether the head has changed, and no sentence runs over from the page before. */
function beginsSection(before: readonly Line[], page: readonly Line[], first: Line, gone: ReadonlySet<Line>): boolean {
  const above = topOf(before, gone)[0]
  if (!above || wordsOf(above.value) === wordsOf(first.value)) return false
  const last = before.findLast((line) => !gone.has(line))
  const next = page.find((line) => !gone.has(line))
  return (
    last !== undefined &&
    next !== undefined &&
    endingOf(last.value) === 'sentence' &&
    beginningOf(next.value) !== 'lower'
  )
}

/** Whether a line that stays has the words of the head, near below it or on the page before. */
function isSaidAgain(
  pages: readonly (readonly Line[])[],
  at: number,
  head: readonly Line[],
  gone: ReadonlySet<Line>,
): boolean {
  const words = new Set(head.map(({ value }) => wordsOf(value)))
  const page = pages[at] ?? []
  const nearby = [...page.slice(0, head.length + near), ...(pages[at - 1] ?? [])]
  return nearby.some((line) => !gone.has(line) && words.has(wordsOf(line.value)))
}

/** A line's letters, whatever number, case and punctuation it has. */
function wordsOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
}
