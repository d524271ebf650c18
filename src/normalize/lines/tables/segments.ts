import type { Line } from '../../../captured/line.ts'
import { type Piece, pieceOf } from './cell.ts'

/** Text of a line between two gaps, and where it stands on the page, in columns of characters from the left edge. */
export interface Segment extends Piece {
  readonly from: number
  /** One past its last column. */
  readonly to: number
}

/** Two or more columns of white space, or a tab: what can only stand between cells. */
const gap = /[^\S\t]*\t\s*|\s{2,}/g

/** The segments of a line; a tab leads to the next multiple of 8. */
export function segmentsOf(line: Line): Segment[] {
  const segments: Segment[] = []
  const indent = line.data?.indent ?? 0
  const columnAt = line.value.includes('\t') ? columnsOf(line.value, indent) : (index: number) => indent + index
  let start = 0
  const add = (to: number) => {
    const piece = pieceOf(line, start, to)
    if (piece) segments.push({ ...piece, from: columnAt(start), to: columnAt(to) })
  }
  for (const { index, 0: white } of line.value.matchAll(gap)) {
    add(index)
    start = index + white.length
  }
  add(line.value.length)
  return segments
}

function columnsOf(value: string, indent: number): (index: number) => number {
  const columns: number[] = []
  let column = indent
  for (let at = 0; at <= value.length; at++) {
    columns.push(column)
    column = value.charAt(at) === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1
  }
  return (index) => columns[index] ?? column
}

/** A part of a segment that has no tab in it. */
export function partOf(segment: Segment, from: number, to = segment.text.length): Segment {
  const part = segment.text.slice(from, to)
  const text = part.trim()
  const lead = from + part.length - part.trimStart().length
  const start = segment.start + lead
  const column = segment.from + lead
  return { text, start, end: start + text.length, from: column, to: column + text.length }
}
