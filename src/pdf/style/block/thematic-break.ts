import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import type { Placement } from './placement.ts'

/** A break between two passages: three asterisks, which are no part of the text. */
export function thematicBreak(context: PartContext, placement: Placement): Item[] {
  const { style, leading } = context.sheet.role('body', context.language)
  return [
    {
      kind: 'text',
      runs: [{ text: '*\u2003*\u2003*', style }],
      tag: undefined,
      align: 'center',
      hyphenate: false,
      indent: 0,
      left: placement.left,
      right: placement.right,
      size: style.size,
      leading,
      before: context.sheet.grid,
      after: context.sheet.grid,
      anchors: placement.anchors,
      beside: placement.beside,
      keep: 1,
    },
  ]
}
