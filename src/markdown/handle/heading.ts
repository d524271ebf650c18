import type { Heading } from 'mdast'
import { writePhrasing } from '../phrasing.ts'
import { type Writer, write } from '../writer.ts'

/** `## text` */
export function handleHeading(writer: Writer, node: Heading): void {
  write(writer, '#'.repeat(node.depth))
  if (node.children.length === 0) return
  write(writer, ' ')
  writePhrasing(writer, node.children, { inHeading: true })
}
