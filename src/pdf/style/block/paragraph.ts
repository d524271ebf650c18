import type { Paragraph } from 'mdast'
import { isVerse } from '../../../link/verse.ts'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { Beside, Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { blockText } from './block-text.ts'
import type { Placement } from './placement.ts'

/** A paragraph, with its number in the margin. */
export function paragraph(node: Paragraph, context: PartContext, placement: Placement): Item[] {
  const role = context.sheet.role(placement.role, context.language)
  const { style } = role
  const tag = tagUnder(placement.parent, 'P')
  const runs = phrasing(node.children, { part: context, style, tag, mark: undefined, depth: 0 })
  if (runs.length === 0) return []
  const verse = isVerse(node)
  const number = placement.numbered && node.data?.number !== undefined ? [marginNumber(node.data.number, context)] : []
  return [
    blockText({ runs, tag }, role, placement, {
      align: placement.justified && !verse ? 'justify' : 'start',
      hyphenate: !verse,
      indent: verse ? 0 : placement.indent,
      ...(verse ? { verse: turnedIndent * style.size } : {}),
      before: placement.space,
      after: placement.space,
      anchors: [...placement.anchors, ...(node.data?.id === undefined ? [] : [node.data.id])],
      beside: [...placement.beside, ...number],
    }),
  ]
}

/** How far a line of verse that is too long goes on set in, in ems. */
const turnedIndent = 1.5

/** Distance between a number in the margin and the text, in points. */
const marginGap = 14

/** A paragraph number: in the margin, and no part of the text that is copied or read aloud. */
export function marginNumber(number: string, { sheet, language }: PartContext): Beside {
  const { style } = sheet.role('marginal', language)
  return { runs: [{ text: number, style }], tag: undefined, x: marginGap, align: 'outer' }
}
