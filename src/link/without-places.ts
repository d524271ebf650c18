import type { Nodes, RootContent } from 'mdast'
import type { Note, ResolvedDocument, ResolvedPart } from './resolved.ts'

/**
 * A document for pages: a copy of its trees without where each node stands in its source, which is more than half of
 * their room. The document given stays as it is, and can be let go of.
 */
export function withoutPlaces(document: ResolvedDocument): ResolvedDocument {
  const copies: Copies = new Map()
  const parts = document.parts.map((part) => partWithout(part, copies))
  const withCopy = <Entry extends { readonly node: Nodes }>(entry: Entry): Entry => ({
    ...entry,
    node: copies.get(entry.node) ?? copyOf(entry.node, copies),
  })
  return {
    ...document,
    parts,
    figures: document.figures.map(withCopy),
    tables: document.tables.map(withCopy),
    annexes: document.annexes.map(withCopy),
  }
}

/** The copies of nodes that lists of the document name, by the nodes that they were made from. */
type Copies = Map<Nodes, Nodes>

const named: ReadonlySet<string> = new Set(['figure', 'table', 'heading'] satisfies RootContent['type'][])

function partWithout(part: ResolvedPart, copies: Copies): ResolvedPart {
  const notes = part.notes.map((note): Note => ({ ...note, definition: copyOf(note.definition, copies) }))
  const heading = part.heading && copyOf(part.heading, copies)
  return { ...part, tree: copyOf(part.tree, copies), notes, ...(heading ? { heading } : {}) }
}

/** Calls itself: `copy-tree.ts` has seen to it that no tree is too deep. */
function copyOf<Kind extends Nodes>(node: Kind, copies: Copies): Kind {
  const copy: Kind = { ...node, position: undefined }
  if ('children' in copy) Object.assign(copy, { children: copy.children.map((child) => copyOf(child, copies)) })
  if (named.has(node.type)) copies.set(node, copy)
  return copy
}
