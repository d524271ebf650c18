import { lastAtMost } from '../../partition-point.ts'
import { findRows } from './rows.ts'
import { findProse } from './stretches.ts'

/** A text in which stretches of prose are replaced by markers of two characters that the text itself does not use. */
export interface Shortened {
  readonly text: string
  /** What each marker stands for. */
  readonly stretches: readonly string[]
  /** Offset in the shortened text after each marker, ascending. */
  readonly ends: readonly number[]
  /** For each marker, how much longer the text is up to there than the shortened one, in characters and in lines. */
  readonly missing: readonly number[]
  readonly missingLines: readonly number[]
  /** For each marker that stands for several lines, where the last of them begins in the text; -1 for others. */
  readonly lastLines: readonly number[]
}

/** Markers are a character of each half of the private use area: a pair of them numbers a stretch. */
const half = 0x800
const leading = 0xe000
const trailing = leading + half
const markers = /[\ue000-\ue7ff][\ue800-\uefff]/g

/**
 * Replaces the inside of each long stretch of prose by a marker, and of rows of a table that have nothing else; the same
 * prose by the same one. No construct of CommonMark, GFM or front matter begins or ends there. Undefined when there is
 * nothing to replace, or when the text has characters of the private use area.
 */
export function shorten(text: string): Shortened | undefined {
  if (/[\ue000-\uefff]/.test(text)) return undefined
  const numbers = new Map<string, number>()
  const ends: number[] = []
  const missing: number[] = []
  const missingLines: number[] = []
  const lastLines: number[] = []
  let shortened = ''
  let copied = 0
  let lines = 0
  function leaveOut(from: number, to: number): void {
    const stretch = text.slice(from, to)
    const number = numbers.get(stretch) ?? numbers.size
    if (number === half * half) return
    numbers.set(stretch, number)
    shortened += text.slice(copied, from) + String.fromCharCode(leading + (number >> 11), trailing + (number % half))
    copied = to
    const lastLine = stretch.lastIndexOf('\n')
    if (lastLine >= 0) lines += stretch.split('\n').length - 1
    ends.push(shortened.length)
    missing.push(to - shortened.length)
    missingLines.push(lines)
    lastLines.push(lastLine < 0 ? -1 : from + lastLine + 1)
  }
  const rows = findRows(text)
  let next = 0
  findProse(text, (from, to) => {
    for (let run = rows[next]; run && run.from < from; run = rows[++next]) leaveOut(run.from + 1, run.to - 1)
    if (from >= copied) leaveOut(from, to)
  })
  for (const run of rows.slice(next)) leaveOut(run.from + 1, run.to - 1)
  return copied === 0
    ? undefined
    : { text: shortened + text.slice(copied), stretches: [...numbers.keys()], ends, missing, missingLines, lastLines }
}

/** A value of the shortened text as it is in the text itself. */
export function restored(value: string, { stretches }: Shortened): string {
  return value.replace(markers, (marker) => {
    const number = (marker.charCodeAt(0) - leading) * half + marker.charCodeAt(1) - trailing
    return stretches[number] ?? marker
  })
}

/** The rows of a table that a text stands for; undefined when it is anything else. */
export function rowsBehind(value: string, short: Shortened): string | undefined {
  if (value.length !== 2) return undefined
  const stretch = restored(value, short)
  return stretch.includes('\n') ? `|${stretch}|` : undefined
}

/** The last marker that ends at an offset of the shortened text or before; -1 when there is none. */
export function markerBefore(offset: number, { ends }: Shortened): number {
  return lastAtMost(ends, offset)
}
