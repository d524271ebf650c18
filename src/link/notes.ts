import type { FootnoteDefinition, FootnoteReference, Nodes } from 'mdast'
import { type Anchors, anchorText } from './anchors.ts'
import type { Place } from './number-blocks.ts'
import type { PreparedPart } from './prepare.ts'
import type { Note } from './resolved.ts'
import { walk } from './walk.ts'

/**
 * The notes of a part, in the order of their first call; those without a call after them, in the order of the source.
 * A label that readers know ("7", "*") is kept; when a source uses any other (`[^smith]`), its notes are numbered from
 * 1. Writes label, anchor and target on calls, and the anchors of the calls on definitions.
 */
export function numberNotes({ tree, definitions }: PreparedPart, place: Place, anchors: Anchors): readonly Note[] {
  const byIdentifier = new Map<string, FootnoteDefinition>()
  for (const definition of definitions) {
    if (!byIdentifier.has(definition.identifier)) byIdentifier.set(definition.identifier, definition)
  }
  const calls = callsInOrder(tree, byIdentifier)
  const labels = labelsOf(calls, byIdentifier)
  return [...calls].map(([identifier, references]) => {
    const label = labels.get(identifier) ?? identifier
    const id = anchors.take(`${place.id}-n${anchorText(label)}`)
    references.forEach((reference, at) => {
      reference.data = { ...reference.data, id: anchors.take(`${id}-c${at + 1}`), number: label, target: id }
    })
    const definition = byIdentifier.get(identifier) ?? missingDefinition(identifier)
    return noteOf(definition, id, label, references)
  })
}

function noteOf(definition: FootnoteDefinition, id: string, label: string, references: FootnoteReference[]): Note {
  const calls = references.map((reference) => reference.data?.id ?? '')
  const uncalled = calls.length === 0 ? { uncalled: true } : {}
  definition.data = { ...definition.data, id, number: label, kind: 'note', calls, ...uncalled }
  return { id, label, definition, calls, lost: definition.data.lost === true }
}

function missingDefinition(identifier: string): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier, children: [], data: { lost: true } }
}

/** References by identifier, in the order of their first call, which may stand in another note; then notes without any. */
function callsInOrder(
  tree: Nodes,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): Map<string, FootnoteReference[]> {
  const calls = new Map<string, FootnoteReference[]>()
  const collect = (root: Nodes) =>
    walk(root, (node) => {
      if (node.type !== 'footnoteReference') return undefined
      const references = calls.get(node.identifier)
      if (references) references.push(node)
      else calls.set(node.identifier, [node])
      return undefined
    })
  collect(tree)
  // A map shows its iterator what is added meanwhile: notes that are called by notes come in turn.
  for (const identifier of calls.keys()) {
    const definition = definitions.get(identifier)
    if (definition) collect(definition)
  }
  for (const [identifier, definition] of definitions) {
    if (calls.has(identifier)) continue
    calls.set(identifier, [])
    collect(definition)
  }
  return calls
}

/** A number, a letter, or marks such as asterisks and daggers. */
const readable = /^(?:\d{1,4}[a-z]?|\p{L}|[ivxlc]{1,7}|[*†‡§¶#‖]{1,4})$/iu

function labelsOf(
  calls: ReadonlyMap<string, readonly FootnoteReference[]>,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): Map<string, string> {
  const labels = new Map<string, string>()
  for (const [identifier, [call]] of calls) {
    labels.set(identifier, definitions.get(identifier)?.label ?? call?.label ?? identifier)
  }
  if ([...labels.values()].every((label) => readable.test(label))) return labels
  return new Map([...labels.keys()].map((identifier, at) => [identifier, String(at + 1)]))
}
