import type { ThematicBreak } from 'mdast'
import { type Writer, write } from '../writer.ts'

/** `***`: three hyphens after a list's marker would swallow the marker. */
export function handleThematicBreak(writer: Writer, _node: ThematicBreak): void {
  write(writer, '***')
}
