import type { StyledRun } from '../item.ts'
import { type InlineContext, runOf } from './phrasing.ts'

/** Text. Line endings within a paragraph are spaces. */
export function text(node: { readonly value: string }, context: InlineContext): StyledRun[] {
  return [runOf(node.value.replaceAll(/[\t\r\n]+/g, ' '), context)]
}
