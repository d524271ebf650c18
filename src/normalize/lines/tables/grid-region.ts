import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { endsBeforeWideSpace } from '../../evidence/sentence-ends.ts'
import { ruleLine } from './grid.ts'
import { gridColumns } from './grid-columns.ts'
import { isFigure, kindOf } from './kind.ts'
import { lineAt, type Region } from './region.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** Longest table, in lines. */
const longest = 400
/** Most blank lines between two lines of a table. */
const mostBlank = 4
/** Most lines in a row that have no gap. */
const mostWithout = 6
/** Share of a table's width beyond which a line without a gap is text. */
const textWidth = 0.7
/** Least width of a table that is taken for sure while only a few of its lines are known, in columns of characters. */
const fewestWide = 70
/** Fewest rows with gaps, under a caption and without one. */
const fewestRows = { captioned: 2, alone: 3 }
/** Most words of a cell, on average, without a caption. */
const mostWords = 6

/** Lines that begin and end with bars or crosses: three at least. */
export function ruledRegion(nodes: readonly RootContent[], at: number, captioned: boolean): Region | undefined {
  const lines = linesWhile(nodes, at, ({ value }) =>
    /^[|+\u2502\u251C\u250C\u2514\u2551\u2554\u255A\u2560].*[|+\u2502\u2524\u2510\u2518\u2551\u2557\u255D\u2563]$/.test(
      value,
    ),
  )
  const texts = lines.filter(({ value }) => !ruleLine.test(value))
  return lines.length < 3 || texts.length < 2
    ? undefined
    : { kind: 'bars', captioned, from: at, to: at + lines.length, lines }
}

/** Lines with tabs: three at least. */
export function tabbedRegion(nodes: readonly RootContent[], at: number, captioned: boolean): Region | undefined {
  const lines = linesWhile(nodes, at, ({ value }) => value.includes('\t'))
  return lines.length < 3 ? undefined : { kind: 'tabs', captioned, from: at, to: at + lines.length, lines }
}

function linesWhile(nodes: readonly RootContent[], at: number, test: (line: Line) => boolean): Line[] {
  const lines: Line[] = []
  for (let next = at; lines.length < longest; next++) {
    const line = lineAt(nodes, next)
    if (!line || !test(line)) break
    lines.push(line)
  }
  return lines
}

/** A region that is being read. */
interface Growing {
  readonly lines: Line[]
  /** Lines without a gap, which belong to it when another with one follows. */
  pending: Line[]
  rows: number
  /** Most blank lines between two of them. */
  blanks: number
  from: number
  to: number
}

/** Lines whose cells stand under each other, with what goes on in some of their columns. */
export function gridRegion(
  _file: VFile | undefined,
  nodes: readonly RootContent[],
  at: number,
  captioned: boolean,
): Region | undefined {
  const first = lineAt(nodes, at)
  if (!first || (!hasGap(first) && !(captioned && opensGrid(nodes, at)))) return undefined
  const growing: Growing = { lines: [], pending: [], rows: 0, blanks: 0, from: Number.POSITIVE_INFINITY, to: 0 }
  let to = at
  for (let next = at; next < nodes.length && growing.lines.length < longest; next++) {
    if (nodes[next]?.type === 'footnoteDefinition') continue
    const line = lineAt(nodes, next)
    const last = growing.pending.at(-1) ?? growing.lines.at(-1)
    if (!line || (last && !standsNear(line, last, growing))) break
    if (hasGap(line) || isTightRow(line, growing)) add(growing, line)
    else if (isFragment(line, lineAt(nodes, next + 1), growing)) growing.pending.push(line)
    else break
    if (growing.pending.length > mostWithout) break
    if (growing.pending.length === 0) to = next + 1
  }
  const tail = goingOn(growing)
  const lines = [...growing.lines, ...tail]
  if (!isTable(growing, lines, captioned)) return undefined
  const end = tail.length > 0 ? nodes.indexOf(tail.at(-1) as RootContent, to) + 1 : to
  return { kind: 'grid', captioned, from: at, to: end, lines }
}

function add(growing: Growing, line: Line): void {
  const indent = line.data?.indent ?? 0
  for (const one of growing.lines.length > 0 ? [...growing.pending, line] : []) {
    growing.blanks = Math.max(growing.blanks, one.data?.blankBefore ?? 0)
  }
  growing.lines.push(...growing.pending, line)
  growing.pending = []
  if (!ruleLine.test(line.value)) growing.rows++
  growing.from = Math.min(growing.from, indent)
  growing.to = Math.max(growing.to, indent + line.value.length)
}

/** Whether one of the next lines has gaps, and those before it stand to the right, as the upper half of a head does. */
function opensGrid(nodes: readonly RootContent[], at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    const line = lineAt(nodes, next)
    if (!line) return false
    if (hasGap(line)) return true
    if (!ruleLine.test(line.value) && (line.data?.indent ?? 0) < 4 && line.value.length > 30) return false
  }
  return false
}

