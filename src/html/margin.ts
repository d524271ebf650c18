import type { ElementContent } from 'hast'
import type { PartContext } from './context.ts'
import { element } from './element.ts'
import { openAddress } from './markup.ts'

/**
 * What stands in the margin of a numbered block: its number, a link to itself, and a link to its place in the source.
 * The digits are generated content: they can be seen and followed, but are not copied with the text.
 */
export function marginLinks(context: PartContext, id: string, number: string): ElementContent[] {
  const name = context.labels.text('paragraph', { n: number })
  const origin = context.labels.text('sourceOfParagraph', { n: number })
  return [
    element('a', { className: ['number'], href: `#${id}`, dataN: number, ariaLabel: name }, []),
    element('a', { className: ['origin'], href: openAddress(`source:${id}`), ariaLabel: origin }, []),
  ]
}
