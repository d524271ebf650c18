import type { Line } from '../../../captured/line.ts'
import { namesPage } from '../../../language/words/page-number.ts'
import { kindsOfText } from '../../../language/words/title.ts'
import { isLabelled } from '../labelled.ts'
import { isBareNumber } from '../numbering.ts'
import { withoutDirections } from './labels.ts'

/** Fewest blank columns between two texts on one line that belong to two heads of a page. */
const betweenHeads = /\S\s{3,}\S|\t/
/** A word and a number in a series: "Report 17/2011". */
const inSeries = /^\p{L}+\.?\s\d{1,4}\/\d{2,4}$/u
/** A time of day at either end, as in a programme or a channel of messages. */
const timed = /^[[(]?\d{1,2}[.:]\d\d(?!\d|\.)|\s\d{1,2}:\d\d\]?$/

/** Lines of a text as they stand at the edges of its pages, below the first page; without numbers. */
export type PageEdges = ReadonlySet<string>

/** The outermost lines of each page but the first, by {@link edgeKey}. */
export function pageEdges(source: string): PageEdges {
  const edges = source.split('\f').map((page) =>
    page
      .split('\n')
      .map(edgeKey)
      .filter((key) => key !== ''),
  )
  const outer = edges.slice(1).flatMap((lines) => [...lines.slice(0, depth), ...lines.slice(-depth)])
  // Two heads of a page stand on one line.
  return new Set(outer.flatMap((line) => [line, ...line.split(/\s{3,}/)]).map(edgeKey))
}

/** Lines at each edge of a page that are its head or foot at most. */
const depth = 2

/** What of a line comes back on other pages: its letters. */
export function edgeKey(line: string): string {
  return line
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Whether a line, by what it says, is no title: an address, a number, a moment, or two heads of a page. */
export function isNoTitle({ value }: Line): boolean {
  const text = withoutDirections(value)
  if (/:\/\/|www\./.test(text) || betweenHeads.test(text) || timed.test(text) || /^[[(]/.test(text)) return true
  return !/\p{L}{2}/u.test(text) || namesPage(text) || isBareNumber(text) || inSeries.test(text)
}

/** Whether a line has nothing but words for kinds of text, as what stands above a title does: "Press release". */
export function isKindOfText({ value }: Line): boolean {
  const words = value.toLowerCase().split(/\s+/)
  return words.every((word) => kindsOfText.has(word))
}

/** Whether a line is one of several fields that stand together. */
export function isAmongFields(lines: readonly Line[], at: number): boolean {
  if (!isLabelled(lines[at]?.value ?? '')) return false
  return [at - 1, at + 1].some((other) => isLabelled(lines[other]?.value ?? ''))
}
