import type { InlineCode } from 'mdast'
import type { PhrasingContext } from '../phrasing.ts'
import { type Writer, write, writeKept } from '../writer.ts'

/** Text between runs of backticks longer than any in it. */
export function handleInlineCode(writer: Writer, node: InlineCode, { inCell }: PhrasingContext): void {
  const fence = '`'.repeat(longestRun(node.value, '`') + 1)
  const padding = needsPadding(node.value) ? ' ' : ''
  const start = node.position?.start.offset ?? -1
  write(writer, fence + padding)
  if (inCell) write(writer, node.value.replaceAll('|', '\\|'))
  else if (start >= 0 && writer.source.startsWith(node.value, start))
    writeKept(writer, start, start + node.value.length)
  else write(writer, node.value)
  write(writer, padding + fence)
}

/** A space at both ends would be taken off, and a backtick there would join the fence. */
function needsPadding(value: string): boolean {
  if (value.startsWith('`') || value.endsWith('`')) return true
  return value.startsWith(' ') && value.endsWith(' ') && value.trim() !== ''
}

/** Length of the longest run of a character in a text. */
export function longestRun(text: string, character: string): number {
  let longest = 0
  let run = 0
  for (const one of text) {
    run = one === character ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}
