import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'

/** The blocks of a tree as its markdown has them: definitions of notes last, in the order of their first call. */
export function inMarkdownOrder(tree: Root): { body: RootContent[]; definitions: FootnoteDefinition[] } {
  const definitions = new Map<string, FootnoteDefinition>()
  const body: RootContent[] = []
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    else body.push(node)
  }
  const ordered = new Set<FootnoteDefinition>()
  const called = callsIn(body)
  // A set shows its iterator what is added meanwhile: notes that are called by notes come in turn.
  for (const identifier of called) {
    const definition = definitions.get(identifier)
    if (!definition) continue
    ordered.add(definition)
    for (const inner of callsIn([definition])) called.add(inner)
  }
  for (const definition of definitions.values()) ordered.add(definition)
  return { body, definitions: [...ordered] }
}

function callsIn(nodes: readonly Nodes[]): Set<string> {
  const found = new Set<string>()
  const pending = [...nodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'footnoteReference') found.add(node.identifier)
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) pending.push(node.children[at] as Nodes)
  }
  return found
}
