import type { AlignType, Table, TableRow } from 'mdast'
import { writePhrasing } from '../phrasing.ts'
import { newLine, type Writer, write } from '../writer.ts'

/** `| cell | cell |`, the first row as head; cells are not padded, so that one changed cell changes one line. */
export function handleTable(writer: Writer, node: Table): void {
  const columns = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  node.children.forEach((row, at) => {
    if (at > 0) newLine(writer)
    writeRow(writer, row, columns)
    if (at > 0) return
    newLine(writer)
    write(writer, `|${Array.from({ length: columns }, (_, column) => ` ${rule(node.align?.[column])} |`).join('')}`)
  })
}

function writeRow(writer: Writer, row: TableRow, columns: number): void {
  write(writer, '|')
  for (let at = 0; at < columns; at++) {
    const cell = row.children[at]
    write(writer, ' ')
    if (cell) writePhrasing(writer, cell.children, { inCell: true })
    write(writer, ' |')
  }
}

function rule(align: AlignType | undefined): string {
  if (align === 'center') return ':-:'
  if (align === 'right') return '--:'
  return align === 'left' ? ':--' : '---'
}
