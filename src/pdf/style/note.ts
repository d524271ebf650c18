import type { Note } from '../../link/resolved.ts'
import { blocks } from './block/blocks.ts'
import type { PartContext } from './context.ts'
import type { Beside, Item } from './item.ts'
import type { Mark } from './mark.ts'
import { textItem } from './matter/text.ts'
import { type Tag, tagUnder } from './tag.ts'

/** Indent of a note's text from its label, as a share of the type size. */
const hang = 2

/** A note as items, ready to be set at the foot of a page or in a list; `under` is where a note without a call belongs. */
export function noteItems(id: string, context: PartContext, under?: Tag): Item[] {
  const styled = context.notes.get(id)
  if (!styled) return []
  const { note, definition } = styled
  const tag = under ? tagUnder(under, 'Note', { id }) : styled.tag
  const { style } = context.sheet.role('note', context.language)
  const left = Math.max(hang, 0.8 + note.label.length * 0.55) * style.size
  const mark = labelMark(note.calls[0], tag, context)
  const label: Beside = {
    runs: [{ text: note.label, style: context.sheet.vary(style, { tabular: true }), mark }],
    tag: mark.tag,
    x: 0,
    align: 'start',
  }
  const place = {
    parent: tag,
    left,
    right: 0,
    role: 'note',
    space: under ? 2 : 0,
    numbered: false,
    indent: 0,
    justified: context.sheet.justified,
    beside: [label],
    anchors: [id],
    depth: 0,
  } as const
  if (note.lost || definition.children.length === 0) return [lostNote(note, tag, context)]
  const items = blocks(definition.children, context, place)
  const first = items[0]
  // A note that begins with a table or a picture still has its label on a line of its own.
  if (first?.kind === 'text') return items
  const empty = blocks([{ type: 'paragraph', children: [{ type: 'text', value: '\u00a0' }] }], context, place)
  return [...empty, ...items]
}

/** What stands in the place of a note whose text is lost; its words give the label, and lead back to the call. */
function lostNote({ id, label, calls }: Note, parent: Tag, context: PartContext): Item {
  const own = { ...context, language: context.labels.language }
  const { style } = context.sheet.role('note', own.language)
  const text = context.labels.text('lostNote', { n: label })
  const mark = (tag: Tag): Mark =>
    calls[0] === undefined ? { tag } : { ...linkBack(calls[0], context), tag: tagUnder(tag, 'Link') }
  return textItem(own, 'note', (tag) => [{ text, style, mark: mark(tag) }], { parent, tag: 'P', anchors: [id] })
}

function linkBack(call: string, context: PartContext): Pick<Mark, 'link'> {
  return { link: { kind: 'inside', to: call, title: context.labels.text('backToText') } }
}

/** The label of a note leads back to its call. */
function labelMark(call: string | undefined, note: Tag, context: PartContext): Mark {
  const label = tagUnder(note, 'Lbl')
  if (call === undefined) return { tag: label }
  return { tag: tagUnder(label, 'Link'), ...linkBack(call, context) }
}
