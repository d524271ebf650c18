import type { FootnoteReference } from 'mdast'
import { type Writer, write } from '../writer.ts'

/** `[^7]`: the identifier, because two notes of one text may have the same label. */
export function handleFootnoteReference(writer: Writer, node: FootnoteReference): void {
  write(writer, `[^${footnoteLabel(node.identifier)}]`)
}

/** An identifier as it may stand in a footnote label (GFM): without white space and brackets. */
export function footnoteLabel(identifier: string): string {
  return identifier.replace(/[\s[\]\\]+/g, '-') || '-'
}
