import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import type { Part } from '../mdast/part.ts'
import type { Source } from '../mdast/source.ts'
import { nestsBracketsDeeply } from './bracket-depth.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** The constructs of micromark that look for the other end of a bracket. */
const labels = ['labelStartLink', 'labelStartImage', 'labelEnd', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']

/** The same without links, images and note calls: for text whose brackets would keep micromark busy for hours. */
const withoutLabels = processor().use(leaveLabels).freeze()

function leaveLabels(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: labels } }]
}

/** Reads CommonMark with GFM, footnotes and front matter. */
export function parseMarkdown(source: Source, file: VFile): Part {
  const reader = nestsBracketsDeeply(String(file.value)) ? withoutLabels : processor
  return { source, file, tree: reader.parse(file), metadata: source.metadata, edits: [] }
}
