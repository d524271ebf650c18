import type { RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { isFigure } from './kind.ts'
import { lineAt, type Region } from './region.ts'

/** Fewest rows, and fewest figures in each, that show a table without a caption. */
const fewestRows = 3
const fewestFigures = 2
/** Most words in front of the figures of a row. */
const mostWords = 8
/** Most lines of the head. */
const mostInHead = 2
/** Longest table, in lines. */
const longest = 400

/**
 * Rows with single spaces between their cells, as PDF readers and browsers give them: lines that follow each other and
 * end with equally many figures. The short lines right above them, from `free` on, are their head.
 */
export function figureRows(nodes: readonly RootContent[], at: number, free: number): Region | undefined {
  const count = figuresAtEnd(lineAt(nodes, at)?.value ?? '')
  if (count < fewestFigures) return undefined
  const lines: Line[] = []
  for (let next = at; next < nodes.length && lines.length < longest; next++) {
    const line = lineAt(nodes, next)
    if (!line || figuresAtEnd(line.value) !== count) break
    lines.push(line)
  }
  if (lines.length < fewestRows) return undefined
  let from = at
  for (let above = at - 1; above >= Math.max(free, at - mostInHead); above--) {
    const line = lineAt(nodes, above)
    const below = lineAt(nodes, above + 1)
    if (!line || !below || !isHead(line, below, count)) break
    lines.unshift(line)
    from = above
  }
  return { kind: 'rows', captioned: false, from, to: from + lines.length, lines }
}

function isHead(line: Line, below: Line, count: number): boolean {
  if ((below.data?.blankBefore ?? 0) > 0 || line.data?.marker || isCaption(line.value)) return false
  if (endingOf(line.value) !== 'open') return false
  const words = line.value.split(/\s+/).length
  return words >= count && words <= 4 * count + 4
}

/** How many figures a line ends with, if few words stand in front of them; 0 if any does not fit. */
function figuresAtEnd(value: string): number {
  if (value.length > 160 || !/\d[^\p{L}]*$/u.test(value)) return 0
  const words = value.split(/\s+/)
  let count = 0
  while (count < words.length && isFigure(words[words.length - 1 - count] ?? '')) count++
  return words.length - count > mostWords || (words.length === count && count < 3) ? 0 : count
}

/** Most lines in front of the first figure, and most lines of the whole, among which a table is looked for. */
const mostBefore = 40
const mostLines = 200
/** Fewest lines, fewest figures among them, and their least share. */
const fewestLines = 8
const fewestAlone = 5
const leastShare = 0.4
/** Longest cell on a line of its own, in UTF-16 code units. */
const longestCell = 60

/**
 * Cells on lines of their own without a caption, around a line that is a figure: short lines that are no sentences, many
 * of them figures. Which of them are the table is not yet known.
 */
export function figureCells(nodes: readonly RootContent[], at: number, free: number): Region | undefined {
  if (!isFigure(lineAt(nodes, at)?.value ?? '')) return undefined
  let from = at
  while (from > free && at - from < mostBefore && isCellLike(lineAt(nodes, from - 1))) from--
  const lines: Line[] = []
  for (let next = from; next < nodes.length && lines.length < mostLines; next++) {
    const line = lineAt(nodes, next)
    if (!line || !isCellLike(line)) break
    lines.push(line)
  }
  const figures = lines.filter(({ value }) => isFigure(value)).length
  if (lines.length < fewestLines || figures < fewestAlone || figures < leastShare * lines.length) return undefined
  return { kind: 'sequence', captioned: false, from, to: from + lines.length, lines }
}

function isCellLike(line: Line | undefined): boolean {
  if (!line || line.value.length > longestCell || line.data?.marker || isCaption(line.value)) return false
  return isFigure(line.value) || endingOf(line.value) === 'open'
}
