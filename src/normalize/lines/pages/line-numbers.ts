import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, lineAt, linesOf, removeLines, startOf } from '../../../captured/lines.ts'
import { type EditRequest, record } from '../../../captured/record.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'

const rule = 'normalize:line-numbers-are-removed'

/** Fewest numbers in the margin, and share of the lines that must have one, or of every fifth of them. */
const fewest = 20
const leastShare = 0.6
/** From one number to the next: each line is counted, or each fifth is numbered. */
const steps = [1, 5]

/**
 * Removes the numbers that stand in the margin for the lines, as in court papers, bills and drafts: in front of the
 * lines, where a reader keeps the layout, or on lines of their own. They count the lines of the whole text or of each
 * page; numbered notes, lists and paragraphs have several lines to a number.
 */
export function lineNumbers() {
  return (tree: Root, file: VFile): void => {
    const lines = linesOf(tree)
    const withText = lines.filter(({ value }) => /\p{L}{2}/u.test(value)).length
    for (const step of steps) {
      const numbered = countedBy(step, lines, apart)
      if (numbered.length < fewest / step || numbered.length * step < leastShare * withText) continue
      remove(tree, file, numbered)
      return
    }
    const numbered = countedBy(1, lines, close)
    if (numbered.length < fewest || numbered.length < leastCloseShare * withText) return
    if (wrapsAmong(numbered) >= leastWraps * numbered.length) remove(tree, file, numbered)
  }
}

/** Numbers that stand apart from the text, and those with a single space behind them, as readers without layout write. */
const apart = /^(\d{1,4})(?:\s{2,}(?=\S)|$)/
const close = /^(\d{1,4})(?:\s+(?=\S)|$)/
/** Share of the lines that must have a number close to the text. In transcripts hyphens that were lost hide some. */
const leastCloseShare = 0.75
/** Most numbers in a row that a lost hyphen hides, its line being joined to the one before. */
const mostHidden = 2
/** Share of the numbers that stand within a sentence: numbered entries, which begin anew each, have none. */
const leastWraps = 0.1

/** How often a sentence goes on over a number. */
function wrapsAmong(numbered: readonly Numbered[]): number {
  return numbered.filter(({ line, length }, at) => {
    const before = numbered[at - 1]?.line.value ?? '.'
    return endingOf(before) === 'open' && beginningOf(line.value.slice(length)) === 'lower'
  }).length
}

/** A line that begins with a number, or is one. */
interface Numbered {
  readonly line: Line
  readonly number: number
  /** Length of the number and the white space behind it. */
  readonly length: number
}

/** The lines whose numbers go on in steps; on a new page they can begin again. */
function countedBy(step: number, lines: readonly Line[], pattern: RegExp): Numbered[] {
  const found: Numbered[] = []
  let last: Numbered | undefined
  for (const line of lines) {
    const next = numberedLine(line, pattern)
    if (!next) continue
    const ahead = next.number - (last?.number ?? 0) - step
    const goesOn = ahead === 0 || (pattern === close && ahead > 0 && ahead <= mostHidden)
    const begins = next.number === step && (last === undefined || last.line.data?.page !== line.data?.page)
    // The first line of a page can be a title without a number in the margin.
    const begunLate = last === undefined && next.number <= 3 * step
    if (!goesOn && !begins && !begunLate) continue
    found.push(next)
    last = next
  }
  return found
}

function numberedLine(line: Line, pattern: RegExp): Numbered | undefined {
  const match = pattern.exec(line.value)
  return match ? { line, number: Number(match[1]), length: match[0].length } : undefined
}

function remove(tree: Root, file: VFile, numbered: readonly Numbered[]): void {
  const evidence = 'the numbers in the margin count the lines'
  const isAlone = ({ line, length }: Numbered) => length === line.value.length
  const alone = numbered.filter(isAlone).map(({ line }) => line)
  removeLines(tree, file, alone, { rule, evidence, confidence: 0.95 })
  const leading = new Map(numbered.filter((entry) => !isAlone(entry)).map((entry) => [entry.line, entry]))
  const columns = [...leading.values()].map(({ line, length }) => (line.data?.indent ?? 0) + length)
  const margin = columns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY)
  tree.children = tree.children.map((node) => {
    if (node.type !== 'line' || leading.size === 0) return node
    const entry = leading.get(node)
    if (!entry) return moved(node, margin, 0)
    const start = startOf(node)
    const edit: EditRequest = { rule, start, end: start + entry.length, after: '', evidence, confidence: 0.95 }
    if (!isSure(file, edit)) return node
    record(file, edit)
    return moved(lineAt(file, node, start + entry.length, endOf(node)), margin, entry.length)
  })
}

/** The line with its indentation counted from where the text begins beside the numbers. */
function moved(line: Line, margin: number, cut: number): Line {
  if (line.data) line.data.indent = Math.max(0, line.data.indent + cut - margin)
  return line
}
