import type { FootnoteDefinition } from 'mdast'
import { writeFlow } from '../flow.ts'
import { nested, type Writer, writeMarker } from '../writer.ts'
import { footnoteLabel } from './footnote-reference.ts'

/** `[^7]: text`, further blocks indented by four spaces. */
export function handleFootnoteDefinition(writer: Writer, node: FootnoteDefinition): void {
  writeMarker(writer, `[^${footnoteLabel(node.identifier)}]: `)
  nested(writer, '    ', () => writeFlow(writer, node.children))
}
