import type { Edit } from '../captured/edit.ts'
import type { ShownSpan } from '../captured/markdown.ts'

/**
 * Markdown while it is being written. It knows at each moment how long it is, so every piece of the source is mapped
 * as it goes out and nothing has to be searched for afterwards.
 */
export interface Writer {
  readonly source: string
  readonly chunks: string[]
  readonly kept: { start: number; end: number; at: number }[]
  readonly shown: ShownSpan[]
  length: number
  /** What every further line of the open containers begins with. */
  prefix: string
  /** Whether only containers' marks stand on the current line so far. */
  lineStart: boolean
  /** Last character written, '' at the very beginning. */
  last: string
}

/** A writer for a source text, with nothing written. */
export function createWriter(source: string): Writer {
  return { source, chunks: [], kept: [], shown: [], length: 0, prefix: '', lineStart: true, last: '' }
}

/** Writes markup or any other text that is not the source's own. */
export function write(writer: Writer, text: string): void {
  if (text === '') return
  writer.chunks.push(text)
  writer.length += text.length
  writer.last = text.charAt(text.length - 1)
  writer.lineStart = false
}

/** Writes a marker of a container: what follows still begins a line. */
export function writeMarker(writer: Writer, text: string): void {
  write(writer, text)
  writer.lineStart = true
}

/** Writes `source.slice(start, end)` as it is. */
export function writeKept(writer: Writer, start: number, end: number): void {
  if (end <= start) return
  const { kept, length: at } = writer
  const last = kept.at(-1)
  if (last && last.end === start && last.at + (last.end - last.start) === at) last.end = end
  else kept.push({ start, end, at })
  write(writer, writer.source.slice(start, end))
}

/** Notes that what was written since `at` is the result of an edit. */
export function markShown(writer: Writer, edit: Edit, at: number): void {
  const last = writer.shown.at(-1)
  if (last && last.edit === edit && last.end === at)
    writer.shown[writer.shown.length - 1] = { ...last, end: writer.length }
  else if (writer.length > at) writer.shown.push({ edit, at, end: writer.length })
}

/** Begins the next line of the same block. */
export function newLine(writer: Writer): void {
  write(writer, `\n${writer.prefix}`)
  writer.lineStart = true
}

/** Leaves a blank line and begins the next block. */
export function blankLine(writer: Writer): void {
  write(writer, `\n${writer.prefix.trimEnd()}\n${writer.prefix}`)
  writer.lineStart = true
}

/** Writes something whose further lines begin with `more` inside the open containers. */
export function nested(writer: Writer, more: string, inside: () => void): void {
  const { prefix } = writer
  writer.prefix = prefix + more
  inside()
  writer.prefix = prefix
}
