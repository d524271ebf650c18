import type { Image, Nodes, Paragraph, Root } from 'mdast'
import type { Figure } from '../mdast/figure.ts'
import { captionKind } from './own-label.ts'
import { plainText, walk } from './walk.ts'

/**
 * Makes figures of the images of a markdown source. A paragraph that is nothing but an image becomes a figure with the
 * image's title, else its text alternative, as caption; the address is kept in `data.address`, because the picture
 * itself is in the dossier only when the manifest supplies it. The paragraph behind it is its caption, too, when it
 * begins with the label of a figure ("Figure 3. ...").
 */
export function figuresOfImages(tree: Root): void {
  walk(tree, (node, parent, index) => {
    if (node.type === 'figure') return 'skip'
    if (node.type !== 'paragraph') return undefined
    const [image, ...others] = node.children
    if (image?.type !== 'image' || others.length > 0 || parent.type === 'listItem') return 'skip'
    const siblings = parent.children as Nodes[]
    const next = siblings[index + 1]
    const caption = next?.type === 'paragraph' && captionKind(plainText(next)) === 'figure' ? next : undefined
    siblings.splice(index, caption ? 2 : 1, figureOf(image, node, caption))
    return 'skip'
  })
}

function figureOf(image: Image, paragraph: Paragraph, labelled: Paragraph | undefined): Figure {
  const position = paragraph.position ? { position: paragraph.position } : {}
  const value = image.title || image.alt || ''
  const isSaid = value === '' || (labelled !== undefined && plainText(labelled).includes(value))
  const own: Paragraph = { type: 'paragraph', children: [{ type: 'text', value, ...position }], ...position }
  const children = [...(labelled ? [labelled] : []), ...(isSaid ? [] : [own])]
  return {
    type: 'figure',
    children,
    data: { roles: children.map(() => 'caption' as const), address: image.url },
    ...position,
  }
}
