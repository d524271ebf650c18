import type { FootnoteReference } from 'mdast'
import { runWith } from '../../line/run.ts'
import type { StyledRun } from '../item.ts'
import { type Mark, markOf } from '../mark.ts'
import { tagUnder } from '../tag.ts'
import type { InlineContext } from './phrasing.ts'

/** A note call: a superior label, linked to its note, which stands at the foot of the page of its first call. */
export function footnoteReference(node: FootnoteReference, context: InlineContext): StyledRun[] {
  const label = node.data?.number ?? node.label ?? node.identifier
  const style = context.part.sheet.superior(label, context.style)
  const target = node.data?.target
  const styled = target === undefined ? undefined : context.part.notes.get(target)
  if (target === undefined || !styled) return [runWith<Mark, string>(label, style, undefined)]
  const id = node.data?.id
  const first = styled.note.calls[0] === id
  if (first) styled.tag.parent = context.tag
  const tag = tagUnder(tagUnder(context.tag, 'Reference'), 'Link')
  const title = context.part.labels.text('note', { n: label })
  const calls = first ? styled.tag : undefined
  const mark = markOf(tag, { kind: 'inside', to: target, title }, { call: true, anchor: id, calls })
  return [runWith(label, style, mark, first ? target : undefined)]
}
