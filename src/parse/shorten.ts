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

/** A stretch shorter than this is not worth a marker. */
const shortest = 12

/** Markers are a character of each half of the private use area: a pair of them numbers a stretch. */
const half = 0x800
const leading = 0xe000
const trailing = leading + half
const markers = /[\ue000-\ue7ff][\ue800-\uefff]/g

/** The beginnings of addresses, which GFM finds in running text. */
const address = /https?|www/i

/**
 * Replaces the inside of each long stretch of words by a marker. No construct of CommonMark, GFM or front matter
 * begins or ends there, because the words at both ends stay, with the white space beside them; and the same words get
 * the same marker. What stands between brackets stays, too: there it can be a label. Undefined when there is nothing to
 * replace, or when the text has characters of the private use area.
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
    if (number === half * half || address.test(stretch)) return
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

/** Finds the stretches of prose that can be left out: each from its first character up to the one after its last. */
function findProse(text: string, found: (from: number, to: number) => void): void {
  // How many brackets are open; a white line closes all. Code or HTML among them may hide the end of one.
  let depth = 0
  let hidden = false
  let isWhite = true
  for (let from = 0, at = 0; from < text.length; from = at + 1) {
    at = endOfProse(text, from)
    isWhite &&= at === from || isBlank(text, from, at)
    if (depth === 0 && at - from > shortest) inside(text, from, at, found)
    const code = text.charCodeAt(at)
    if (code === newline || code === carriageReturn) {
      if (isWhite) {
        depth = 0
        hidden = false
      }
      isWhite ||= code === newline || text.charCodeAt(at + 1) !== newline
      continue
    }
    isWhite &&= code === tab
    if (code === backslash) at++
    else if (code === openBracket) depth++
    else if (code === closeBracket && depth > 0 && !hidden) depth--
    else if (code === backtick || code === lessThan) hidden ||= depth > 0
  }
}

/** All that means something to markdown, or to what is beside it. */
const sign = /[^a-zA-Z0-9 ,.;\u0080-\uffff]/g

function endOfProse(text: string, from: number): number {
  sign.lastIndex = from
  return sign.test(text) ? sign.lastIndex - 1 : text.length
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== space) return false
  return true
}

/**
 * Leaves the first and the last word of a stretch where they are, with the white space that is beside them. A number
 * with a full stop is no word: it can be the marker of a list item.
 */
function inside(text: string, start: number, end: number, found: (from: number, to: number) => void): void {
  let first = start
  while (first < end && !isLetter(text.charCodeAt(first))) first++
  while (first < end && text.charCodeAt(first) !== space) first++
  let last = end
  while (last > first && text.charCodeAt(last - 1) === space) last--
  while (last > first && text.charCodeAt(last - 1) !== space) last--
  if (last - first > shortest) found(first + 1, last - 1)
}

function isLetter(code: number): boolean {
  return code >= 65
}

const [tab, newline, carriageReturn, space] = [9, 10, 13, 32]
const [lessThan, openBracket, backslash, closeBracket, backtick] = [60, 91, 92, 93, 96]
