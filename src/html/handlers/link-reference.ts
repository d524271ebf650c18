import type { ElementContent } from 'hast'
import type { LinkReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { link } from './link.ts'

/** A link whose address stands in a definition; without one, the brackets are text. */
export function linkReference(context: PartContext) {
  const asLink = link(context)
  return (state: State, node: LinkReference): ElementContent[] => {
    const definition = state.definitionById.get(node.identifier.toUpperCase())
    if (!definition) return [{ type: 'text', value: '[' }, ...state.all(node), { type: 'text', value: ']' }]
    return asLink(state, { ...node, type: 'link', url: definition.url, data: {} })
  }
}
