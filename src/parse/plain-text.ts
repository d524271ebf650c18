import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../captured/line.ts'
import type { Part } from '../captured/part.ts'
import type { Source } from '../captured/source.ts'

/**
 * Makes a root of lines of a plain text. Pages end at form feeds, lines at LF, CR LF or CR. Blank lines are not
 * nodes: the next line counts them. White space at both ends of a line is layout, so a line's value is without it.
 */
export function parsePlainText(source: Source, file: VFile): Part {
  const tree: Root = { type: 'root', children: readLines(String(file.value)) }
  return { source, file, tree, metadata: source.metadata, edits: [] }
}

/** Where the reader of lines stands. */
interface Reader {
  readonly lines: Line[]
  page: number
  /** Number of the line in the file, from 1. Form feeds separate pages and do not count. */
  row: number
  /** Offset of the first character of the row. */
  rowStart: number
  blankBefore: number
}

const formFeed = 12
const lineFeed = 10
const carriageReturn = 13

function readLines(text: string): Line[] {
  const reader: Reader = { lines: [], page: 1, row: 1, rowStart: 0, blankBefore: 0 }
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed
    if (code > carriageReturn || (code !== lineFeed && code !== carriageReturn && code !== formFeed)) continue
    endOfLine(reader, text.slice(from, at), from, code === formFeed)
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++
    from = at + 1
    if (code === formFeed) {
      reader.page++
      reader.blankBefore = 0
    } else {
      reader.row++
      reader.rowStart = from
    }
  }
  return reader.lines
}

function endOfLine(reader: Reader, raw: string, from: number, beforeFormFeed: boolean): void {
  const value = raw.trim()
  if (value === '') {
    if (!beforeFormFeed) reader.blankBefore++
    return
  }
  const lead = raw.length - raw.trimStart().length
  const start = from + lead
  const { row: line, rowStart, page, blankBefore } = reader
  reader.lines.push({
    type: 'line',
    value,
    position: {
      start: { line, column: start - rowStart + 1, offset: start },
      end: { line, column: start - rowStart + 1 + value.length, offset: start + value.length },
    },
    data: { page, blankBefore, indent: columns(raw, lead) },
  })
  reader.blankBefore = 0
}

/** Width of the first `count` characters, where a tab leads to the next multiple of 8. */
function columns(raw: string, count: number): number {
  let width = 0
  for (let at = 0; at < count; at++) width += raw.charCodeAt(at) === 9 ? 8 - (width % 8) : 1
  return width
}
