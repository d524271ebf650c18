import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { FootnoteDefinition } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Note } from '../../link/resolved.ts'
import type { PartContext } from '../context.ts'

/** A note: its hanging label, its text or the statement that the capture lost it, and a way back to each call. */
export function footnoteDefinition(context: PartContext) {
  const notes = new Map<FootnoteDefinition, Note>(context.part.notes.map((note) => [note.definition, note]))
  return (state: State, node: FootnoteDefinition): Element | undefined => {
    const note = notes.get(node)
    if (!note) return undefined
    const { labels } = context
    const text = note.lost ? [h('p.missing', labels.text('lostNote', { n: note.label }))] : state.all(node)
    const uncalled = note.calls.length > 0 ? [] : [h('p.missing', labels.text('uncalledNote'))]
    return h('li', { id: note.id }, [
      h('span.label', note.label),
      h('div.text', [...text, ...uncalled, ...backLinks(context, note)]),
    ])
  }
}

function backLinks(context: PartContext, note: Note): ElementContent[] {
  if (note.calls.length === 0) return []
  const links = note.calls.map((call, index) =>
    h('a.back', {
      href: `#${call}`,
      role: 'doc-backlink',
      ariaLabel: context.labels.text('backToCall', { n: index + 1, note: note.label }),
    }),
  )
  return [h('p.backs', links)]
}
