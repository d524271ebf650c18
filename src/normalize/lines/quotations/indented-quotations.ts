import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { type Block, blocksOf, textOf } from '../../evidence/blocks.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { headingNumbers } from '../../evidence/numbering.ts'
import { edgeOf, type Wrapping } from '../../evidence/wrapping.ts'

const rule = 'normalize:quotations-are-set-off'

/** Columns by which a quotation is set in at least. */
const setIn = 2
/** Shortest quotation that is set off, in characters. */
const shortest = 60
/** Share of the measure that the lines of a narrower block fill at most. */
const narrower = 0.96
/** Share of the longer blocks of a text that may be quotations; if more are set in, it is the way the text is set. */
const most = 0.35
/** Odds below which nobody would think of a quotation: natural logarithm. */
const doubtful = 0

/**
 * Finds block quotations that are set in from the text around them, in captures that keep indentation. Besides, one needs
 * a narrower measure, quotation marks around it, or a colon that leads up to it. It leaves alone what continues a list
 * item, verse, texts that are set in as a whole, and paragraphs that merely begin with a quotation mark.
 */
export function indentedQuotations() {
  return (tree: Root, file: VFile): void => {
    const { wrapping } = evidenceOf(file)
    if (!wrapping.hardWrapped) return
    const blocks = blocksOf(tree.children)
    const bases = basesOf(blocks)
    const long = blocks.filter(({ lines }) => (lines?.length ?? 0) > 1).length
    const candidates = blocks.flatMap((block, at) => (isSetIn(block, bases) ? [at] : []))
    if (candidates.length > Math.max(2, most * long)) return
    let before: { at: number; indent: number } | undefined
    for (const at of candidates) {
      const lines = blocks[at]?.lines ?? []
      const indent = restIndent(lines)
      const goesOn = before?.at === at - 1 && before.indent === indent
      const odds = oddsOf(blocks, at, wrapping) + (goesOn ? 2 : 0)
      if (odds < doubtful) continue
      const confidence = Math.min(0.95, 1 / (1 + Math.exp(-odds)))
      if (!isSure(file, { ...proposalFor(lines), evidence: evidence(lines), confidence })) continue
      for (const { data } of lines) if (data) data.quote = 1
      before = { at, indent }
    }
  }
}

function evidence(lines: readonly Line[]): string {
  return `${lines.length} lines are set in by ${restIndent(lines)} columns between paragraphs that are not`
}

function proposalFor(lines: readonly Line[]) {
  const [start, end] = [lines[0] ? startOf(lines[0]) : 0, lines.at(-1) ? endOf(lines.at(-1) as Line) : 0]
  const text = textOf(lines)
  return { rule, start, end, left: text, after: `> ${text}` } as const
}

/** Where lines stand: the text of each page and column has an edge of its own. */
function placeOf({ data }: Line): string {
  return `${data?.page} ${data?.column ?? 0}`
}

/** The indentation that most lines of running text have, by page and column. */
function basesOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>()
  for (const { lines = [] } of blocks) {
    if (lines.length < 3 || lines[0]?.data?.lineation) continue
    for (const line of lines.slice(1)) {
      const place = counts.get(placeOf(line)) ?? new Map<number, number>()
      const indent = line.data?.indent ?? 0
      counts.set(placeOf(line), place.set(indent, (place.get(indent) ?? 0) + 1))
    }
  }
  return new Map([...counts].map(([place, indents]) => [place, mostFrequent(indents)]))
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  let best: readonly [number, number] = [0, 0]
  for (const entry of counts) if (entry[1] > best[1]) best = entry
  return best[0]
}

/** Indentation of the lines behind the first. */
function restIndent(lines: readonly Line[]): number {
  return lines[1]?.data?.indent ?? lines[0]?.data?.indent ?? 0
}

function isSetIn({ lines }: Block, bases: ReadonlyMap<string, number>): boolean {
  const [first] = lines ?? []
  if (!lines || lines.length < 2 || !first?.data || first.data.marker || first.data.lineation || first.data.quote)
    return false
  const base = bases.get(placeOf(first))
  if (base === undefined || (first.data.indent ?? 0) < base + setIn || restIndent(lines) < base + setIn) return false
  const text = textOf(lines)
  if (text.length < shortest || isCaption(text) || headingNumbers(text).length > 0) return false
  // Centred lines have no edge in common.
  return lines.slice(1).every(({ data }) => Math.abs((data?.indent ?? 0) - restIndent(lines)) < 2)
}

/** Natural logarithm of how much likelier a block that is set in looks if it is a quotation. */
function oddsOf(blocks: readonly Block[], at: number, wrapping: Wrapping): number {
  const lines = blocks[at]?.lines ?? []
  const before = blocks[at - 1]?.lines
  const above = before ? textOf(before) : ''
  const text = textOf(lines)
  let odds = -0.6
  if (before?.[0]?.data?.marker) odds -= 4
  if (above.endsWith(':')) odds += 2
  else if (/(?:,|[:.]\s?[-\u2013\u2014]+)$/.test(above)) odds += 1
  const isNarrow = lines.slice(0, -1).every((line) => edgeOf(line, wrapping) < narrower * wrapping.measure)
  if (isNarrow) odds += lines.length > 2 ? 1.8 : 1.5
  const opens = /^["'\u2018\u201C\u201E\u00AB\u00BB\u2039]/.test(text)
  const closes =
    /["'\u2019\u201D\u201C\u00BB\u00AB\u203A](?:[.,]|\[?\d{1,3}\]?|[*\u2020])*(?:\s?(?:\(.{3,60}\)|[-\u2013\u2014]{1,2}\s?\p{Lu}.{2,60}))?$/u.test(
      text,
    )
  return odds + (opens && closes ? 2.5 : opens ? 1 : 0)
}
