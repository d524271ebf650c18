import type { Blockquote } from 'mdast'
import { writeFlow } from '../flow.ts'
import { nested, type Writer, writeMarker } from '../writer.ts'

/** `> ` before every line. */
export function handleBlockquote(writer: Writer, node: Blockquote): void {
  writeMarker(writer, '> ')
  nested(writer, '> ', () => writeFlow(writer, node.children))
}
