import type { Code } from 'mdast'
import { newLine, type Writer, write, writeKept } from '../writer.ts'
import { longestRun } from './inline-code.ts'

/** Lines between fences, as they are. Text that the source has at the node's position is kept, line by line. */
export function handleCode(writer: Writer, node: Code): void {
  const fence = '`'.repeat(Math.max(3, longestRun(node.value, '`') + 1))
  write(writer, fence + [node.lang, node.meta].filter(Boolean).join(' '))
  let at = node.position?.start.offset ?? -1
  for (const line of node.value.split(/\r\n|\r|\n/)) {
    newLine(writer)
    if (at >= 0 && writer.source.startsWith(line, at)) {
      writeKept(writer, at, at + line.length)
      at = afterLineEnd(writer.source, at + line.length)
    } else {
      at = -1
      write(writer, line)
    }
  }
  newLine(writer)
  write(writer, fence)
}

function afterLineEnd(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return at + 2
  return /[\r\n]/.test(source.charAt(at)) ? at + 1 : -1
}
