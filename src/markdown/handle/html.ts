import type { Html } from 'mdast'
import { newLine, type Writer, write } from '../writer.ts'

/** Markup inside running text, as it is. */
export function handleInlineHtml(writer: Writer, node: Html): void {
  write(writer, node.value)
}

/** A block of markup, as it is. */
export function handleHtml(writer: Writer, node: Html): void {
  node.value.split('\n').forEach((line, at) => {
    if (at > 0) newLine(writer)
    write(writer, line)
  })
}
