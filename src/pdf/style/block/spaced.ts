import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import type { Placement } from './placement.ts'

/** White space around a list or quotation in running text, in points: half a line where paragraphs have none between them. */
export function spaceAround({ sheet }: PartContext, { depth, role, space }: Placement): number {
  return depth === 0 && role === 'body' ? Math.max(space, sheet.grid) : space
}

/** Gives the first of some blocks its space above, and the last its space below. */
export function spaced(items: readonly Item[], before: number, after: number): Item[] {
  return items.map((item, index) => ({
    ...item,
    ...(index === 0 ? { before } : {}),
    ...(index === items.length - 1 ? { after } : {}),
  }))
}
