import type { Html } from 'mdast'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { literal } from './code.ts'
import type { Placement } from './placement.ts'

/** Markup in a source is text about which nothing is known: it is printed as it was written. */
export function html(node: Html, context: PartContext, placement: Placement): Item[] {
  return literal(node.value, context, placement)
}
