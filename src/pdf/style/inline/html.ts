import type { Html } from 'mdast'
import type { StyledRun } from '../item.ts'
import { type InlineContext, runOf } from './phrasing.ts'

/** Markup in a source is text about which nothing is known: it is printed as it was written. */
export function inlineHtml(node: Html, context: InlineContext): StyledRun[] {
  return [
    runOf(node.value.replaceAll('\n', ' '), context, context.part.sheet.vary(context.style, { family: 'heading' })),
  ]
}
