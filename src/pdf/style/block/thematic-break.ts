import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { blockText } from './block-text.ts'
import type { Placement } from './placement.ts'

/** A break between two passages: three asterisks, which are no part of the text. */
export function thematicBreak(context: PartContext, placement: Placement): Item[] {
  const role = context.sheet.role('body', context.language)
  return [
    blockText({ runs: [{ text: '*\u2003*\u2003*', style: role.style }], tag: undefined }, role, placement, {
      align: 'center',
      before: context.sheet.grid,
      after: context.sheet.grid,
      keep: 1,
    }),
  ]
}
