import type { Text } from 'mdast'
import { escapesIn, type TextContext } from './escape.ts'
import { markShown, newLine, type Writer, write, writeKept } from './writer.ts'

/** Where a run stands, as far as its block knows; the writer knows the rest. */
export type RunContext = Omit<TextContext, 'lineStart' | 'before'> & {
  /** Whether nothing of its block stands before the run. */
  readonly first: boolean
  /** Whether white space at the end of the run is at the end of a line. */
  readonly lineEnd: boolean
}

/** One stretch of a run that is written in one way. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly as: 'text' | 'nothing' | 'line-end'
}

/**
 * Writes adjacent text leaves as one text, so that each character's escape is right for its neighbours in other
 * leaves. White space at both ends of a line is left out: markdown would drop it.
 */
export function writeRun(writer: Writer, leaves: readonly Text[], context: RunContext): void {
  const text = leaves.map((leaf) => leaf.value).join('')
  const { lineStart } = writer
  const atStart = lineStart || context.first
  const before = atStart ? '' : writer.last
  const escapes = escapesIn(text, { ...context, lineStart, before })
  let escape = 0
  let leaf = 0
  let leafStart = 0
  let source = sourceOf(writer, leaves[0])
  for (const piece of piecesOf(text, atStart, context.lineEnd)) {
    let at = piece.start
    while (at < piece.end) {
      let current = leaves[leaf]
      while (current && at >= leafStart + current.value.length) {
        leafStart += current.value.length
        current = leaves[++leaf]
        source = sourceOf(writer, current)
      }
      if (!current) return
      while ((escapes[escape] ?? Number.POSITIVE_INFINITY) < at) escape++
      const escaped = escapes[escape] === at && piece.as === 'text'
      const limit = escapes[escaped ? escape + 1 : escape] ?? Number.POSITIVE_INFINITY
      const end = Math.min(piece.end, leafStart + current.value.length, limit)
      const stretch = { start: at - leafStart, end: end - leafStart, as: piece.as }
      writeStretch(writer, { leaf: current, source }, stretch, escaped)
      at = end
    }
    if (piece.as === 'line-end') writeLineEnd(writer, context)
  }
}

function writeLineEnd(writer: Writer, { inCell, inHeading }: RunContext): void {
  if (inCell || inHeading) write(writer, ' ')
  else newLine(writer)
}

/** A leaf, and where it stands in the source when it is kept. */
interface PlacedLeaf {
  readonly leaf: Text
  readonly source: number | undefined
}

function writeStretch(writer: Writer, { leaf, source }: PlacedLeaf, { start, end, as }: Piece, escaped: boolean): void {
  if (as !== 'text') return
  const at = writer.length
  if (escaped) write(writer, '\\')
  if (source === undefined) write(writer, leaf.value.slice(start, end))
  else writeKept(writer, source + start, source + end)
  if (leaf.data?.edit) markShown(writer, leaf.data.edit, at)
}

/** Offset in the source of a kept leaf; nothing when the leaf's text is not the source's own. Takes time by its length. */
function sourceOf(writer: Writer, leaf: Text | undefined): number | undefined {
  const start = leaf?.position?.start.offset
  if (!leaf || leaf.data?.edit || start === undefined) return undefined
  return writer.source.startsWith(leaf.value, start) ? start : undefined
}

/** Cuts a run at its line ends and at the white space that is only layout. One pass, however much white space there is. */
function piecesOf(text: string, atStart: boolean, atEnd: boolean): Piece[] {
  let start = 0
  let end = text.length
  if (atStart) while (isBlank(text, start)) start++
  if (atEnd) while (end > start && isBlank(text, end - 1)) end--
  const pieces: Piece[] = [{ start: 0, end: start, as: 'nothing' }]
  const lineEnds = /[\r\n]/g
  lineEnds.lastIndex = start
  for (let match = lineEnds.exec(text); match && match.index < end; match = lineEnds.exec(text)) {
    let from = match.index
    while (from > start && isBlank(text, from - 1)) from--
    let to = match.index + 1
    while (isBlank(text, to)) to++
    pieces.push({ start, end: from, as: 'text' }, { start: from, end: to, as: 'line-end' })
    start = to
    lineEnds.lastIndex = to
  }
  pieces.push({ start, end, as: 'text' }, { start: end, end: text.length, as: 'nothing' })
  return pieces
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 9 || code === 10 || code === 13
}
