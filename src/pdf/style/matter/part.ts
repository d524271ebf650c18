import { blocks } from '../block/blocks.ts'
import type { Placement } from '../block/placement.ts'
import type { PartContext } from '../context.ts'
import type { Item } from '../item.ts'
import { noteItems } from '../note.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { sourceCard } from './card.ts'
import { textItem } from './text.ts'

/** One part: kicker, title, source card, text, and the notes that nothing calls. */
export function partItems(context: PartContext): Item[] {
  const { part, labels, sheet } = context
  const own = { ...context, language: labels.language }
  const kicker = [labels.text('part', { n: part.number }), part.metadata.kicker].filter(Boolean).join(' · ')
  return [
    { kind: 'page' },
    textItem(own, 'kicker', kicker, { parent: context.tag, tag: 'P', keep: 2 }),
    textItem(context, 'part', part.title, {
      parent: context.tag,
      tag: 'H1',
      keep: 1,
      after: sheet.grid,
      anchors: [part.id],
    }),
    sourceCard(context),
    ...blocks(part.tree.children, context, bodyPlacement(context, context.tag)),
    ...uncalledNotes(context),
  ]
}

function bodyPlacement({ sheet }: PartContext, parent: Tag): Placement {
  return {
    parent,
    left: 0,
    right: 0,
    role: 'body',
    space: sheet.paragraphSpace,
    numbered: true,
    indent: sheet.indent,
    justified: sheet.justified,
    beside: [],
    anchors: [],
    depth: 0,
  }
}

/** Notes whose calls were lost stand at the end of their part. */
function uncalledNotes(context: PartContext): Item[] {
  const notes = [...context.notes.values()].filter(({ note }) => note.calls.length === 0)
  if (notes.length === 0) return []
  const { grid } = context.sheet
  const own = { ...context, language: context.labels.language }
  const parent = tagUnder(context.tag, 'Sect')
  const title = textItem(own, 'section', context.labels.text('notesWithoutCall'), {
    parent,
    tag: 'H2',
    before: grid * 4,
    after: grid,
    keep: 2,
  })
  return [title, ...notes.flatMap(({ note }) => noteItems(note.id, context, parent))]
}
