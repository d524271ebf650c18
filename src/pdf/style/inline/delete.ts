import type { Delete } from 'mdast'
import type { StyledRun } from '../item.ts'
import { type InlineContext, phrasing } from './phrasing.ts'

/** Struck text keeps its words and is set in grey: a line through it would be lost on a reader of the tags. */
export function deleted(node: Delete, context: InlineContext): StyledRun[] {
  return phrasing(node.children, { ...context, style: context.part.sheet.vary(context.style, { color: 'muted' }) })
}
