import type { Nodes, Root, TableRow } from 'mdast'
import type { Processor } from 'unified'
import type { Point } from 'unist'
import { rowsFrom } from './rows.ts'
import { markerBefore, restored, rowsBehind, type Shortened, shorten } from './shorten.ts'

/**
 * The parser takes a microsecond for each character, and most characters are prose that has no markup in it: lets it
 * read the text without them, and puts them into its tree. A text of words is parsed in a third of the time.
 */
export function sparingProse(this: Processor): void {
  const { parser } = this
  if (!parser) return
  this.parser = (document, file) => {
    const short = shorten(document)
    if (!short) return parser(document, file)
    const tree = parser(short.text, file) as Root
    restore(tree, short, { line: 0, offset: 0, missing: 0 })
    return tree
  }
}

/** The line of the shortened text that was last looked up, where it begins, and how much is missing before it. */
interface LineStart {
  line: number
  offset: number
  missing: number
}

function restore(node: Nodes, short: Shortened, start: LineStart): void {
  if (node.position) {
    move(node.position.start, short, start)
    move(node.position.end, short, start)
  }
  if (node.type === 'table') node.children = node.children.flatMap((row) => restoreRow(row, short, start))
  else if ('value' in node) node.value = restored(node.value, short)
  else if ('children' in node) for (const child of node.children) restore(child, short, start)
  if ('alt' in node && node.alt) node.alt = restored(node.alt, short)
  if ('title' in node && node.title) node.title = restored(node.title, short)
  if ('url' in node) node.url = restored(node.url, short)
  if ('meta' in node && node.meta) node.meta = restored(node.meta, short)
}

/** The rows that a row stands for, or itself. */
function restoreRow(row: TableRow, short: Shortened, start: LineStart): TableRow[] {
  const [cell, ...others] = row.children
  const content = others.length === 0 ? cell?.children[0] : undefined
  const rows = content?.type === 'text' ? rowsBehind(content.value, short) : undefined
  if (rows === undefined || !row.position) {
    restore(row, short, start)
    return [row]
  }
  move(row.position.start, short, start)
  return rowsFrom(rows, row.position.start)
}

function move(point: Point, short: Shortened, start: LineStart): void {
  const { line, column, offset = 0 } = point
  if (line !== start.line) {
    start.line = line
    start.offset = offset - column + 1
    start.missing = short.missing[markerBefore(start.offset, short)] ?? 0
  }
  const marker = markerBefore(offset, short)
  const missing = short.missing[marker] ?? 0
  const lastLine = (short.ends[marker] ?? 0) > start.offset ? (short.lastLines[marker] ?? -1) : -1
  point.line = line + (short.missingLines[marker] ?? 0)
  point.column = lastLine < 0 ? column + missing - start.missing : offset + missing - lastLine + 1
  point.offset = offset + missing
}
