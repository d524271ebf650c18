import type { Nodes } from 'mdast'
import MiniSearch, { type AsPlainObject } from 'minisearch'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import { plainText, walk } from '../link/walk.ts'
import { fold, wordsOf } from './fold.ts'

/** What the search script needs: made when the dossier is built, read when a reader first searches. */
export interface SearchData {
  /** MiniSearch's own serialization; ids are places in `blocks`. */
  readonly index: AsPlainObject
  /** Title of each part, and address of its page (empty in a single file). */
  readonly parts: readonly (readonly [title: string, page: string])[]
  /** Every block that can be found: place of its part in `parts`, anchor, number, and, in a site, its text. */
  readonly blocks: readonly (readonly [part: number, anchor: string, number: string, text?: string])[]
}

/** The index while the dossier is being built. */
export interface SearchIndex {
  /** MiniSearch's serialization as JSON, which is the same for both shapes and long. */
  readonly json: string
  readonly blocks: readonly (readonly [part: number, anchor: string, number: string, text: string])[]
}

/** Full-text index over paragraphs, list items, headings, tables, figures and notes of all parts. */
export function searchIndex(document: ResolvedDocument): SearchIndex {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: wordsOf,
    processTerm: (term) => fold(term),
  })
  const blocks: SearchIndex['blocks'][number][] = []
  document.parts.forEach((part, at) => {
    for (const { anchor, number, text } of blocksOf(part)) {
      index.add({ id: blocks.length, text })
      blocks.push([at, anchor, number, text])
    }
  })
  return { json: JSON.stringify(index), blocks }
}

/** `SearchData` as JSON: for a site with each part's page and the texts of hits, for a single file, which has them, without. */
export function searchJson(
  { json, blocks }: SearchIndex,
  { parts }: ResolvedDocument,
  pageOf: ((part: ResolvedPart) => string) | undefined,
): string {
  const titles = parts.map((part) => [part.title, pageOf?.(part) ?? ''])
  const places = pageOf ? blocks : blocks.map(([part, anchor, number]) => [part, anchor, number])
  return `{"index":${json},"parts":${JSON.stringify(titles)},"blocks":${JSON.stringify(places)}}`
}

interface Block {
  readonly anchor: string
  readonly number: string
  readonly text: string
}

/** The innermost blocks with anchors: a list item's own paragraphs have none, so the item stands for them. */
function blocksOf(part: ResolvedPart): Block[] {
  const blocks: Block[] = []
  const add = (node: Nodes): boolean => {
    const { id, number = '' } = node.data ?? {}
    if (id === undefined) return false
    const text = plainText(node)
    if (text !== '') blocks.push({ anchor: id, number, text })
    return true
  }
  walk(part.tree, (node) => (node.type !== 'footnoteReference' && add(node) ? 'skip' : undefined))
  for (const note of part.notes) if (!note.lost) add(note.definition)
  return blocks
}
