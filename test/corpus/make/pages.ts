import type { Block, Captured, Text } from './text.ts'
import { type Measure, plain, wrap } from './wrap.ts'

/** How a text is set on pages. */
export interface PageStyle extends Measure {
  /** Lines of text and notes on a page. */
  readonly length: number
  /** The running head; none when empty. */
  readonly head: string
  /** Where the notes stand. */
  readonly notes: 'feet' | 'end'
  /** Whether a page number stands at the foot, and a form feed between pages. */
  readonly numbers: boolean
  readonly feeds: boolean
  /** Blank lines between the lines of a paragraph. */
  readonly spacing?: number
}

/** Stands behind a call while lines are broken. */
const callMark = '\uE000'
const callNumbers = new RegExp(`(\\d+)${callMark}`, 'g')

/** Lines that stay together, and the notes that they call. */
interface Stretch {
  readonly lines: readonly string[]
  readonly calls: readonly number[]
}

/** Sets a text on pages and copies it line by line, as a reader of PDF files does. */
export function onPages(text: Text, style: PageStyle): Captured {
  const pages = paginated(stretchesOf(text, style), text, style)
  const input = pages.map((page, at) => pageOf(page, at + 1, text, style)).join(style.feeds ? '\f' : '\n')
  return { input, boilerplate: style.head === '' ? [] : [style.head] }
}

/** The lines of a block as they are set. */
export function linesOf(block: Block, measure: Measure): string[] {
  switch (block.kind) {
    case 'heading':
      return wrap(block.text, { ...measure, divides: false })
    case 'paragraph':
      return wrap(callsSet(block.text), measure)
    case 'lines':
      return block.lines.map(plain)
    case 'items':
      return block.items.flatMap((item, at) =>
        wrap(`${block.marks === 'bullets' ? '•' : `${at + 1}.`} ${item}`, measure),
      )
    case 'quotation':
      return block.paragraphs.flatMap((part, at) => [
        ...(at > 0 ? ['>'] : []),
        ...wrap(part, measure).map((line) => `> ${line}`),
      ])
    case 'table':
      return [plain(block.caption), '', ...rowsOf(block.rows)]
  }
}

/** A note call loses its height when it is copied: a number remains. */
export function callsSet(text: string): string {
  return text.replace(/\[\^(\d+)\]/g, '$1')
}

/** A table set with spaces: the first column to the left, figures to the right. */
function rowsOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 4)))
      .join('')
      .trimEnd(),
  )
}

function stretchesOf({ blocks, notes }: Text, style: PageStyle): Stretch[] {
  const body = blocks.flatMap((block) => stretchesOfBlock(block, style))
  if (style.notes === 'feet' || notes.length === 0) return body
  const list = notes.map((note, at) => ({ lines: [...wrap(`${at + 1}. ${note}`, style), ''], calls: [] }))
  return [...body, { lines: ['Notes', ''], calls: [] }, ...list]
}

/** The lines of a paragraph may stand on two pages, each with the notes that it calls. */
function stretchesOfBlock(block: Block, style: PageStyle): Stretch[] {
  if (block.kind !== 'paragraph') return [{ lines: [...linesOf(block, style), ''], calls: [] }]
  const own = wrap(block.text.replace(/\[\^(\d+)\]/g, `$1${callMark}`), style)
  const stretches = own.map((line) => ({
    lines: [line.replaceAll(callMark, '')],
    calls: [...line.matchAll(callNumbers)].map(([, label]) => Number(label)),
  }))
  return [...stretches, { lines: [''], calls: [] }]
}

function paginated(stretches: readonly Stretch[], { notes }: Text, style: PageStyle): Stretch[][] {
  const pages: Stretch[][] = [[]]
  let room = style.length
  for (const stretch of stretches) {
    const feet = style.notes === 'feet' ? stretch.calls.flatMap((call) => noteLines(notes, call, style)) : []
    const height = stretch.lines.length + feet.length
    if (height > room && pages.at(-1)?.length) {
      pages.push([])
      room = style.length
    }
    pages.at(-1)?.push(stretch)
    room -= height
  }
  return pages
}

function noteLines(notes: readonly string[], call: number, style: PageStyle): string[] {
  return wrap(`${call} ${notes[call - 1] ?? ''}`, style)
}

function pageOf(stretches: readonly Stretch[], number: number, { notes }: Text, style: PageStyle): string {
  const spaced = (line: string) => [line, ...(line === '' ? [] : Array<string>(style.spacing ?? 0).fill(''))]
  const body = stretches.flatMap((stretch) => stretch.lines).flatMap(spaced)
  while (body.at(-1) === '') body.pop()
  const calls = style.notes === 'feet' ? stretches.flatMap((stretch) => stretch.calls) : []
  const feet = calls.flatMap((call) => noteLines(notes, call, style))
  const head = style.head === '' ? [] : [style.head, '']
  const foot = style.numbers ? ['', String(number)] : []
  return `${[...head, ...body, ...(feet.length > 0 ? ['', ...feet] : []), ...foot].join('\n')}\n`
}
