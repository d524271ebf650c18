import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { linesOf } from '../../../captured/lines.ts'
import { pagesBetweenFurniture } from './lost-form-feeds.ts'

/** Fewest lines that a page has. */
const shortestPage = 12

/**
 * Finds the page breaks of a text whose form feeds were lost. Some ways of copying leave a space in front of the first
 * line of each page; in a text whose other lines are not indented, these lines start pages. Otherwise heads and feet that
 * come back and cut sentences tell where pages met. Page breaks tell later rules that a blank line or a line end there
 * means nothing. Texts with form feeds are left alone, and so is indented text that no head or foot cuts.
 */
export function pageBreaks() {
  return (tree: Root, _file: VFile): void => {
    const lines = linesOf(tree)
    if (lines.some(({ data }) => data?.page !== 1)) return
    const indented = pageStarts(lines)
    const starts = new Set(indented.length > 0 ? indented : pagesBetweenFurniture(lines))
    let page = 1
    for (const line of lines) {
      if (!line.data) continue
      if (starts.has(line)) {
        if (indented.length > 0) line.data.indent = 0
        page++
      }
      line.data.page = page
    }
  }
}

function pageStarts(lines: readonly Line[]): Line[] {
  const indented = lines.filter(({ data }) => (data?.indent ?? 0) > 0)
  const starts = indented.filter(({ data }) => data?.indent === 1)
  const others = indented.length - starts.length
  if (starts.length < 2 || others > 0.2 * starts.length) return []
  const rows = starts.map(rowOf)
  const apart = rows.every((row, at) => at === 0 || row - (rows[at - 1] ?? 0) >= shortestPage)
  return apart ? starts.filter((line) => line !== lines[0]) : []
}

function rowOf(line: Line): number {
  return line.position?.start.line ?? 0
}
