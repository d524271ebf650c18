import type { RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { insertedMatter } from '../../../language/words/boilerplate.ts'
import { bare, weightOf } from './weight.ts'

const inserted = new Set(insertedMatter)

/**
 * The lines between paragraphs that only a web page has there: advertisements, and buttons to share the text with the
 * names of networks beside them.
 */
export function insertedIn(nodes: readonly RootContent[]): Line[] {
  const found = new Set<Line>()
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'line' || !isInserted(node)) continue
    found.add(node)
    for (const step of [-1, 1]) {
      for (let beside = at + step; ; beside += step) {
        const line = nodes[beside]
        if (line?.type !== 'line' || weightOf(line) === 0) break
        found.add(line)
      }
    }
  }
  return [...found]
}

/** Whether a line is an advertisement's mark, or a button to share or print the text. */
export function isInserted({ value }: Line): boolean {
  return inserted.has(bare(value))
}
