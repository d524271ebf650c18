import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { lineAt, startOf } from '../../../captured/lines.ts'
import { report } from '../../../diagnostics/report.ts'
import { type Gutter, gutterOf, hasGap, splitAt } from '../../evidence/gutter.ts'

/**
 * Puts the columns of a page one after the other where a capture has their lines side by side. A gutter is a gap at the
 * same place in most lines of a page, with several words on each side of it; tables have fewer. Lines that run across it
 * stay where they are, between what stands above and below them.
 */
export function columns() {
  return (tree: Root, file: VFile): void => {
    const children: Root['children'] = []
    let page: Line[] = []
    let found = 0
    const close = () => {
      const gutter = gutterOf(page)
      if (gutter) found++
      for (const line of gutter ? unfold(file, page, gutter) : page) children.push(line)
      page = []
    }
    for (const node of tree.children) {
      if (node.type !== 'line' || (page[0] && node.data?.page !== page[0].data?.page)) close()
      if (node.type === 'line') page.push(node)
      else children.push(node)
    }
    close()
    if (found > 0) report(file, 'normalize:columns-are-read-in-order', `Columns stood side by side on ${found} pages`)
    tree.children = children
  }
}

/** The lines of a page with each stretch of columns in reading order. */
function unfold(file: VFile, page: readonly Line[], gutter: Gutter): Line[] {
  const result: Line[] = []
  let stretch: Line[] = []
  const close = () => {
    for (const column of [1, 2]) for (const line of side(file, stretch, gutter, column)) result.push(line)
    stretch = []
  }
  for (const [at, line] of page.entries()) {
    if (runsAcross(line, page, at, gutter)) {
      close()
      result.push(line)
    } else stretch.push(line)
  }
  close()
  return result
}

/** A line without a clear gap runs across when it has no place to split, or when its neighbours run across. */
function runsAcross(line: Line, page: readonly Line[], at: number, gutter: Gutter): boolean {
  const split = splitAt(line, gutter)
  if (split < 0) return true
  if (split === 0 || split === line.value.length || hasGap(line, gutter)) return false
  const neighbours = [page[at - 1], page[at + 1]].filter((next) => next !== undefined)
  return neighbours.every((next) => splitAt(next, gutter) < 0)
}

/** The lines of one column of a stretch: 1 the left, 2 the right. */
function side(file: VFile, stretch: readonly Line[], gutter: Gutter, column: number): Line[] {
  const lines: Line[] = []
  let blanks = 0
  for (const line of stretch) {
    blanks += line.data?.blankBefore ?? 0
    const part = partOf(file, line, gutter, column)
    if (!part) {
      blanks++
      continue
    }
    if (part.data) part.data.blankBefore = blanks
    lines.push(part)
    blanks = 0
  }
  return lines
}

function partOf(file: VFile, line: Line, gutter: Gutter, column: number): Line | undefined {
  const at = splitAt(line, gutter)
  const text = column === 1 ? line.value.slice(0, at) : line.value.slice(at)
  if (text.trim() === '') return undefined
  const from = (column === 1 ? 0 : at) + text.length - text.trimStart().length
  const part = lineAt(file, line, startOf(line) + from, startOf(line) + from + text.trim().length)
  const indent = (line.data?.indent ?? 0) + from - (column === 1 ? 0 : gutter.right)
  part.data = { page: line.data?.page ?? 1, blankBefore: 0, indent: Math.max(0, indent), column }
  return part
}
