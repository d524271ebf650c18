import type { Text } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { lastAtMost } from '../partition-point.ts'
import type { Edit } from './edit.ts'
import { type EditRequest, record } from './record.ts'

/*
 * The law of captured text. Between `parse` and `markdown`, every text leaf of a plain-text part is one of two things:
 *
 *   kept      value === source.slice(start, end), where start and end are the offsets of its position;
 *   replaced  data.edit is the edit that put it there, value is what a reader sees, position is what it replaced.
 *
 * So the source can be read off the tree, and a rule that changes text says so by construction.
 */

declare module 'mdast' {
  interface TextData {
    /** The edit that put this text here; absent when the text is the source's own. */
    edit?: Edit
  }
}

declare module 'vfile' {
  interface DataMap {
    /** Offset of the first character of each line, ascending. */
    lineStarts: number[]
  }
}

/** A text leaf that stands for `source.slice(start, end)` as it is. */
export function kept(file: VFile, start: number, end: number): Text {
  return { type: 'text', value: String(file.value).slice(start, end), position: positionAt(file, start, end) }
}

/** Records an edit and returns the text leaf that shows its result; `shown` differs from `after` only where markup is written. */
export function replaced(file: VFile, request: EditRequest, shown: string = request.after): Text {
  const edit = record(file, request)
  return { type: 'text', value: shown, position: positionAt(file, request.start, request.end), data: { edit } }
}

/** Position in the source of the code units `start` up to `end`. */
export function positionAt(file: VFile, start: number, end: number): Position {
  return { start: pointAt(file, start), end: pointAt(file, end) }
}

/** Line and column (both from 1) of an offset, by binary search in the file's table of lines. */
export function pointAt(file: VFile, offset: number): Point {
  const starts = lineStartsOf(file)
  const line = lastAtMost(starts, offset)
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
}

function lineStartsOf(file: VFile): number[] {
  if (file.data.lineStarts) return file.data.lineStarts
  const text = String(file.value)
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  file.data.lineStarts = starts
  return starts
}
