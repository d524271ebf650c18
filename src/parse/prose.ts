import type { Nodes, Root } from 'mdast'
import type { Processor } from 'unified'
import type { Point } from 'unist'
import { missingBefore, restored, type Shortened, shorten } from './shorten.ts'

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
    restore(tree, short, { line: 0, missing: 0 })
    return tree
  }
}

/** The line that was last looked up, and how much is missing before it. */
interface LineStart {
  line: number
  missing: number
}

function restore(node: Nodes, short: Shortened, start: LineStart): void {
  if (node.position) {
    move(node.position.start, short, start)
    move(node.position.end, short, start)
  }
  if ('value' in node) node.value = restored(node.value, short)
  else if ('children' in node) for (const child of node.children) restore(child, short, start)
  if ('alt' in node && node.alt) node.alt = restored(node.alt, short)
  if ('title' in node && node.title) node.title = restored(node.title, short)
  if ('url' in node) node.url = restored(node.url, short)
  if ('meta' in node && node.meta) node.meta = restored(node.meta, short)
}

function move(point: Point, short: Shortened, start: LineStart): void {
  const { line, column, offset = 0 } = point
  if (line !== start.line) Object.assign(start, { line, missing: missingBefore(offset - column + 1, short) })
  const missing = missingBefore(offset, short)
  point.column = column + missing - start.missing
  point.offset = offset + missing
}
