import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import type { Part } from '../captured/part.ts'
import type { Source } from '../captured/source.ts'
import { report } from '../diagnostics/report.ts'
import { nestsBracketsDeeply, nestsContainersDeeply } from './nesting.ts'
import { sparingAddresses } from './sparing/addresses.ts'
import { sparingAttempts } from './sparing/attempts.ts'
import { sparingProse } from './sparing/prose.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(sparingAddresses)
  .use(sparingAttempts)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(sparingProse)
  .freeze()

/** The constructs of micromark that look for the other end of a bracket. */
const labels = ['labelStartLink', 'labelStartImage', 'labelEnd', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']

/** The constructs of micromark that hold other blocks. */
const containers = ['list', 'blockQuote']

/** Leaves constructs out that would keep micromark busy for hours with a text that nests them by the thousand. */
function leaveOut(this: Processor, names: readonly string[]): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...names] } }]
}

/** Reads CommonMark with GFM, footnotes and front matter. */
export function parseMarkdown(source: Source, file: VFile): Part {
  const text = String(file.value)
  const left: string[] = []
  if (nestsBracketsDeeply(text)) {
    left.push(...labels)
    report(file, 'parse:nesting-is-readable', 'Links and note calls are read as text: brackets nest too deep')
  }
  if (nestsContainersDeeply(text)) {
    left.push(...containers)
    report(file, 'parse:nesting-is-readable', 'Quotations and lists are read as text: they nest too deep')
  }
  const reader = left.length === 0 ? processor : processor().use(leaveOut, left)
  return { source, file, tree: reader.parse(file), metadata: source.metadata, edits: [] }
}
