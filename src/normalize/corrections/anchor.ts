import { lastAtMost } from '../../partition-point.ts'
/*
 * Anchors of hand corrections: the TextQuoteSelector of the Web Annotation Data Model (W3C, 2017, section 4.2.4). Runs
 * of white space are equal, so that a quotation holds whether or not the lines of the source were joined.
 */

/** A quotation that names one place of a text. */
export interface Selector {
  readonly exact: string
  /** Text right before the quotation; empty when it is not needed. */
  readonly prefix: string
  /** Text right after the quotation; empty when it is not needed. */
  readonly suffix: string
}

/** A stretch of a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A text with each run of white space as one space, and where its characters stood. */
export interface FoldedText {
  readonly text: string
  /** Offset in the original of the character at an index. */
  offsetOf(index: number): number
}

/** Folds the white space of a text. */
export function foldText(original: string): FoldedText {
  const pieces: string[] = []
  // Starts of the pieces in the folded and in the original text, side by side.
  const folded: number[] = []
  const offsets: number[] = []
  let length = 0
  for (const match of original.matchAll(/\S+/g)) {
    if (length > 0) {
      pieces.push(' ')
      length++
    }
    folded.push(length)
    offsets.push(match.index)
    pieces.push(match[0])
    length += match[0].length
  }
  return {
    text: pieces.join(''),
    offsetOf(index) {
      const piece = lastAtMost(folded, index)
      return (offsets[piece] ?? 0) + index - (folded[piece] ?? 0)
    },
  }
}

/** Every place that a selector names, in order. */
export function placesOf(folded: FoldedText, selector: Selector): Stretch[] {
  const exact = foldSpace(selector.exact)
  const prefix = foldSpace(selector.prefix)
  const suffix = foldSpace(selector.suffix)
  const { text } = folded
  const found: Stretch[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    if (!endsWith(text, at, prefix) || !startsWith(text, end, suffix)) continue
    found.push({ start: folded.offsetOf(at), end: folded.offsetOf(end - 1) + 1 })
  }
  return found
}

/** White space at the seam may be there or not: editors rarely quote it. */
function endsWith(text: string, end: number, prefix: string): boolean {
  return prefix === '' || text.endsWith(prefix, end) || (text[end - 1] === ' ' && text.endsWith(prefix, end - 1))
}

function startsWith(text: string, start: number, suffix: string): boolean {
  return suffix === '' || text.startsWith(suffix, start) || (text[start] === ' ' && text.startsWith(suffix, start + 1))
}

/** A text with each run of white space as one space, and none at its ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
