import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PartContext } from './context.ts'

/**
 * What stands in the margin of a numbered block: its number, a link to itself, and a link to its place in the source.
 * The digits are generated content: they can be seen and followed, but are not copied with the text.
 */
export function marginLinks(context: PartContext, id: string, number: string): ElementContent[] {
  const { labels } = context
  return [
    h('a.number', { href: `#${id}`, dataN: number, ariaLabel: labels.text('paragraph', { n: number }) }),
    h('a.origin', { href: `#source:${id}`, ariaLabel: labels.text('sourceOfParagraph', { n: number }) }),
  ]
}
