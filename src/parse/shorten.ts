import { findProse } from './stretches.ts'

/** A text in which stretches of prose are replaced by markers of two characters that the text itself does not use. */
export interface Shortened {
  readonly text: string
  /** What each marker stands for. */
  readonly stretches: readonly string[]
  /** Offset in the shortened text after each marker, ascending. */
  readonly ends: readonly number[]
  /** For each marker, how much longer the text is up to there than the shortened one. */
  readonly missing: readonly number[]
}

/** Markers are a character of each half of the private use area: a pair of them numbers a stretch. */
const half = 0x800
const leading = 0xe000
const trailing = leading + half
const markers = /[\ue000-\ue7ff][\ue800-\uefff]/g

/**
 * Replaces the inside of each long stretch of prose by a marker, the same prose by the same one. No construct of
 * CommonMark, GFM or front matter begins or ends there. Undefined when there is nothing to replace, or when the text has
 * characters of the private use area.
 */
export function shorten(text: string): Shortened | undefined {
  if (/[\ue000-\uefff]/.test(text)) return undefined
  const numbers = new Map<string, number>()
  const ends: number[] = []
  const missing: number[] = []
  let shortened = ''
  let copied = 0
  findProse(text, (from, to) => {
    const stretch = text.slice(from, to)
    const number = numbers.get(stretch) ?? numbers.size
    if (number === half * half) return
    numbers.set(stretch, number)
    shortened += text.slice(copied, from) + String.fromCharCode(leading + (number >> 11), trailing + (number % half))
    copied = to
    ends.push(shortened.length)
    missing.push(to - shortened.length)
  })
  return copied === 0
    ? undefined
    : { text: shortened + text.slice(copied), stretches: [...numbers.keys()], ends, missing }
}

/** A value of the shortened text as it is in the text itself. */
export function restored(value: string, { stretches }: Shortened): string {
  return value.replace(markers, (marker) => {
    const number = (marker.charCodeAt(0) - leading) * half + marker.charCodeAt(1) - trailing
    return stretches[number] ?? marker
  })
}

/** How much further on a place of the shortened text is in the text itself. */
export function missingBefore(offset: number, { ends, missing }: Shortened): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return missing[low - 1] ?? 0
}
