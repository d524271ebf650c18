import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { linesOf } from '../../../captured/lines.ts'
import { report } from '../../../diagnostics/report.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { type NoteLines, type Page, readNoteLines } from '../../notes/captured-notes.ts'
import { arrange } from './arrange.ts'
import { chunksOf, type PageFacts } from './chunks.ts'
import { columnPages, fullLength, longestPage } from './column-pages.ts'
import { lineWidths, noteLinesOf } from './feet.ts'
import { type FootStarts, footStarts } from './foot-starts.ts'
import { notesBelow } from './notes-below.ts'

/**
 * Puts the blocks of pages with columns into the order in which they are read. The notes at the foot of the left column
 * go behind the page's body, so that the body goes on in the right column; blocks that the capture gives by turns from
 * both columns go where their sentences and numbers go on. Pages that read well as they stand are left alone.
 */
export function blockOrder() {
  return (tree: Root, file: VFile): void => {
    const text = readNoteLines(linesOf(tree))
    const pages = columnPages(text)
    if (pages.length === 0) return
    const starts = startsOn(text, pages)
    const notes = notesByPage(text, pages, starts)
    const bodies = pages.map(({ from, to }, at) => bodyOf(text.lines.slice(from, to), notes[at] ?? []))
    const full = fullLength(text.lines)
    const { vocabulary, language } = evidenceOf(file)
    const reading = { vocabulary, language, full }
    const facts: PageFacts = {
      full,
      callsOn: callsOn(text, starts),
      notesBelow: notesBelow(text, notes.flat(), starts),
    }
    const moved: Line[][] = []
    let before: Line | undefined
    const ordered = bodies.map((body, at) => {
      const after = bodies.slice(at + 1).find(({ length }) => length > 0)?.[0]
      const isKnown = body.some(({ data }) => data?.column !== undefined)
      const around = { before, after, isFull: after !== undefined }
      const columns = isKnown ? undefined : arrange(chunksOf(body, facts), around, reading)
      if (columns) moved.push(body)
      const lines = columns ? inColumns(columns.map((chunks) => chunks.flatMap(({ lines }) => lines))) : body
      before = lines.at(-1) ?? before
      return [...lines, ...(notes[at] ?? [])]
    })
    putInto(tree, ordered.flat())
    reportMoved(file, moved)
  }
}

function reportMoved(file: VFile, pages: readonly (readonly Line[])[]): void {
  const place = pages[0]?.[0]?.position
  const count = pages.length === 1 ? 'a page' : `${pages.length} pages`
  if (place) report(file, 'normalize:blocks-are-in-order', `Blocks of columns stood by turns on ${count}`, { place })
}

function startsOn(text: NoteLines, pages: readonly Page[]): FootStarts {
  const pageOf = pages.flatMap(({ from, to }, page) => Array.from({ length: to - from }, () => page))
  return footStarts(text, (line) => pageOf[line] ?? 0)
}

/** The lines of notes on each page, in the order of their numbers. */
function notesByPage(text: NoteLines, pages: readonly Page[], found: FootStarts): Line[][] {
  if (found.starts.size === 0) return []
  const widths = lineWidths(text, found.starts)
  let before: number | undefined
  return pages.map((page) => {
    if (page.to - page.from > longestPage) return []
    const lines = noteLinesOf(page, { ...found, text, widths, before })
    before = lines.at(-1) ?? before
    return byNumber(text, lines, found.starts)
  })
}

/** The lines with each note in the place of its number; what goes on without a label stays behind the note before it. */
function byNumber(text: NoteLines, lines: readonly number[], starts: ReadonlySet<number>): Line[] {
  let value = 0
  const placed = lines.map((at) => {
    const line = text.lines[at] as Line
    if (starts.has(at)) value = Number(text.labels[at]?.label ?? value)
    if (line.data) line.data.foot = starts.has(at) ? 'start' : 'rest'
    return { line, value }
  })
  return placed.sort((one, other) => one.value - other.value).map(({ line }) => line)
}

function bodyOf(page: readonly Line[], notes: readonly Line[]): Line[] {
  const gone = new Set(notes)
  return page.filter((line) => !gone.has(line))
}

function callsOn({ lines }: NoteLines, { called }: FootStarts): (line: Line) => readonly number[] {
  const numbers = new Map([...called].map(([at, values]) => [lines[at], values]))
  return (line) => numbers.get(line) ?? []
}

/** Tells later rules in which column each line stands. */
function inColumns(columns: readonly (readonly Line[])[]): Line[] {
  return columns.flatMap((lines, at) =>
    lines.map((line) => {
      if (line.data) line.data.column = at + 1
      return line
    }),
  )
}

/** Puts the lines in their new order into the places that lines have among the root's children. */
function putInto(tree: Root, lines: readonly Line[]): void {
  let at = 0
  tree.children = tree.children.map((node) => (node.type === 'line' ? (lines[at++] ?? node) : node))
}
