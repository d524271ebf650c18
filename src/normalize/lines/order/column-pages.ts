import type { Line } from '../../../captured/line.ts'
import { type NoteLines, type Page, pagesOf } from '../../notes/captured-notes.ts'

/** A page with more lines is not one page. */
export const longestPage = 400

/** Fewest lines on a page of two columns, and the greatest length of their full lines, in characters. */
const columnPage = { lines: 58, length: 66 }

/** The pages of a text whose lines stood in columns: it says so itself, or they are many and short. Else none. */
export function columnPages(text: NoteLines): Page[] {
  const pages = pagesOf(text)
  if (text.lines.some(({ data }) => data?.column !== undefined)) return pages
  const heights = pages.map(({ from, to }) => to - from).sort((one, other) => one - other)
  const height = heights[heights.length >> 1] ?? 0
  if (pages.length < 2 || height > longestPage || height < columnPage.lines) return []
  return fullLength(text.lines) <= columnPage.length ? pages : []
}

/** Length of full lines, in characters; cells and ends of paragraphs are shorter. */
export function fullLength(lines: readonly Line[]): number {
  const lengths = lines.map(({ value }) => value.length).sort((one, other) => one - other)
  return lengths[Math.floor(lengths.length * 0.6)] ?? 0
}
