import type { ElementContent } from 'hast'
import type { ImageReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { image } from './image.ts'

/** An image whose address stands in a definition; without one, the brackets are text. */
export function imageReference(context: PartContext) {
  const asImage = image(context)
  return (state: State, node: ImageReference): ElementContent => {
    const definition = state.definitionById.get(node.identifier.toUpperCase())
    if (!definition) return { type: 'text', value: `![${node.alt ?? node.identifier}]` }
    return asImage(state, { ...node, type: 'image', url: definition.url, data: {} })
  }
}
