import type { Edit } from '../captured/edit.ts'
import type { Markdown } from '../captured/markdown.ts'
import type { Part } from '../captured/part.ts'
import { frontMatter } from './front-matter.ts'
import { writeRun } from './run.ts'
import { createWriter, type Writer, write, writeKept } from './writer.ts'

/**
 * The markdown of a markdown source: its own text, with our front matter in place of its own and the results of hand
 * corrections in their places.
 */
export function markdownOfMarkdown(part: Part): Markdown {
  const source = String(part.file.value)
  const writer = createWriter(source)
  const [first] = part.tree.children
  const own = first?.type === 'yaml' ? first : undefined
  const end = own?.position?.end.offset ?? 0
  // The line end after the closing fence is the source's own, where there is one.
  write(writer, own ? frontMatter(part, own.value).slice(0, -1) : `${frontMatter(part)}\n`)
  const body = writer.length
  let at = end
  for (const edit of part.edits.toSorted((left, right) => left.start - right.start)) {
    writeKept(writer, at, edit.start)
    writeResult(writer, edit)
    at = edit.end
  }
  writeKept(writer, at, source.length)
  const after = writer.chunks[0] ?? ''
  const edit: Edit = {
    ...{ rule: 'ledger:front-matter-is-written', start: 0, end, before: source.slice(0, end), after },
    ...{ evidence: 'the front matter says where the text comes from', confidence: 1 },
  }
  return { value: writer.chunks.join(''), body, kept: writer.kept, shown: writer.shown, edits: [edit] }
}

function writeResult(writer: Writer, edit: Edit): void {
  writer.lineStart = writer.last === '\n' || writer.last === '\r'
  const after = writer.source.charAt(edit.end)
  const context = { first: false, alone: false, after, lineEnd: false, inLabel: false, inCell: false, inHeading: false }
  writeRun(writer, [{ type: 'text', value: edit.after, data: { edit } }], context)
}
