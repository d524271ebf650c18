import type { Paragraph } from 'mdast'
import { writePhrasing } from '../phrasing.ts'
import type { Writer } from '../writer.ts'

/** Running text, on one line. */
export function handleParagraph(writer: Writer, node: Paragraph): void {
  writePhrasing(writer, node.children, {})
}
