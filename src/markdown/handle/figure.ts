import type { Figure } from '../../mdast/figure.ts'
import { writeFlow } from '../flow.ts'
import type { Writer } from '../writer.ts'

/** The image, if there is one, and the caption and credit as paragraphs: markdown has no figures. */
export function handleFigure(writer: Writer, node: Figure): void {
  writeFlow(
    writer,
    node.children.map((child) => (child.type === 'image' ? { type: 'paragraph', children: [child] } : child)),
  )
}
