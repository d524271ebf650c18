import type { Code } from 'mdast'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import type { Placement } from './placement.ts'

/** Text whose lines and spaces are kept. */
export function code(node: Code, context: PartContext, placement: Placement): Item[] {
  return literal(node.value, context, placement)
}

/** Text as it was written, line by line. */
export function literal(value: string, context: PartContext, placement: Placement): Item[] {
  const { style, leading } = context.sheet.role('code', context.language)
  const tag = tagUnder(tagUnder(placement.parent, 'P'), 'Code')
  const text = value
    .replaceAll('\t', '        ')
    .replaceAll(/^ +|(?<= ) +/gm, (spaces) => '\u00a0'.repeat(spaces.length))
  return [
    {
      kind: 'text',
      runs: [{ text, style }],
      tag,
      align: 'start',
      hyphenate: false,
      indent: 0,
      left: placement.left + context.sheet.grid,
      right: placement.right,
      size: style.size,
      leading,
      before: placement.space,
      after: placement.space,
      anchors: placement.anchors,
      beside: placement.beside,
      keep: 0,
    },
  ]
}
