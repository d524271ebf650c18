import type { Nodes } from 'mdast'
import type { ResolvedDocument } from './resolved.ts'
import { walk } from './walk.ts'

/**
 * Takes out of the trees what is of no use when pages are laid out, more than half of their room: where each node stands
 * in its source, and the room that lists of children have for more. For a document that nobody else has.
 */
export function shrinkTrees({ parts }: ResolvedDocument): void {
  for (const { tree, notes } of parts) {
    for (const root of [tree, ...notes.map(({ definition }) => definition)]) {
      shrink(root)
      walk(root, (node) => {
        shrink(node)
        return undefined
      })
    }
  }
}

function shrink(node: Nodes): void {
  if (node.position) node.position = undefined
  // A list that grew by a child at a time has room for sixteen; its copy has as much as it needs.
  if ('children' in node) Object.assign(node, { children: node.children.slice() })
}
