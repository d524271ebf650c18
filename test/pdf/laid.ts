import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Part } from '../../src/captured/part.ts'
import type { Metadata, SuppliedImage } from '../../src/captured/source.ts'
import { link } from '../../src/link/link.ts'
import type { ResolvedDocument } from '../../src/link/resolved.ts'

/** A markdown text and what is known about it. */
export interface SampleText {
  readonly id: string
  readonly markdown: string
  readonly metadata?: Metadata
  readonly images?: readonly SuppliedImage[]
}

/** Texts as a resolved dossier, without a build: what the PDF writer takes. */
export function dossierOf(texts: readonly SampleText[], title = 'Letters on Bridges'): ResolvedDocument {
  const parts = texts.map(partOf)
  return link(parts, { title, date: '2026-03-01', authors: ['A. Writer'], language: 'en' })
}

function partOf({ id, markdown, metadata = { language: 'en' }, images = [] }: SampleText): Part {
  const file = new VFile({ path: `${id}.md`, value: markdown })
  const tree = unified().use(remarkParse).use(remarkGfm).parse(file)
  const source = {
    id,
    path: `${id}.md`,
    mediaType: 'text/markdown',
    size: markdown.length,
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    bom: false,
    metadata,
    notes: {},
    images,
    overrides: { off: [], options: {}, keep: [] },
  } as const
  return { source, file, tree, metadata, edits: [] }
}
