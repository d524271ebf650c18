import type { TableCell, TableRow } from 'mdast'
import type { Point } from 'unist'

/** Rows of a table, from the first one's first bar to the last one's last. */
export interface Rows {
  readonly from: number
  readonly to: number
}

/** The head of a table after an empty line, with its delimiters, and the rows after them that have nothing but prose. */
const table =
  /(?<=^|\n\n)(\|[^\n\r\\]*\|)\n(\|(?: *:?-+:? *\|)+)\n((?:\|(?:[a-zA-Z0-9 ,.;()%"'?!+=#$/\u0080-\uffff-]*\|)+(?:\n|$)){2,})/g

/**
 * Finds rows of tables that are the same to the parser, and that it takes half a millisecond each to read. What begins
 * such a table is nothing else in markdown, unless it stands in code, HTML or front matter, which end with none of it.
 */
export function findRows(text: string): Rows[] {
  const found: Rows[] = []
  for (const { 0: all, 1: head = '', 2: delimiters = '', 3: rows = '', index } of text.matchAll(table)) {
    if (!fits(head, delimiters) || /www/i.test(rows)) continue
    const to = index + all.length
    found.push({ from: to - rows.length, to: rows.endsWith('\n') ? to - 1 : to })
  }
  return found
}

/** Whether there is a delimiter to each cell of a head: else there is no table. */
function fits(head: string, delimiters: string): boolean {
  const cells = head.slice(1, -1).split('|')
  return cells.length === delimiters.split('|').length - 2 && cells.every((cell) => cell.trim() !== '')
}

/** The rows that stand in a text from a point at the beginning of a line. */
export function rowsFrom(text: string, start: Point): TableRow[] {
  let offset = start.offset ?? 0
  return text.split('\n').map((row, at) => {
    const children = cellsOf(row, { line: start.line + at, column: 1, offset })
    const position = { start: pointIn(start.line + at, 0, offset), end: pointIn(start.line + at, row.length, offset) }
    offset += row.length + 1
    return { type: 'tableRow', children, position }
  })
}

/** A cell goes from its bar up to the next one, and the last cell has both. */
function cellsOf(row: string, { line, offset = 0 }: Point): TableCell[] {
  const cells: TableCell[] = []
  for (let from = 0, to = row.indexOf('|', 1); to >= 0; from = to, to = row.indexOf('|', from + 1)) {
    const [, before = '', value = ''] = /^( *)(.*?) *$/.exec(row.slice(from + 1, to)) ?? []
    const first = from + 1 + before.length
    const place = (start: number, end: number) => ({
      start: pointIn(line, start, offset),
      end: pointIn(line, end, offset),
    })
    cells.push({
      type: 'tableCell',
      children: value === '' ? [] : [{ type: 'text', value, position: place(first, first + value.length) }],
      position: place(from, to === row.length - 1 ? row.length : to),
    })
  }
  return cells
}

function pointIn(line: number, at: number, lineStart: number): Point {
  return { line, column: at + 1, offset: lineStart + at }
}
