import type { AlignType, Table, TableCell, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { kept, positionAt } from '../../../captured/captured.ts'
import { jointOf } from '../../../captured/joint.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { record } from '../../../captured/record.ts'
import { findingFor, type SplitWords } from '../../evidence/split-words.ts'
import type { Cell, Piece, Rows } from './cell.ts'
import { cellText } from './cell.ts'
import { isFigure } from './kind.ts'
import type { Reading } from './sequence.ts'

const rule = 'normalize:tables-are-tables'

const headAgain = 'the head of the table, given again where it goes on on a new page'

/** What only rules a table: dashes, bars, crosses, and the characters that draw boxes. */
const ruling = /^[\s|+=_:~\-\u2013\u2014\u2500-\u257F]*$/

/** A table in place of the lines that it was read from; undefined when a part of them is in no cell and no ruling. */
export function tableOf(
  file: VFile,
  { rows, repeated = [] }: Reading,
  lines: readonly Line[],
  words: SplitWords,
): Table | undefined {
  const left = leftOver([...rows, ...repeated], lines)
  const text = String(file.value)
  if (left.some(([start, end]) => !ruling.test(text.slice(start, end)))) return undefined
  for (const [start, end] of left) record(file, { rule, start, end, after: '', evidence: 'a ruling of the table' })
  for (const { start, end } of repeated.flat(2)) record(file, { rule, start, end, after: '', evidence: headAgain })
  return {
    type: 'table',
    align: alignmentOf(rows),
    children: rows.map((row) => ({ type: 'tableRow', children: row.map((cell) => cellOf(file, cell, words)) })),
    position: spanOf(file, lines),
  }
}

/** The stretches of the lines that are in no cell, without white space at their ends. */
function leftOver(rows: Rows, lines: readonly Line[]): [number, number][] {
  const pieces = rows.flat(2).sort((one, other) => one.start - other.start)
  const left: [number, number][] = []
  let next = 0
  for (const line of [...lines].sort((one, other) => startOf(one) - startOf(other))) {
    let from = startOf(line)
    const add = (to: number) => {
      const part = line.value.slice(from - startOf(line), to - startOf(line))
      const start = from + part.length - part.trimStart().length
      if (part.trim() !== '') left.push([start, start + part.trim().length])
    }
    for (let piece = pieces[next]; piece && piece.start < endOf(line); piece = pieces[++next]) {
      add(piece.start)
      from = piece.end
    }
    add(endOf(line))
  }
  return left
}

/** Columns of figures are set to the right. */
function alignmentOf(rows: Rows): AlignType[] {
  return (rows[0] ?? []).map((_, column) => {
    const texts = rows
      .slice(1)
      .map((row) => cellText(row[column] ?? []))
      .filter(Boolean)
    return texts.length > 0 && texts.filter(isFigure).length >= 0.8 * texts.length ? 'right' : null
  })
}

/** From the first line to the last. */
function spanOf(file: VFile, lines: readonly Line[]): Position {
  const start = lines.reduce((least, line) => Math.min(least, startOf(line)), Number.POSITIVE_INFINITY)
  const end = lines.reduce((most, line) => Math.max(most, endOf(line)), 0)
  return positionAt(file, Math.min(start, end), end)
}

function cellOf(file: VFile, cell: Cell, words: SplitWords): TableCell {
  const children: Text[] = []
  cell.forEach((piece, at) => {
    const next = cell[at + 1]
    const finding = next && findingFor(piece.text, next.text, words)
    const drop = finding && !finding.keep ? 1 : 0
    children.push(kept(file, piece.start, piece.end - drop))
    if (next) children.push(joint(file, piece, next, { drop, finding }))
  })
  const places = cell.flatMap(({ start, end }) => [start, end])
  if (places.length === 0) return { type: 'tableCell', children }
  return { type: 'tableCell', children, position: positionAt(file, Math.min(...places), Math.max(...places)) }
}

/** What stands for the line end between two pieces of a cell. */
function joint(
  file: VFile,
  piece: Piece,
  next: Piece,
  { drop, finding }: { drop: number; finding: ReturnType<typeof findingFor> },
): Text {
  const request = finding
    ? ({ rule: 'normalize:split-words-are-joined', ...finding } as const)
    : ({ rule: 'normalize:lines-are-joined', evidence: 'the cell goes on in the next line', confidence: 0.9 } as const)
  const { rule, evidence, confidence } = request
  const after = finding || /[\u2013\u2014/]$/.test(piece.text) ? '' : ' '
  return jointOf(file, { end: piece.end, next: next.start, drop }, { rule, evidence, confidence, after })
}
