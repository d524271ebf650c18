import type { AlignType, Root, RootContent, Table, TableCell, Text } from 'mdast'
import type { VFile } from 'vfile'
import { kept, positionAt, replaced } from '../../../captured/captured.ts'
import type { Line } from '../../../captured/line.ts'
import { capturedStretch, endOf, headingOf, startOf } from '../../../captured/lines.ts'
import { record } from '../../../captured/record.ts'
import { type FigureEntry, type FigureField, readFigures } from '../../../language/words/figure-entries.ts'
import { type ColumnWords, columnWords, unitOf } from '../../../language/words/figures.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { endsWithMark } from '../../evidence/sentence-ends.ts'

const rule = 'normalize:figures-are-a-table'
const evidence = 'entries of the same form in a row: a name, a colon, and the same kinds of values'

/**
 * Makes a table of figures that a fact box gives in running text ("NAME: date, territory N km2; NAME: ..."). The line
 * above becomes the table's heading when it reads as a title. It leaves alone fewer than three entries, entries whose
 * values differ in kind, and any sentence.
 */
export function figureTable() {
  return (tree: Root, file: VFile): void => {
    const result: RootContent[] = []
    const nodes = tree.children
    for (let at = 0; at < nodes.length; at++) {
      const block = blockAt(nodes, at)
      const last = block.at(-1)
      const first = block[0]
      const entries =
        first && last ? readFigures(String(file.value), startOf(first), endOf(last), languageOf(file)) : []
      if (entries.length === 0 || !first || !last) {
        result.push(nodes[at] as RootContent)
        continue
      }
      const above = result.at(-1)
      if (above?.type === 'line' && isTitle(above, result.at(-2), first)) {
        result.pop()
        result.push(headingOf(file, [above], 2))
      }
      result.push(tableOf(file, entries, startOf(first), endOf(last)))
      at += block.length - 1
    }
    tree.children = result
  }
}

function languageOf(file: VFile): string {
  return evidenceOf(file).language
}

/** The lines from `at` on that no blank line divides, if the first has the form of an entry. */
function blockAt(nodes: readonly RootContent[], at: number): Line[] {
  const first = nodes[at]
  if (first?.type !== 'line' || !/^[^:]{1,60}: /.test(first.value) || !/\d/.test(first.value)) return []
  const block: Line[] = [first]
  while (block.length < 200) {
    const next = nodes[at + block.length]
    if (next?.type !== 'line' || (next.data?.blankBefore ?? 0) > 0) break
    block.push(next)
  }
  return block
}

function isTitle(line: Line, before: RootContent | undefined, first: Line): boolean {
  if (line.value.split(/\s+/).length > 10 || endsWithMark(line.value)) return false
  const opens = before === undefined || (line.data?.blankBefore ?? 0) > 0 || before.type !== 'line'
  return opens && (first.data?.blankBefore ?? 0) <= 1
}

function tableOf(file: VFile, entries: readonly FigureEntry[], start: number, end: number): Table {
  const fields = entries[0]?.fields ?? []
  const head = headOf(fields, columnWords(languageOf(file)))
  const headCells = head.map((word) => cell([inserted(file, start, word)]))
  const rows = entries.map(({ name, fields }) => [
    cell(capturedStretch(file, name.start, name.end, evidence)),
    ...fields.map((field) => cell(fieldLeaves(file, field))),
  ])
  removeBetween(file, rows.flat(), start, end)
  const align: AlignType[] = [null, ...fields.map((field) => (field.kind === 'quantity' ? 'right' : null))]
  return {
    type: 'table',
    align,
    children: [headCells, ...rows].map((children) => ({ type: 'tableRow', children })),
    position: positionAt(file, start, end),
    data: { figureTable: true },
  }
}

function cell(children: Text[]): TableCell {
  return { type: 'tableCell', children }
}

function inserted(file: VFile, at: number, after: string): Text {
  return replaced(file, { rule, start: at, end: at, after, evidence: `${evidence}; head of a column` })
}

/**
 * The words at the head of the columns. Where the unit says what is measured, the word before the number can only
 * name what it is measured of ("territory 12 km2"): it heads the column of names.
 */
function headOf(fields: readonly FigureField[], words: ColumnWords): string[] {
  let name = words.name
  const heads = fields.map((field) => {
    if (field.kind === 'date') return words.date
    const unit = unitOf(field.unit)
    const label = capitalized(field.label)
    const dimension = unit.dimension && words[unit.dimension]
    if (!dimension) return [label, unit.shown && (label ? `(${unit.shown})` : unit.shown)].filter(Boolean).join(' ')
    if (label && label !== dimension) name = label
    return `${dimension} (${unit.shown})`
  })
  return [name, ...heads]
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** Leaves of a value; English and German print the names of months with a capital letter. */
function fieldLeaves(file: VFile, { kind, start, end }: FigureField): Text[] {
  const first = String(file.value).slice(start, start + 1)
  const capital = first.toUpperCase()
  const isMonth = kind === 'date' && first !== capital && /^(?:en|de)/.test(languageOf(file))
  if (!isMonth) return [kept(file, start, end)]
  const month = { rule, start, end: start + 1, after: capital, evidence: 'name of a month' } as const
  return [replaced(file, month), kept(file, start + 1, end)]
}

/** Records the words and marks between the values as taken out: the table's cells stand for them. */
function removeBetween(file: VFile, cells: readonly TableCell[], start: number, end: number): void {
  let from = start
  for (const leaf of cells.flatMap(({ children }) => children)) {
    if (startOf(leaf) > from) record(file, { rule, start: from, end: startOf(leaf), after: '', evidence })
    from = endOf(leaf)
  }
  if (end > from) record(file, { rule, start: from, end, after: '', evidence })
}
