import type { Emphasis } from 'mdast'
import type { StyledRun } from '../item.ts'
import { type InlineContext, phrasing } from './phrasing.ts'

/** Emphasized text is italic, and upright within italic text. */
export function emphasis(node: Emphasis, context: InlineContext): StyledRun[] {
  const style = context.part.sheet.vary(context.style, { italic: !context.style.italic })
  return phrasing(node.children, { ...context, style })
}
