import type { ResolvedDocument } from './resolved.ts'
import { walk } from './walk.ts'

/**
 * Takes out where each node stands in its source: half the room of a tree, and of no use when pages are laid out. For a
 * document that nobody else has.
 */
export function forgetPlaces({ parts }: ResolvedDocument): void {
  for (const { tree, notes } of parts) {
    for (const root of [tree, ...notes.map(({ definition }) => definition)]) {
      walk(root, (node) => {
        node.position = undefined
        return undefined
      })
    }
  }
}
