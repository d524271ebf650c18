import type { RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { reachOf, type Wrapping } from '../../evidence/wrapping.ts'
import { isFigure } from './kind.ts'
import { lineAt, type Region } from './region.ts'

/** Share of the least reach below which a line is short enough to be a cell or a row. */
const cellReach = 0.85

/** Longest table, in lines; what is longer is not one table's cells. */
const longest = 400

/** Index of the first line behind a caption, which may run over two lines; past the end when it is a sentence of text. */
export function behindCaption(nodes: readonly RootContent[], at: number): number {
  const next = lineAt(nodes, at + 1)
  const caption = lineAt(nodes, at)?.value ?? ''
  const goesOn = next !== undefined && /^\p{Ll}/u.test(next.value) && (next.data?.blankBefore ?? 0) === 0
  const whole = goesOn ? `${caption} ${next.value}` : caption
  if (endingOf(whole) === 'sentence' && whole.length > 60) return nodes.length
  return goesOn ? at + 2 : at + 1
}

/** The short lines under a caption, up to the heading or paragraph behind the table; at least three. */
export function cellsUnder(nodes: readonly RootContent[], from: number, wrapping: Wrapping): Region | undefined {
  const lines: Line[] = []
  let at = from
  for (; at < nodes.length && lines.length < longest; at++) {
    const line = lineAt(nodes, at)
    if (!line || !isCell(line, lineAt(nodes, at + 1), wrapping, lines)) break
    lines.push(line)
  }
  const last = lines.at(-1)
  if (last && lineAt(nodes, at) && isHeadingBehind(last, lines)) lines.pop()
  if (lines.length < 3) return undefined
  return { kind: 'sequence', captioned: true, from, to: from + lines.length, lines }
}

function isCell(line: Line, next: Line | undefined, wrapping: Wrapping, before: readonly Line[]): boolean {
  const { value } = line
  if (line.data?.marker || isCaption(value) || annexLabel(value) !== undefined) return false
  if (headingNumbers(value).some(({ path, scheme }) => path.length > 1 || !scheme.startsWith('#'))) return false
  if (before.length > 2 && (line.data?.blankBefore ?? 0) > 0 && headingNumbers(value).length > 0) return false
  if (endingOf(value) === 'sentence' && value.length > 30) return false
  return isShort(line, next, wrapping) || !goesOnInText(line, next)
}

/** Whether a full line goes on in the next one in small letters, as running text does. */
function goesOnInText(line: Line, next: Line | undefined): boolean {
  return /^\p{Ll}/u.test(next?.value ?? '') || (next !== undefined && next.value.length > 0.9 * line.value.length)
}

function isShort(line: Line, next: Line | undefined, wrapping: Wrapping): boolean {
  if (!wrapping.hardWrapped) return line.value.length < 120
  return !next || reachOf(line, next, wrapping) < cellReach * wrapping.leastReach
}

/** Whether the last short line is the heading of what follows: it stands off from the cells and holds no figure. */
function isHeadingBehind(last: Line, lines: readonly Line[]): boolean {
  if (/\d/.test(last.value) || /^\p{Ll}/u.test(last.value)) return false
  const before = lines.at(-2)
  return (last.data?.blankBefore ?? 0) > 0 || (before !== undefined && isFigure(before.value))
}
