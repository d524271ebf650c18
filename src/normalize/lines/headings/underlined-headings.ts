import type { Heading, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, headingOf, startOf } from '../../../captured/lines.ts'
import { record } from '../../../captured/record.ts'
import { gapsIn } from '../../evidence/gaps.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { rulingOf } from '../../evidence/rulings.ts'

const rule = 'normalize:underlined-line-is-a-heading'

/** Lines of an underlined heading at most, and its longest line in characters. */
const mostLines = 3
const longest = 100

/** A heading with the rulings below it and, sometimes, above it. */
interface Underlined {
  /** Index of its first line among the root's children. */
  readonly from: number
  readonly lines: readonly Line[]
  readonly rulings: readonly Line[]
  /** The sign that it is underlined with. */
  readonly sign: string
}

/**
 * Makes headings of lines that plain text underlines with a row of "=", "-", "~" or the like, as long as they are. The
 * sign that comes first marks the highest level; it is the title's when it comes once, at the top. Rulings of tables and
 * between passages are left alone: they stand apart, or the line above them has gaps or ends a sentence.
 */
export function underlinedHeadings() {
  return (tree: Root, file: VFile): void => {
    const found = tree.children.flatMap((_, at) => underlinedAt(tree.children, at) ?? [])
    const sure = found.filter(({ rulings }) => rulings.every((ruling) => isSure(file, proposalFor(ruling))))
    if (sure.length === 0) return
    const depths = depthsOf(sure)
    const gone = new Set<RootContent>()
    const headings = new Map<RootContent, Heading>()
    for (const { lines, rulings, sign } of sure) {
      for (const ruling of rulings) record(file, proposalFor(ruling))
      for (const node of [...lines, ...rulings]) gone.add(node)
      if (lines[0]) headings.set(lines[0], headingOf(file, lines, depths.get(sign) ?? 2))
    }
    tree.children = tree.children.flatMap((node) => headings.get(node) ?? (gone.has(node) ? [] : [node]))
  }
}

function proposalFor(ruling: Line) {
  const evidence = 'a row of one sign, as long as the line above it, underlines a heading'
  return { rule, start: startOf(ruling), end: endOf(ruling), after: '', evidence, confidence: 0.95 } as const
}

function underlinedAt(nodes: readonly RootContent[], at: number): Underlined | undefined {
  const ruling = lineAt(nodes, at)
  const sign = ruling && rulingOf(ruling.value)
  if (!ruling || !sign || /[\s•·]/.test(ruling.value) || ruling.data?.blankBefore !== 0) return undefined
  let from = at
  while (from > 0 && at - from < mostLines && touches(nodes, from)) {
    from--
    if ((lineAt(nodes, from)?.data?.blankBefore ?? 1) > 0) break
  }
  const above = nodes.slice(from, at).filter((node) => node.type === 'line')
  const over = above[0] && rulingOf(above[0].value) === sign ? above[0] : undefined
  const lines = over ? above.slice(1) : above
  const isWhole = over !== undefined || from === 0 || (lines[0]?.data?.blankBefore ?? 0) > 0
  if (!isWhole || !isHeading(lines, ruling, lineAt(nodes, at + 1))) return undefined
  return { from, lines, rulings: over ? [over, ruling] : [ruling], sign }
}

function lineAt(nodes: readonly RootContent[], at: number): Line | undefined {
  const node = nodes[at]
  return node?.type === 'line' ? node : undefined
}

/** Whether the line before the one at an index stands right above it. */
function touches(nodes: readonly RootContent[], at: number): boolean {
  const [before, line] = [lineAt(nodes, at - 1), lineAt(nodes, at)]
  return before !== undefined && line?.data?.blankBefore === 0 && before.data?.page === line.data.page
}

function isHeading(lines: readonly Line[], ruling: Line, below: Line | undefined): boolean {
  const last = lines.at(-1)
  if (!last || !below || lines.some(({ value }) => gapsIn(value) > 0 || value.length > longest || rulingOf(value)))
    return false
  if (!/\p{L}/u.test(last.value) || (endingOf(last.value) !== 'open' && !/[?!:]$/.test(last.value))) return false
  const width = Math.max(...lines.map(({ value }) => value.length))
  return Math.abs(ruling.value.length - width) <= Math.max(2, 0.15 * width) || ruling.value.length === last.value.length
}

/** Levels in the order in which the signs appear. */
function depthsOf(found: readonly Underlined[]): Map<string, Heading['depth']> {
  const signs = [...new Set(found.map(({ sign }) => sign))]
  const isTitle = found[0]?.from === 0 && found.filter(({ sign }) => sign === signs[0]).length === 1
  return new Map(signs.map((sign, at) => [sign, Math.min(6, at + (isTitle ? 1 : 2)) as Heading['depth']]))
}
