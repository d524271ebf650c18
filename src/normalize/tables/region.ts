import type { RootContent } from 'mdast'
import type { Line } from '../../mdast/line.ts'
import { annexLabel, headingNumbers } from '../evidence/numbering.ts'
import { endingOf } from '../evidence/punctuation.ts'
import { reachOf, type Wrapping } from '../evidence/wrapping.ts'
import { isCaption } from '../words/captions.ts'

/** The lines of one table, without its caption. */
export interface Region {
  /** Index of the first line among the root's children. */
  readonly from: number
  readonly lines: readonly Line[]
}

/** Two or more columns of white space, or a tab: what can only stand between cells. */
export const gap = /\t|\s{2,}/
const gaps = /\t|\s{2,}/g

/** Share of the least reach below which a line is short enough to be a cell or a row. */
const cellReach = 0.85

/** Longest table, in lines; what is longer is not one table's cells. */
const longest = 400

/** The regions of the root that look like tables: rows with tabs or several gaps, and short lines under a caption. */
export function regionsOf(nodes: readonly RootContent[], wrapping: Wrapping): Region[] {
  const regions: Region[] = []
  for (let at = 0; at < nodes.length; at++) {
    const line = lineOf(nodes[at])
    if (!line) continue
    const lines = isCaption(line.value) ? cellsUnder(nodes, behindCaption(nodes, at), wrapping) : rowsFrom(nodes, at)
    if (lines.length < 3) continue
    const from = nodes.indexOf(lines[0] as RootContent, at)
    regions.push({ from, lines })
    at = from + lines.length - 1
  }
  return regions
}

/** Index of the first line behind a caption, which may run over two lines; past the end when it is a sentence of text. */
function behindCaption(nodes: readonly RootContent[], at: number): number {
  const next = lineOf(nodes[at + 1])
  const caption = lineOf(nodes[at])?.value ?? ''
  const goesOn = next !== undefined && /^\p{Ll}/u.test(next.value) && (next.data?.blankBefore ?? 0) === 0
  const whole = goesOn ? `${caption} ${next.value}` : caption
  if (endingOf(whole) === 'sentence' && whole.length > 60) return nodes.length
  return goesOn ? at + 2 : at + 1
}

function lineOf(node: RootContent | undefined): Line | undefined {
  return node?.type === 'line' ? node : undefined
}

/** Rows that show themselves: at least three lines in a row with as many tabs, or with two gaps or more. */
function rowsFrom(nodes: readonly RootContent[], at: number): Line[] {
  const first = lineOf(nodes[at])
  const count = first ? (first.value.match(gaps) ?? []).length : 0
  if (!first || count === 0 || (count < 2 && !first.value.includes('\t'))) return []
  const lines: Line[] = []
  for (let next = at; next < nodes.length && lines.length < longest; next++) {
    const line = lineOf(nodes[next])
    if (!line || (line.value.match(gaps) ?? []).length !== count || line.data?.page !== first.data?.page) break
    lines.push(line)
  }
  return lines
}

/** The short lines under a caption, up to the heading or paragraph behind the table. */
function cellsUnder(nodes: readonly RootContent[], from: number, wrapping: Wrapping): Line[] {
  const lines: Line[] = []
  let at = from
  for (; at < nodes.length && lines.length < longest; at++) {
    const line = lineOf(nodes[at])
    if (!line || !isCell(line, nodes[at + 1], wrapping, lines)) break
    if (lines[0]?.value.includes('\t') && !line.value.includes('\t')) break
    lines.push(line)
  }
  const last = lines.at(-1)
  if (last && lineOf(nodes[at]) && isHeadingBehind(last, lines)) lines.pop()
  return lines
}

function isCell(line: Line, next: RootContent | undefined, wrapping: Wrapping, before: readonly Line[]): boolean {
  const { value } = line
  if (gap.test(value)) return true
  if (line.data?.marker || isCaption(value) || annexLabel(value) !== undefined) return false
  if (headingNumbers(value).some(({ path, scheme }) => path.length > 1 || !scheme.startsWith('#'))) return false
  if (before.length > 2 && (line.data?.blankBefore ?? 0) > 0 && headingNumbers(value).length > 0) return false
  if (endingOf(value) === 'sentence' && value.length > 30) return false
  return isShort(line, next, wrapping) || !goesOnInText(line, next)
}

/** Whether a full line goes on in the next one in small letters, as running text does. */
function goesOnInText(line: Line, next: RootContent | undefined): boolean {
  const after = lineOf(next)
  return /^\p{Ll}/u.test(after?.value ?? '') || (after !== undefined && after.value.length > 0.9 * line.value.length)
}

function isShort(line: Line, next: RootContent | undefined, wrapping: Wrapping): boolean {
  if (!wrapping.hardWrapped) return line.value.length < 120
  const after = lineOf(next)
  return !after || reachOf(line, after, wrapping) < cellReach * wrapping.leastReach
}

/** Whether the last short line is the heading of what follows: it stands off from the cells and holds no figure. */
function isHeadingBehind(last: Line, lines: readonly Line[]): boolean {
  if (gap.test(last.value) || /\d/.test(last.value) || /^\p{Ll}/u.test(last.value)) return false
  const before = lines.at(-2)
  return (last.data?.blankBefore ?? 0) > 0 || (before !== undefined && isFigure(before.value))
}

/** Whether a cell holds a figure: digits make up a good part of it. */
export function isFigure(text: string): boolean {
  return /\d/.test(text) && text.replace(/[^\p{L}]/gu, '').length <= 12
}
