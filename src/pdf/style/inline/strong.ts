import type { Strong } from 'mdast'
import type { StyledRun } from '../item.ts'
import { type InlineContext, phrasing } from './phrasing.ts'

export function strong(node: Strong, context: InlineContext): StyledRun[] {
  return phrasing(node.children, { ...context, style: context.part.sheet.vary(context.style, { bold: true }) })
}
