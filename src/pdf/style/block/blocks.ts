import type { RootContent } from 'mdast'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { blockquote } from './blockquote.ts'
import { code } from './code.ts'
import { figure } from './figure.ts'
import { heading } from './heading.ts'
import { html } from './html.ts'
import { list } from './list.ts'
import { paragraph } from './paragraph.ts'
import type { Placement } from './placement.ts'
import { table } from './table.ts'
import { tableWrap } from './table-wrap.ts'
import { thematicBreak } from './thematic-break.ts'

/** Blocks nested deeper than this come from broken sources; they are no longer indented. */
const deepest = 12

/** Blocks of a source as items. What stands beside the first block goes to the first of them only. */
export function blocks(nodes: readonly RootContent[], context: PartContext, placement: Placement): Item[] {
  const items: Item[] = []
  let follows = false
  let place = placement.depth > deepest ? { ...placement, left: Math.min(placement.left, 60), right: 0 } : placement
  for (const node of nodes) {
    const made = block(node, context, follows ? place : { ...place, indent: 0 })
    follows = node.type === 'paragraph'
    items.push(...made)
    if (made.length > 0) place = { ...place, beside: [], anchors: [] }
  }
  return items
}

function block(node: RootContent, context: PartContext, placement: Placement): Item[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context, placement)
    case 'heading':
      return heading(node, context, placement)
    case 'list':
      return list(node, context, placement)
    case 'blockquote':
      return blockquote(node, context, placement)
    case 'table':
      return table(node, context, placement)
    case 'tableWrap':
      return tableWrap(node, context, placement)
    case 'figure':
      return figure(node, context, placement)
    case 'code':
      return code(node, context, placement)
    case 'html':
      return html(node, context, placement)
    case 'thematicBreak':
      return thematicBreak(context, placement)
    default:
      return []
  }
}
