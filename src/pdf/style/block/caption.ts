import type { PhrasingContent } from 'mdast'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { blockText } from './block-text.ts'
import type { Placement } from './placement.ts'

/** A caption with the name of its thing ("Table 3.1") in bold; no item when there is nothing to say. */
export function captionItem(
  name: string,
  words: readonly PhrasingContent[],
  context: PartContext,
  placement: Placement,
  keep = 2,
): Item[] {
  const role = context.sheet.role('caption', context.language)
  const { style } = role
  const tag = tagUnder(placement.parent, 'Caption')
  const runs = phrasing(words, { part: context, style, tag, mark: undefined, depth: 0 })
  const label =
    name === ''
      ? []
      : [{ text: `${name}${runs.length > 0 ? '\u2002' : ''}`, style: context.sheet.vary(style, { bold: true }) }]
  if (label.length + runs.length === 0) return []
  return [blockText([...label, ...runs], tag, role, placement, { before: context.sheet.grid * 2, after: 4, keep })]
}
