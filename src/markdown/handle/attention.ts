import type { Delete, Emphasis, Strong } from 'mdast'
import { type PhrasingContext, writePhrasing } from '../phrasing.ts'
import { type Writer, write } from '../writer.ts'

/** `*text*` */
export function handleEmphasis(writer: Writer, node: Emphasis, context: PhrasingContext): void {
  writeBetween(writer, '*', node, context)
}

/** `**text**` */
export function handleStrong(writer: Writer, node: Strong, context: PhrasingContext): void {
  writeBetween(writer, '**', node, context)
}

/** `~~text~~` (GFM) */
export function handleDelete(writer: Writer, node: Delete, context: PhrasingContext): void {
  writeBetween(writer, '~~', node, context)
}

function writeBetween(writer: Writer, mark: string, node: Emphasis | Strong | Delete, context: PhrasingContext): void {
  write(writer, mark)
  writePhrasing(writer, node.children, { ...context, inner: true })
  write(writer, mark)
}
