import type { Element, ElementContent } from 'hast'
import type { FootnoteDefinition } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Note } from '../../link/resolved.ts'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'

/** A note: its hanging label, its text or the statement that the capture lost it, and a way back to each call. */
export function footnoteDefinition(context: PartContext) {
  const notes = new Map<FootnoteDefinition, Note>(context.part.notes.map((note) => [note.definition, note]))
  return (state: State, node: FootnoteDefinition): Element | undefined => {
    const note = notes.get(node)
    if (!note) return undefined
    const { labels } = context
    const text = note.lost ? [missing(labels.text('lostNote', { n: note.label }))] : state.all(node)
    const uncalled = note.calls.length > 0 ? [] : [missing(labels.text('uncalledNote'))]
    return element('li', { id: note.id }, [
      element('span', { className: ['label'] }, [note.label]),
      element('div', { className: ['text'] }, [...text, ...uncalled, ...backLinks(context, note)]),
    ])
  }
}

function missing(text: string): Element {
  return element('p', { className: ['missing'] }, [text])
}

function backLinks(context: PartContext, note: Note): ElementContent[] {
  if (note.calls.length === 0) return []
  const links = note.calls.map((call, index) => {
    const ariaLabel = context.labels.text('backToCall', { n: index + 1, note: note.label })
    return element('a', { className: ['back'], href: `#${call}`, role: 'doc-backlink', ariaLabel }, [])
  })
  return [element('p', { className: ['backs'] }, links)]
}
