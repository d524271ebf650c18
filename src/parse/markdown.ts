import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { Part } from '../mdast/part.ts'
import type { Source } from '../mdast/source.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** Reads CommonMark with GFM, footnotes and front matter. */
export function parseMarkdown(source: Source, file: VFile): Part {
  return { source, file, tree: processor.parse(file), metadata: source.metadata, edits: [] }
}
