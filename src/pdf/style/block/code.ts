import type { Code } from 'mdast'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { blockText } from './block-text.ts'
import type { Placement } from './placement.ts'

/** Text whose lines and spaces are kept. */
export function code(node: Code, context: PartContext, placement: Placement): Item[] {
  return literal(node.value, context, placement)
}

/** Text as it was written, line by line. */
export function literal(value: string, context: PartContext, placement: Placement): Item[] {
  const role = context.sheet.role('code', context.language)
  const { style } = role
  const tag = tagUnder(tagUnder(placement.parent, 'P'), 'Code')
  const text = value
    .replaceAll('\t', '        ')
    .replaceAll(/^ +|(?<= ) +/gm, (spaces) => '\u00a0'.repeat(spaces.length))
  return [
    blockText({ runs: [{ text, style }], tag }, role, placement, {
      left: placement.left + context.sheet.grid,
      before: placement.space,
      after: placement.space,
    }),
  ]
}
