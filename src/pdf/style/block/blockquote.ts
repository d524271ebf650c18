import type { Blockquote } from 'mdast'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { blocks } from './blocks.ts'
import type { Placement } from './placement.ts'
import { spaceAround, spaced } from './spaced.ts'

/** Indent of a block quotation on either side, in points. */
const indent = 20

/** A block quotation: indented on both sides. */
export function blockquote(node: Blockquote, context: PartContext, placement: Placement): Item[] {
  const around = spaceAround(context, placement)
  const items = blocks(node.children, context, {
    ...placement,
    parent: tagUnder(placement.parent, 'BlockQuote'),
    left: placement.left + indent,
    right: placement.right + indent,
    role: placement.role === 'body' ? 'quotation' : placement.role,
    depth: placement.depth + 1,
  })
  return placement.depth === 0 && around > placement.space ? spaced(items, around, around) : items
}
