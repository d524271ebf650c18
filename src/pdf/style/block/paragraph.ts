import type { Paragraph } from 'mdast'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { Beside, Item, StyledRun } from '../item.ts'
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
  const isVerse = isInLines(runs)
  const number = placement.numbered && node.data?.number !== undefined ? [marginNumber(node.data.number, context)] : []
  return [
    blockText(runs, tag, role, placement, {
      align: placement.justified && !isVerse ? 'justify' : 'start',
      hyphenate: !isVerse,
      indent: isVerse ? 0 : placement.indent,
      ...(isVerse ? { verse: turnedIndent * style.size } : {}),
      before: placement.space,
      after: placement.space,
      anchors: [...placement.anchors, ...(node.data?.id === undefined ? [] : [node.data.id])],
      beside: [...placement.beside, ...number],
    }),
  ]
}

/** How far a line of verse that is too long goes on set in, in ems. */
const turnedIndent = 1.5

/** In UTF-16 code units: lines of verse, of addresses and of signatures are no longer. */
const longestVerse = 120

/** Whether each line of a paragraph is one: the source breaks it, and no line is as long as a paragraph. */
function isInLines(runs: readonly StyledRun[]): boolean {
  let length = 0
  let breaks = 0
  for (const { text } of runs) {
    if (text === '\n') breaks++
    length = text === '\n' ? 0 : length + text.length
    if (length > longestVerse) return false
  }
  return breaks > 0
}

/** Distance between a number in the margin and the text, in points. */
const marginGap = 14

/** A paragraph number: in the margin, and no part of the text that is copied or read aloud. */
export function marginNumber(number: string, { sheet, language }: PartContext): Beside {
  const { style } = sheet.role('marginal', language)
  return { runs: [{ text: number, style }], tag: undefined, x: marginGap, align: 'outer' }
}
