/// <reference lib="dom" />
import MiniSearch, { type Query } from 'minisearch'
import { fold, wordsOf } from '../fold.ts'
import { withVariants } from '../name-variants.ts'
import type { SearchData } from '../search-index.ts'
import { entriesOf, type PackedWords, type UnpackedWord, unpackWord, unpackWords } from '../search-words.ts'
import type { Find, Hit } from './search-box.ts'

declare global {
  interface Window {
    /** `SearchData` as JSON, set by the index of a site; a single file has it in its page. */
    dossierIndex?: string
  }
}

/** More hits than this nobody reads; the first are the best. */
const most = 40
const before = 60
const after = 140

window.dossierSearch = loadIndex

/** Reads the index, in small steps, so that the page stays in motion. */
async function loadIndex(): Promise<Find> {
  const json = window.dossierIndex ?? document.getElementById('dossier:index')?.textContent
  if (!json) return () => ({ hits: [], variants: [] })
  const data = JSON.parse(json) as SearchData
  const index = await MiniSearch.loadJSAsync<{ id: number }>(unpackWords(data, await unpacked(data)), {
    fields: ['text'],
    tokenize: wordsOf,
    processTerm: (term) => fold(term),
  })
  const variants = data.glossary.map((names) => ({ names, words: names.map(foldedWords) }))
  return (query) => {
    const { tree, used } = withVariants(foldedWords(query), variants)
    return { hits: tree ? find(index, data, tree) : [], variants: used.map(({ names }) => names) }
  }
}

async function unpacked(packed: PackedWords): Promise<UnpackedWord[]> {
  const unpacked: UnpackedWord[] = []
  for (const [at, entry] of entriesOf(packed).entries()) {
    unpacked.push(unpackWord(entry))
    if (at % 500 === 499) await new Promise((done) => setTimeout(done))
  }
  return unpacked
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map(fold)
}

function find(index: MiniSearch<{ id: number }>, data: SearchData, query: Query): Hit[] {
  const results = index.search(query, { prefix: (term) => term.length > 2 })
  return results.slice(0, most).map(({ id, terms }) => hitOf(data, Number(id), terms))
}

function hitOf(data: SearchData, id: number, terms: readonly string[]): Hit {
  const block = data.blocks[id]
  const part = data.parts[block?.[0] ?? 0]
  const anchor = block?.[1] ?? ''
  const text = block?.[3] ?? textOf(anchor)
  return {
    href: `${part?.[1] ?? ''}#${anchor}`,
    place: [block?.[2], part?.[0]].filter(Boolean).join(' · '),
    excerpt: excerpt(text, terms),
  }
}

/** The text of a block of this page, without what the page has added to it. */
function textOf(anchor: string): string {
  const copy = document.getElementById(anchor)?.cloneNode(true) as Element | undefined
  for (const extra of copy?.querySelectorAll('.sidenote, .call, .backs, .number, .frame, .label') ?? []) extra.remove()
  for (const block of copy?.querySelectorAll('p, li, th, td, caption, figcaption') ?? []) block.append(' ')
  return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

/** The text around the first word found; words found stand at odd places. */
function excerpt(text: string, terms: readonly string[]): string[] {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => terms.includes(fold(word)))
  const first = found[0]?.index ?? 0
  const from = first > before ? text.lastIndexOf(' ', first - before / 2) + 1 : 0
  const to = first + after < text.length ? text.lastIndexOf(' ', first + after) : text.length
  const pieces: string[] = []
  let at = from
  for (const match of found) {
    if (match.index + match[0].length > to) break
    pieces.push((at === from && from > 0 ? '… ' : '') + text.slice(at, match.index), match[0])
    at = match.index + match[0].length
  }
  return [...pieces, text.slice(at, to) + (to < text.length ? ' …' : '')]
}
