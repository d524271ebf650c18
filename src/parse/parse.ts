import type { VFile } from 'vfile'
import type { Part } from '../captured/part.ts'
import type { MediaType, Source } from '../captured/source.ts'
import { parseMarkdown } from './markdown.ts'
import { parsePlainText } from './plain-text.ts'

const parsers = {
  'text/plain': parsePlainText,
  'text/markdown': parseMarkdown,
} satisfies Record<MediaType, (source: Source, file: VFile) => Part>

/** Reads one source text with the parser of its media type. Any text can be read: a parser has nothing to report. */
export function parse(source: Source, file: VFile): Part {
  return parsers[source.mediaType](source, file)
}
