import type { Html } from 'mdast'
import type { StyledRun } from '../item.ts'
import { breakRun } from './break.ts'
import { type InlineContext, runOf } from './phrasing.ts'

/** Elements of HTML that only say how their text looks or where it can be found: their tags are no text. */
const elements =
  'a|abbr|b|bdi|bdo|big|center|cite|data|del|dfn|div|em|font|i|ins|kbd|mark|nobr|p|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr'

const noText = new RegExp(`^(?:</?(?:${elements})(?:\\s[^>]*)?/?>|<!--[^]*-->)$`, 'i')
const lineBreak = /^<br(?:\s[^>]*)?\/?>$/i

/**
 * Markup within the text of a source. Tags of HTML's own text elements and comments are not shown, as on screen;
 * anything else in angle brackets may be text about which nothing is known, and is printed as it was written.
 */
export function inlineHtml(node: Html, context: InlineContext): StyledRun[] {
  if (noText.test(node.value)) return []
  if (lineBreak.test(node.value)) return breakRun(context)
  return [
    runOf(node.value.replaceAll('\n', ' '), context, context.part.sheet.vary(context.style, { family: 'heading' })),
  ]
}
