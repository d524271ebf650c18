import type { ResolvedDocument } from '../link/resolved.ts'
import type { Theme } from '../template/theme.ts'

/** Width of a word with its space, in ems of the text, and the share of a page that running text takes of it. */
const wordWidth = 2.85
const textShare = 0.8

/** Entries on a page of contents. */
const entriesOnPage = 38

/** Sources on a page of the imprint. */
const sourcesOnPage = 20

/** Where things are likely to be. */
export interface PageEstimate {
  /** Page number by anchor. */
  readonly pages: ReadonlyMap<string, number>
  /** Page number of what comes after the parts. */
  readonly after: number
}

/**
 * Guesses the page of each anchor before anything is laid out, from the number of words before it. Only the number of
 * digits has to be right: a chapter in which it is wrong is laid out once more.
 */
export function estimatePages(document: ResolvedDocument, { page, type }: Theme): PageEstimate {
  const { size, leading } = type.body
  const paper = typeof page.paper === 'string' ? { A4: 297, A5: 210, Letter: 279 }[page.paper] : page.paper.height
  const wordsOnPage =
    (((page.measure * (paper - page.top - page.bottom)) / (size * leading * wordWidth)) * textShare) / 0.1244
  const entries =
    document.targets.size === 0 ? 0 : document.outline.reduce((sum, entry) => sum + 1 + entry.children.length, 0)
  const sources = document.parts.length
  const listed = entries + document.figures.length + document.tables.length + document.annexes.length + sources
  const pages = new Map<string, number>()
  const anchors = anchorsByPart(document)
  let next = 2 + Math.ceil(sources / sourcesOnPage) + Math.ceil(listed / entriesOnPage)
  for (const part of document.parts) {
    const length = part.words / wordsOnPage + 0.7
    const inside = anchors.get(part.id) ?? []
    pages.set(part.id, Math.floor(next))
    for (const [at, id] of inside.entries()) pages.set(id, Math.floor(next + (length * at) / inside.length))
    next = Math.ceil(next + length)
  }
  return { pages, after: next }
}

function anchorsByPart(document: ResolvedDocument): Map<string, string[]> {
  const anchors = new Map<string, string[]>()
  for (const { id, part, kind } of document.targets.values()) {
    if (kind === 'part' || kind === 'note') continue
    const list = anchors.get(part) ?? []
    list.push(id)
    anchors.set(part, list)
  }
  return anchors
}
