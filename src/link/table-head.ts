import type { Table } from 'mdast'

/** How the head of a table is to be read. */
export interface TableHead {
  /** How many rows it has. */
  readonly rows: number
  /** How many columns each cell of its first row stands over; 0 for a cell that another one covers. */
  readonly spans: readonly number[]
}

/**
 * Reads a head of two rows off the cells' texts: labels that stand over several columns, and under them one for each
 * column, before rows of figures. What a table's source lost is where each label begins and ends: it is found from
 * labels that come again ("2019, 2020, 2019, 2020"), else each label goes on to the next one.
 */
export function tableHead(rows: readonly (readonly string[])[], isFigure: (cell: string) => boolean): TableHead {
  const [first = [], second = [], ...body] = rows
  const plain = { rows: 1, spans: first.map(() => 1) }
  if (body.length === 0 || !first.slice(1).includes('')) return plain
  const isNumber = (cell: string) => cell === '' || /^[-–—.…]+$/.test(cell) || isFigure(cell)
  const columns = first.map((_, at) => body.map((row) => row[at] ?? ''))
  const stub = columns.findIndex((cells) => cells.every(isNumber))
  if (stub < 0) return plain
  const isHead = columns.slice(stub).every((cells, index) => {
    const label = second[stub + index] ?? ''
    return cells.every(isNumber) && cells.some(isFigure) && isLabel(label, cells, isFigure)
  })
  const labels = first.flatMap((cell, at) => (at >= stub && cell !== '' ? [at] : []))
  if (!isHead || labels.length === 0 || labels.length === first.length - stub) return plain
  return { rows: 2, spans: spansOf(first.length, stub, labels, second) ?? plain.spans }
}

/** Whether a cell says what is under it: words, or a year over what are no years. */
function isLabel(label: string, cells: readonly string[], isFigure: (cell: string) => boolean): boolean {
  if (label === '') return false
  return !isFigure(label) || (isYear(label) && !cells.every(isYear))
}

function isYear(cell: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(cell)
}

function spansOf(
  width: number,
  stub: number,
  labels: readonly number[],
  below: readonly string[],
): number[] | undefined {
  const size = (width - stub) / labels.length
  const isEven = labels.every((at, index) => Math.floor((at - stub) / size) === index)
  const comesAgain = labels.length > 1 && below.slice(stub + size).every((cell, at) => cell === below[stub + at])
  const starts =
    Number.isInteger(size) && isEven && (comesAgain || labels[0] !== stub)
      ? labels.map((_, index) => stub + index * size)
      : labels
  if (starts[0] !== stub) return undefined
  return Array.from({ length: width }, (_, at) => {
    if (at < stub) return 1
    const index = starts.indexOf(at)
    return index < 0 ? 0 : (starts[index + 1] ?? width) - at
  })
}

/** How many rows the head has, and what its first row's cells stand over. */
export function headOf(node: Table, width: number): TableHead {
  const [first] = node.children
  const spans = Array.from({ length: width }, () => 1)
  const isPlain = first?.children.every((cell, at) => at === 0 || cell.children.length > 0)
  if (!first || isPlain) return { rows: first ? 1 : 0, spans }
  const texts = node.children.map((row) => spans.map((_, at) => cellText(row.children[at]?.children ?? [])))
  return tableHead(texts, isFigure)
}

/** Whether a column of a table has nothing but figures below the head, whatever the source says of its alignment. */
export function isColumnOfFigures({ children }: Table, column: number, heads: number): boolean {
  const cells = children.slice(heads).map((row) => cellText(row.children[column]?.children ?? []))
  const filled = cells.filter((cell) => cell !== '' && cell !== '–' && cell !== '-')
  return filled.length > 0 && filled.every(isFigure)
}

/** A number, perhaps with a sign, a currency or a unit. */
export function isFigure(cell: string): boolean {
  return /^[-+−±~≈<>]?\s?[$€£₽₼₺]?\s?\d[\d\s.,'’\u00a0\u202f]*(?:\s?(?:%|‰|°C?|km²?|m²?|ha|kg|t|[$€£₽₼₺]))?$/u.test(
    cell,
  )
}

/** The text of a table's cell, without note calls. */
export function cellText(
  nodes: readonly { readonly type: string; readonly value?: string; readonly children?: readonly unknown[] }[],
): string {
  return nodes
    .map((node): string => {
      if (node.type === 'footnoteReference') return ''
      return node.value ?? cellText((node.children ?? []) as Parameters<typeof cellText>[0])
    })
    .join('')
    .trim()
}
