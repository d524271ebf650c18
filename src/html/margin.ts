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
    marginNumber(id, number, name),
    element('a', { className: ['origin'], href: openAddress(`source:${id}`), ariaLabel: origin }, []),
  ]
}

/**
 * The dossier's name of a figure or table: at the head of its caption or, where the source has given it a label that the
 * caption begins with, in the margin, as the numbers of paragraphs are.
 */
export function captionLabel(id: string | undefined, name: string, ownLabel: string | undefined): ElementContent[] {
  if (ownLabel !== undefined && id !== undefined) return [marginNumber(id, name, name)]
  return [element('span', { className: ['label'] }, [name]), { type: 'text', value: ' ' }]
}

function marginNumber(id: string, shown: string, name: string): ElementContent {
  return element('a', { className: ['number'], href: `#${id}`, dataN: shown, ariaLabel: name }, [])
}
