import type { Nodes } from 'mdast'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import { plainText, walk } from '../link/walk.ts'
import { fold, wordsOf } from './fold.ts'
import { type PackedWords, wordPacker } from './search-words.ts'

/** What the search script needs: made when the dossier is built, read when a reader first searches. */
export interface SearchData extends PackedWords {
  /** Title of each part, and address of its page (empty in a single file). */
  readonly parts: readonly (readonly [title: string, page: string])[]
  /** Lists of names that stand for one thing each, as the dossier's manifest has them. */
  readonly glossary: ResolvedDocument['glossary']
  /** Every block that can be found: place of its part in `parts`, anchor, number, and, in a site, its text. */
  readonly blocks: readonly (readonly [part: number, anchor: string, number: string, text?: string])[]
}

/** The index while the dossier is being built. */
export interface SearchIndex {
  readonly packed: PackedWords
  readonly blocks: readonly (readonly [part: number, anchor: string, number: string, text: string])[]
}

/** Full-text index over paragraphs, list items, headings, tables, figures and notes of all parts. */
export function searchIndex(document: ResolvedDocument): SearchIndex {
  const packer = wordPacker()
  const folded = new Map<string, string>()
  const blocks: SearchIndex['blocks'][number][] = []
  document.parts.forEach((part, at) => {
    for (const { anchor, number, text } of blocksOf(part)) {
      const words = wordsOf(text).map((word) => foldOnce(folded, word))
      packer.add(words.filter((word) => word !== ''))
      blocks.push([at, anchor, number, text])
    }
  })
  return { packed: packer.pack(), blocks }
}

/** A dossier has ten to a hundred times as many words as different words. */
function foldOnce(folded: Map<string, string>, word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const made = fold(word)
  folded.set(word, made)
  return made
}

/** `SearchData` as JSON: for a site with each part's page and the texts of hits, for a single file, which has them, without. */
export function searchJson(
  { packed, blocks }: SearchIndex,
  { parts, glossary }: ResolvedDocument,
  pageOf: ((part: ResolvedPart) => string) | undefined,
): string {
  const data: SearchData = {
    ...packed,
    glossary,
    parts: parts.map((part) => [part.title, pageOf?.(part) ?? '']),
    blocks: pageOf ? blocks : blocks.map(([part, anchor, number]) => [part, anchor, number]),
  }
  return JSON.stringify(data)
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
