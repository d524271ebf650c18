import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Ranks of a part's headings, 0 right under its title. Sources leave ranks out (a third-level heading right after a
 * first-level one); a reader of the tags must not miss any (PDF/UA-1, 7.4.2).
 */
export function rankHeadings(tree: Root): Map<Heading, number> {
  const ranks = new Map<Heading, number>()
  const open: number[] = []
  visit(tree, 'heading', (heading) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= heading.depth) open.pop()
    ranks.set(heading, Math.min(open.length, 4))
    open.push(heading.depth)
  })
  return ranks
}
