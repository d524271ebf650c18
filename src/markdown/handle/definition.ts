import type { Definition } from 'mdast'
import { type Writer, write } from '../writer.ts'
import { destination } from './link.ts'

/** `[label]: address "title"` */
export function handleDefinition(writer: Writer, node: Definition): void {
  write(writer, `[${node.label ?? node.identifier}]: ${destination(node.url, node.title)}`)
}