/** Whether a line has a gap between cells: not the wide space behind a full stop, a list's marker, or a row of dots. */
export function hasGap({ value, data }: Line): boolean {
  if (!/\s\s|\t/.test(value)) return ruleLine.test(value)
  if (/\.{4}|(?:\s\.){3}/.test(value)) return false
  if (ruleLine.test(value)) return true
  const gaps = [...value.matchAll(/(\S{0,2})(\s{2,}|\t)/g)].filter(
    ([, mark = '', white = '']) => white.length > 2 || white === '\t' || !endsBeforeWideSpace(mark),
  )
  return gaps.length > (data?.marker ? 1 : 0)
}

/** Whether a line can follow on the last line of a table: near it, or where the table goes on, on a new page. */
function standsNear(line: Line, last: Line, growing: Growing): boolean {
  if (isCaption(line.value) || annexLabel(line.value) !== undefined) return false
  if (line.data?.page === last.data?.page && line.data?.column === last.data?.column) {
    return (line.data?.blankBefore ?? 0) <= Math.min(mostBlank, Math.max(2, growing.blanks + 1))
  }
  if (!hasGap(line) || growing.pending.length > 0) return false
  const segments = segmentsOf(line)
  const above = growing.lines.at(-1)
  const before = above ? segmentsOf(above) : []
  const isAlike =
    before.length === segments.length &&
    before.every(({ text }, at) => kindOf(text) === kindOf(segments[at]?.text ?? ''))
  const starts = new Set(growing.lines.flatMap((one) => segmentsOf(one).map(({ from }) => from)))
  return isAlike || segments.filter(({ from }) => starts.has(from)).length >= 0.5 * segments.length
}

/** Whether a line can be a row whose cells are so full that single spaces are left between them: it ends as others do. */
function isTightRow(line: Line, { lines, pending }: Growing): boolean {
  const before = lines.at(-1)
  if (!before || pending.length > 0 || (line.data?.blankBefore ?? 0) > 0 || line.data?.marker) return false
  return endsInFigure(line.value) && lines.some(({ value }) => endsInFigure(value))
}

function endsInFigure(value: string): boolean {
  const words = value.slice(-40).split(/\s+/)
  return isFigure(words.at(-1) ?? '') || isFigure(words.slice(-2).join(' '))
}

/** Whether a line without a gap can be a part of a table: a cell that goes on, or a row with nothing but its label. */
function isFragment(line: Line, next: Line | undefined, { from, to, lines }: Growing): boolean {
  if (line.data?.marker) return false
  const goesOn = next !== undefined && (next.data?.blankBefore ?? 0) === 0 && next.data?.page === line.data?.page
  if (endingOf(line.value) === 'sentence' && line.value.length > 30 && !goesOn) return false
  if ((line.data?.blankBefore ?? 0) > 0 && headingNumbers(line.value).length > 0) return false
  const indent = line.data?.indent ?? 0
  if (indent > from + 4 && indent + line.value.length <= to + 2) return true
  return lines.length === 0 || line.value.length <= textWidth * Math.max(to - from, fewestWide)
}

/** The lines behind the last one with a gap that go on in it: in small letters, or away from the left edge. */
function goingOn({ lines, pending, from }: Growing): Line[] {
  const tail: Line[] = []
  const last = lines.at(-1)
  for (const line of pending) {
    if ((line.data?.blankBefore ?? 0) > 0 || line.data?.page !== last?.data?.page) break
    const isIn = (line.data?.indent ?? 0) > from + 4
    if (!isIn && !/^\p{Ll}/u.test(line.value)) break
    tail.push(line)
  }
  return tail
}

/** Whether the lines have columns; without a caption they must leave no doubt. */
function isTable({ rows }: Growing, lines: readonly Line[], captioned: boolean): boolean {
  if (rows < (captioned ? fewestRows.captioned : fewestRows.alone) || lines.length < 3) return false
  const segments = lines.filter(({ value }) => !ruleLine.test(value)).map(segmentsOf)
  const columns = gridColumns(segments)
  if (columns.length < 2 || captioned) return columns.length >= 2
  const cells = segments.flat()
  const words = cells.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) / cells.length
  if (words > mostWords) return false
  if (columns.length > 2) return segments.filter(({ length }) => length > 2).length >= 0.4 * segments.length
  const hasFigures = columns.some(({ figures }) => figures)
  return rows >= (hasFigures ? 4 : 5) && (hasFigures || words <= 4) && !isContents(segments)
}

/** Whether the second of two columns holds page numbers: they grow from line to line. */
function isContents(lines: readonly (readonly Segment[])[]): boolean {
  const numbers = lines.flatMap((line) => (isFigure(line.at(-1)?.text ?? '') ? [Number(line.at(-1)?.text)] : []))
  return numbers.length > 2 && numbers.every((value, at) => Number.isInteger(value) && value >= (numbers[at - 1] ?? 0))
}
