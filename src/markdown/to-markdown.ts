import type { FootnoteDefinition } from 'mdast'
import type { Markdown } from '../captured/markdown.ts'
import { mediaTypes } from '../captured/media-types.ts'
import type { Part } from '../captured/part.ts'
import { writeFlow } from './flow.ts'
import { inMarkdownOrder } from './footnotes.ts'
import { frontMatter } from './front-matter.ts'
import { markdownOfMarkdown } from './markdown-source.ts'
import { blankLine, createWriter, newLine, type Writer, write } from './writer.ts'

/**
 * The normalized markdown of a part: front matter and CommonMark with GFM and footnotes, one line a paragraph, always
 * formatted the same way. A markdown source keeps its text to the letter; only its front matter is written anew.
 */
export function toMarkdown(part: Part): Markdown {
  if (mediaTypes[part.source.mediaType].isMarkdown) return markdownOfMarkdown(part)
  const writer = createWriter(String(part.file.value))
  write(writer, `${frontMatter(part)}\n`)
  const body = writer.length
  writer.lineStart = true
  const blocks = inMarkdownOrder(part.tree)
  writeFlow(writer, blocks.body)
  writeDefinitions(writer, blocks.definitions, body)
  if (writer.length > body) write(writer, '\n')
  return { value: writer.chunks.join(''), body, kept: writer.kept, shown: writer.shown, edits: [] }
}

/** Notes of one paragraph stand on adjacent lines. */
function writeDefinitions(writer: Writer, definitions: readonly FootnoteDefinition[], body: number): void {
  definitions.forEach((definition, at) => {
    const previous = definitions[at - 1]
    if (previous && previous.children.length < 2 && definition.children.length < 2) newLine(writer)
    else if (writer.length > body) blankLine(writer)
    writeFlow(writer, [definition])
  })
}
