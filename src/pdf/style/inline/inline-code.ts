import type { InlineCode } from 'mdast'
import type { StyledRun } from '../item.ts'
import { type InlineContext, runOf } from './phrasing.ts'

export function inlineCode(node: InlineCode, context: InlineContext): StyledRun[] {
  const style = context.part.sheet.vary(context.style, { family: 'heading' })
  return [runOf(node.value.replaceAll('\n', ' '), context, style)]
}
