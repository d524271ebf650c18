import type { Image, ImageReference } from 'mdast'
import { type Writer, write } from '../writer.ts'
import { destination } from './link.ts'

/** `![alternative](address "title")` */
export function handleImage(writer: Writer, node: Image): void {
  write(writer, `![${alternative(node.alt)}](${destination(node.url, node.title)})`)
}

/** `![alternative][label]` */
export function handleImageReference(writer: Writer, node: ImageReference): void {
  write(writer, `![${alternative(node.alt)}][${node.label ?? node.identifier}]`)
}

function alternative(alt: string | null | undefined): string {
  return (alt ?? '').replace(/\s+/g, ' ').replace(/[\\[\]*_`<&~]/g, '\\$&')
}
