import { word } from './page.ts'

/** Tables of the sources can be sorted by a column, and taken along as CSV and JSON. */
export function equipTables(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('.part .table')) {
    const table = frame.querySelector('table')
    if (!table?.tBodies[0]) continue
    for (const cell of namesOf(table)) makeSortable(table, cell)
    frame.after(downloads(table, frame.id))
  }
}

/** The cells that name a column each: the last row of the head. */
function namesOf({ tHead }: HTMLTableElement): HTMLCollectionOf<HTMLTableCellElement> | never[] {
  return tHead?.rows[tHead.rows.length - 1]?.cells ?? []
}

function makeSortable(table: HTMLTableElement, cell: HTMLTableCellElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sort'
  button.title = word('sortBy').replace('{column}', cell.textContent ?? '')
  button.append(...cell.childNodes)
  cell.append(button)
  button.addEventListener('click', () => sort(table, cell))
}

function sort(table: HTMLTableElement, cell: HTMLTableCellElement): void {
  const body = table.tBodies[0]
  if (!body) return
  const falling = cell.ariaSort === 'ascending'
  for (const other of namesOf(table)) other.removeAttribute('aria-sort')
  cell.ariaSort = falling ? 'descending' : 'ascending'
  const column = cell.cellIndex
  const rows = [...body.rows].map((row) => ({ row, key: row.cells[column]?.textContent?.trim() ?? '' }))
  const compare = rows.every(({ key }) => key === '' || !Number.isNaN(numberOf(key))) ? byNumber : byText(table)
  rows.sort((left, right) => (falling ? compare(right.key, left.key) : compare(left.key, right.key)))
  body.append(...rows.map(({ row }) => row))
}

/** A number as sources write them: spaces and commas between thousands, a point or a comma before decimals. */
function numberOf(text: string): number {
  const bare = text.replace(/[\s%\u2212]/g, (mark) => (mark === '\u2212' ? '-' : ''))
  return Number(/,\d{3}(?!\d)/.test(bare) ? bare.replace(/,/g, '') : bare.replace(',', '.'))
}

function byNumber(left: string, right: string): number {
  return (numberOf(left) || 0) - (numberOf(right) || 0)
}

function byText(table: HTMLTableElement) {
  const language = table.closest<HTMLElement>('[lang]')?.lang
  return new Intl.Collator(language, { numeric: true }).compare
}

function downloads(table: HTMLTableElement, name: string): HTMLElement {
  const line = document.createElement('p')
  line.className = 'downloads'
  const texts = () => [...table.rows].map((row) => [...row.cells].flatMap(textOfEach))
  const heads = table.tHead?.rows.length ?? 0
  line.append(
    download(word('csv'), `${name}.csv`, 'text/csv', () => `\ufeff${toCsv(texts())}`),
    ' ',
    download(word('json'), `${name}.json`, 'application/json', () => toJson(texts(), heads)),
  )
  return line
}

/** A cell's text once for each column that it stands over. */
function textOfEach({ colSpan, textContent }: HTMLTableCellElement): string[] {
  return new Array(colSpan).fill(textContent?.trim() ?? '')
}

function download(label: string, name: string, type: string, make: () => string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([make()], { type }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  })
  return button
}

/** RFC 4180. */
function toCsv(rows: readonly string[][]): string {
  const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}

/** One object a row, by the names of the columns, in all rows of the head; a column without a name has its number, from 1. */
function toJson(rows: readonly string[][], heads: number): string {
  const above = rows.slice(0, heads)
  const names = (rows[0] ?? []).map((_, at) => above.flatMap((row) => row[at] || []).join(' ') || String(at + 1))
  const records = rows
    .slice(heads)
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
  return `${JSON.stringify(records, null, 2)}\n`
}
