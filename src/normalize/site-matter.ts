import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../mdast/line.ts'
import { removeLines } from '../mdast/lines.ts'
import { plainSiteMatter, possibleSiteMatter } from './words/site-matter.ts'

const rule = 'normalize:site-matter-is-left-out'

/**
 * Takes out what a web page prints around an article: menus and notices above it, "related posts", comment forms and
 * imprint below. A run at either end of the text goes as a whole, from its outer edge to the innermost line that only
 * a web page has, when enough of its lines are such. It leaves alone everything between text, and an end of the text
 * that merely is short ("Contact" and an address).
 */
export function siteMatter() {
  return (tree: Root, file: VFile): void => {
    const lines = tree.children
    const head = headRun(lines)
    const tail = tailRun(lines, head.length)
    for (const [run, where] of [
      [head, 'above'],
      [tail, 'below'],
    ] as const) {
      const found = run.reduce((sum, line) => sum + weightOf(line), 0)
      if (found === 0) continue
      const evidence = `${run.length} line(s) ${where} the text, ${Math.ceil(found)} of them words of a web page's frame`
      removeLines(tree, file, run, { rule, evidence, confidence: found < 1 ? 0.5 : Math.min(0.99, 0.8 + found / 20) })
    }
  }
}

/** How far into the text the run above it may reach, in lines. */
const longestHead = 80

/** From the first line to the last one above the text that belongs to the page. */
function headRun(nodes: readonly RootContent[]): Line[] {
  let end = 0
  let possible = 0
  for (let at = 0; at < Math.min(nodes.length, longestHead); at++) {
    const node = nodes[at]
    if (node?.type !== 'line') break
    // An imprint above the text may stand on a title page, with the title.
    const weight = isImprint(node.value) ? 0 : weightOf(node)
    if (weight === 1) end = at + 1
    else if (weight > 0) possible = at + 1
    else if (isRunningText(node.value)) break
  }
  // Two possible words make a plain one, but a single one can be the title.
  if (end === 0 && possible > 1) end = possible
  while (end > 0 && isBelow(nodes[end])) end++
  return nodes.slice(0, end).filter((node): node is Line => node.type === 'line')
}

/** A possible word of a menu right below the others. */
function isBelow(node: RootContent | undefined): boolean {
  return node?.type === 'line' && node.data?.blankBefore === 0 && weightOf(node) > 0
}

/** From the first line below the text that belongs to the page to the last line. */
function tailRun(nodes: readonly RootContent[], from: number): Line[] {
  let start = nodes.length
  let possible = nodes.length
  for (let at = nodes.length - 1; at >= from; at--) {
    const node = nodes[at]
    if (node?.type !== 'line') break
    const weight = weightOf(node)
    if (weight === 1) start = at
    else if (weight > 0) possible = at
    else if (isRunningText(node.value) || isListed(node.value)) break
  }
  if (start < nodes.length && possible < start && possible >= start - 2) start = possible
  return nodes.slice(start).filter((node): node is Line => node.type === 'line')
}

/** A line that reads as a sentence or part of one. */
function isRunningText(value: string): boolean {
  const words = value.split(/\s+/).length
  return words > 14 || (words > 8 && /[.!?;:,…։»”“«"]$/u.test(value)) || /[.;]$/.test(value)
}

/** A line that a list, a note or a table of the text may end with. */
function isListed(value: string): boolean {
  return /^(?:[•‣–*-]|\[?\d{1,3}[.)\]]|[\u00B9\u00B2\u00B3\u2070-\u2079])\s*\S/u.test(value) || value.includes('\t')
}

const plain = new Set(plainSiteMatter)
const possible = new Set(possibleSiteMatter)

/** 1 for a line that only a web page has, 0.5 for one that a text could have too, 0 for any other. */
function weightOf({ value }: Line): number {
  if (value.length > 240) return 0
  const words = bare(value)
  if (plain.has(words) || beginsPlain(words)) return 1
  if (isImprint(value) || isBreadcrumb(value) || isGluedMenu(value)) return 1
  return possible.has(words) ? 0.5 : 0
}

function bare(value: string): string {
  return value
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}\s'-]/gu, '')
    .replace(/^[\s\p{N}'-]+|[\s\p{N}'-]+$/gu, '')
    .replace(/\s+/g, ' ')
}

/** Whether the first three to six words are a phrase of the list. */
function beginsPlain(words: string): boolean {
  const parts = words.split(' ', 7)
  for (let count = 3; count <= Math.min(6, parts.length); count++) {
    if (plain.has(parts.slice(0, count).join(' '))) return true
  }
  return false
}

/** "© Publisher 2020", and the numbers that imprints give. */
function isImprint(value: string): boolean {
  return /^(?:©|\(c\)\s|copyright\s)/i.test(value) || /\bISBN(?:-1[03])?[:\s]*[\d-]{10,17}\b/.test(value)
}

/** "Home › News › Title". */
function isBreadcrumb(value: string): boolean {
  const steps = value.split(/\s[›»>]\s/)
  return steps.length > 2 || (steps.length === 2 && possible.has(bare(steps[0] ?? '')))
}

/** "HomeAbout usPublications": words of a menu that lost the space between them. */
function isGluedMenu(value: string): boolean {
  const items = value.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  return items.length > 2 && items.filter((item) => possible.has(bare(item)) || plain.has(bare(item))).length >= 2
}
