import type { Image, Nodes, Paragraph, Root } from 'mdast'
import type { Figure } from '../mdast/figure.ts'
import { walk } from './walk.ts'

/**
 * Makes figures of the images of a markdown source. A paragraph that is nothing but an image becomes a figure with the
 * image's title, else its text alternative, as caption; the address is kept in `data.address`, because the picture
 * itself is in the dossier only when the manifest supplies it.
 */
export function figuresOfImages(tree: Root): void {
  walk(tree, (node, parent, index) => {
    if (node.type === 'figure') return 'skip'
    if (node.type !== 'paragraph') return undefined
    const [image, ...others] = node.children
    if (image?.type !== 'image' || others.length > 0 || parent.type === 'listItem') return 'skip'
    ;(parent.children as Nodes[])[index] = figureOf(image, node)
    return 'skip'
  })
}

function figureOf(image: Image, paragraph: Paragraph): Figure {
  const position = paragraph.position ? { position: paragraph.position } : {}
  const value = image.title || image.alt || ''
  const caption: Paragraph = { type: 'paragraph', children: [{ type: 'text', value, ...position }], ...position }
  return {
    type: 'figure',
    children: value ? [caption] : [],
    data: { roles: value ? ['caption'] : [], address: image.url },
    ...position,
  }
}
