import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../mdast/line.ts'
import { removeLines } from '../mdast/lines.ts'
import { pagesOf } from './evidence/pages.ts'

/** Settings of {@link runningHeads}. */
export interface RunningHeadsOptions {
  /** Share of the pages on which a line must be repeated; 0.3 by default. */
  readonly share?: number
}

/** How many lines from the top and the bottom of a page are looked at. */
const depth = 5

/** On how many pages an outermost line must be repeated to be a running head wherever else it is missing. */
const repeatedOutermost = 4

/**
 * Removes running heads and feet: lines that come back, digits aside, at the top or the bottom of page after page. Lines
 * that are numbers only belong to the rule for page numbers; a text of one page is left alone.
 */
export function runningHeads({ share = 0.3 }: RunningHeadsOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const pages = pagesOf(tree)
    if (pages.length < 2) return
    const heads = repeated(pages, Math.max(2, Math.ceil(pages.length * share)))
    const gone = pages.flat().filter((line) => heads.has(keyOf(line)))
    removeLines(tree, file, gone, {
      rule: 'normalize:running-heads-are-removed',
      evidence: `the line comes back at the top or bottom of pages (${pages.length} pages)`,
      confidence: 0.97,
    })
  }
}

/** The keys of lines that are repeated at page ends, or stand off from the text on most pages. */
function repeated(pages: readonly (readonly Line[])[], least: number): Set<string> {
  const heads = repeatedApart(pages)
  const near = new Map<string, number>()
  const outermost = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set([...page.slice(0, depth), ...page.slice(-depth)].map(keyOf))) add(near, key)
    for (const key of new Set([page[0], page.at(-1)].map(keyOf))) add(outermost, key)
  }
  for (const [key, count] of near) {
    const often = count >= least || (outermost.get(key) ?? 0) >= repeatedOutermost
    if (often && /\p{L}{3}/u.test(key)) heads.add(key)
  }
  return heads
}

/**
 * Readers of pages with columns put heads and feet wherever a column ends. There they stand between blank lines, and
 * several words come back letter for letter on most pages.
 */
function repeatedApart(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const apart = page.filter((line, at) => {
      const after = page[at + 1]
      return (at === 0 || isApart(line)) && (!after || isApart(after)) && /\S+\s+\S+\s+\S/.test(line.value)
    })
    for (const value of new Set(apart.map((line) => line.value))) add(counts, value)
  }
  const least = Math.max(3, Math.ceil(pages.length / 2))
  const found = [...counts].filter(([, count]) => count >= least).map(([value]) => value)
  return new Set(found.map((value) => keyOf({ value })))
}

function isApart(line: Line): boolean {
  return (line.data?.blankBefore ?? 0) > 0
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The line's text without its digits and with single spaces. */
function keyOf(line: Pick<Line, 'value'> | undefined): string {
  return (line?.value ?? '').replace(/\d+/g, '#').replace(/\s+/g, ' ')
}
