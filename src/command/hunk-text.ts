import type { createColors } from 'picocolors'
import type { Hunk, Segment } from './hunks.ts'

/** How hunks are printed. */
export interface Look {
  readonly paint: ReturnType<typeof createColors>
  /** Width of the terminal in characters. */
  readonly width: number
  /** Whether source and result stand side by side. */
  readonly columns: boolean
}

/** A stretch of text of one tone. */
interface Piece {
  readonly text: string
  readonly edited: boolean
}

type Tone = (text: string) => string

/** A hunk as text: where it is, source and result, and under them rule and evidence of each edit. */
export function formatHunk(path: string, { line, segments }: Hunk, look: Look): string {
  const { paint, columns } = look
  const head = paint.bold(`${path}:${line}`)
  const body = columns ? sideBySide(segments, look) : oneUnderTheOther(segments, look)
  const reasons = segments.flatMap(({ edit }) => {
    if (!edit) return []
    const sure = edit.confidence < 1 ? ` (${Math.round(100 * edit.confidence)} %)` : ''
    const who = edit.editor === undefined ? '' : `, ${edit.editor}`
    return `  ${paint.cyan(edit.rule)}${who}: ${edit.evidence}${sure}`
  })
  return `${[head, ...body, ...new Set(reasons)].join('\n')}\n\n`
}

function oneUnderTheOther(segments: readonly Segment[], { paint, width }: Look): string[] {
  const before = wrap(piecesOf(segments, 'before'), width - 4).map(
    (line) => `  ${paint.red('-')} ${tinted(line, paint.red)}`,
  )
  const after = wrap(piecesOf(segments, 'after'), width - 4).map(
    (line) => `  ${paint.green('+')} ${tinted(line, paint.green)}`,
  )
  return [...before, ...after]
}

function sideBySide(segments: readonly Segment[], { paint, width }: Look): string[] {
  const room = Math.floor((width - 7) / 2)
  const left = wrap(piecesOf(segments, 'before'), room)
  const right = wrap(piecesOf(segments, 'after'), room)
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const cells = [left[row] ?? [], right[row] ?? []] as const
    const padding = ' '.repeat(room - lengthOf(cells[0]))
    return `  ${tinted(cells[0], paint.red)}${padding} ${paint.dim('|')} ${tinted(cells[1], paint.green)}`.trimEnd()
  })
}

/** One side of a hunk, with line ends and other control characters made visible. */
function piecesOf(segments: readonly Segment[], side: 'before' | 'after'): Piece[] {
  return segments.map((segment) => ({ text: visible(segment[side]), edited: segment.edit !== undefined }))
}

/** Control characters from a source must never reach a terminal: they could do anything there. */
function visible(text: string): string {
  return text
    .replace(/\r\n|\n|\r/g, '⏎')
    .replace(/\f/g, '␌')
    .replace(/\t/g, '→')
    .replace(/[\p{Cc}\p{Cf}]/gu, '�')
}

/** Breaks pieces into lines of at most `width` characters, between words where there are any. */
function wrap(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  let used = 0
  for (const { text, edited } of pieces) {
    for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
      for (const chunk of chunksOf(word, width)) {
        if (used > 0 && used + chunk.trimEnd().length > width) {
          lines.push(line)
          line = []
          used = 0
        }
        line.push({ text: chunk, edited })
        used += chunk.length
      }
    }
  }
  return line.length > 0 ? [...lines, line] : lines
}

function chunksOf(word: string, width: number): string[] {
  if (word.length <= width) return [word]
  const characters = [...word]
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, n) =>
    characters.slice(n * width, (n + 1) * width).join(''),
  )
}

function tinted(pieces: readonly Piece[], tone: Tone): string {
  return pieces.map(({ text, edited }) => (edited ? tone(text) : text)).join('')
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}
