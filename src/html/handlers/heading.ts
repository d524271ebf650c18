import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'

/** Rank of a part's highest headings: the dossier's title has 1, the part's 2. */
const topRank = 3

/** A heading of a source. The shallowest headings of a part stand right under the part's title, whatever their depth was. */
export function heading(context: PartContext) {
  const shallowest = Math.min(
    ...context.part.tree.children.map((child) => (child.type === 'heading' ? child.depth : Infinity)),
  )
  return (state: State, node: Heading): Element => {
    const rank = Math.min(6, topRank + Math.max(0, node.depth - shallowest))
    const { id, number } = node.data ?? {}
    const label = number === undefined || node.data?.annex !== undefined ? [] : [h('span.number', number), ' ']
    return h(`h${rank}`, { id, className: node.data?.annex === undefined ? undefined : 'annex' }, [
      ...label,
      ...state.all(node),
    ])
  }
}
