import type { Image } from 'mdast'
import type { StyledRun } from '../item.ts'
import { type InlineContext, runOf } from './phrasing.ts'

/** An image within running text: its text alternative, and its address, because nothing is loaded from elsewhere. */
export function image(node: Image, context: InlineContext): StyledRun[] {
  const words = [node.alt, node.url === '' ? '' : `(${node.url})`].filter(Boolean).join(' ')
  return words === '' ? [] : [runOf(words, context)]
}
