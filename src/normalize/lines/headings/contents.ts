import { contentsHeadings } from '../../../language/words/title.ts'
import { type Block, textOf } from '../../evidence/blocks.ts'
import { endingOf } from '../../evidence/punctuation.ts'

/** Share of a text, from its beginning, in which a list of contents stands. */
const front = 0.2
/** Blocks of a list of contents at most. */
const most = 400
/** Blocks in a row without the number of a page that a list of contents may have: its parts. */
const mostBare = 4

/** An entry with the number of its page behind it. */
const paged = /[\p{L})\].!?'"\u2019\u201D\u00BB](?:[\s.\u2026_\u00B7]+)(?:\d{1,4}|[ivxlc]{1,7})(?:[-\u2013]\d{1,4})?$/iu

/** The lists of contents of a text, as indices of its blocks. */
export interface Contents {
  readonly headings: ReadonlySet<number>
  readonly entries: ReadonlySet<number>
}

/**
 * The lists of contents at the front of a text: the entries below a heading that says so, up to the last one with the
 * number of a page, or that comes back below as a block of its own.
 */
export function contentsIn(blocks: readonly Block[]): Contents {
  const headings = new Set<number>()
  const entries = new Set<number>()
  const counts = countsOf(blocks)
  for (let at = 0; at < Math.max(40, front * blocks.length) && at < blocks.length; at++) {
    if (!isContentsHeading(blocks[at])) continue
    const end = lastEntry(blocks, at, counts)
    if (end > at) headings.add(at)
    for (let entry = at + 1; entry <= end; entry++) entries.add(entry)
    at = Math.max(at, end)
  }
  return { headings, entries }
}

function isContentsHeading(block: Block | undefined): boolean {
  const text = block?.lines ? textOf(block.lines) : headingText(block)
  return text.length < 40 && contentsHeadings.has(keyOf(text))
}

function headingText(block: Block | undefined): string {
  const { node } = block ?? {}
  if (node?.type !== 'heading') return ''
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

function lastEntry(blocks: readonly Block[], heading: number, counts: ReadonlyMap<string, number>): number {
  let last = heading
  const seen = new Set<string>()
  for (let at = heading + 1; at < Math.min(blocks.length, heading + most) && at - last <= mostBare; at++) {
    const lines = blocks[at]?.lines
    if (!lines) {
      if (blocks[at]?.node?.type === 'table') last = at
      continue
    }
    if (lines.length > 3 && !lines.some(({ value }) => paged.test(value)) && endingOf(textOf(lines)) === 'sentence')
      break
    const key = keyOf(textOf(lines))
    // What comes a second time is the heading of the text itself.
    if (seen.has(key)) break
    seen.add(key)
    if (lines.some(({ value }) => paged.test(value)) || isRepeated(textOf(lines), counts)) last = at
  }
  return last - heading > 1 ? last : heading
}

/** How often each short block stands in the text, with or without the number of a page behind it. */
function countsOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { lines } of blocks) {
    if (!lines || lines.length > 3) continue
    const key = keyOf(textOf(lines))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function isRepeated(text: string, counts: ReadonlyMap<string, number>): boolean {
  return text.length > 3 && (counts.get(keyOf(text)) ?? 0) > 1
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{L}) \d{1,4} ?$/u, '')
    .trim()
}
