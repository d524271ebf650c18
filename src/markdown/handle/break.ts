import type { Break } from 'mdast'
import type { PhrasingContext } from '../phrasing.ts'
import { newLine, type Writer, write } from '../writer.ts'

/** A backslash at the end of the line; a space where no line can end. */
export function handleBreak(writer: Writer, _node: Break, { inCell, inHeading }: PhrasingContext): void {
  if (inCell || inHeading) {
    write(writer, ' ')
    return
  }
  write(writer, '\\')
  newLine(writer)
}
