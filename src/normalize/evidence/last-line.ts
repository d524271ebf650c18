import type { Hyphenator } from '../../language/hyphenation/hyphenate.ts'
import { type WidthModel, widthOf } from './width.ts'

/** How lines are broken, as far as it is known. */
export interface Breaking {
  readonly model: WidthModel
  /** Right edge that no line goes past, in thousandths of an em. */
  readonly limit: number
  readonly hyphenate: Hyphenator | undefined
}

/** Most original lines that one line is taken apart into. */
const mostLines = 200

/**
 * The last of the original lines in a line that a PDF reader made of several by taking the hyphens out: each of them
 * ended at the last place where its words divide and still fit.
 */
export function lastLineOf(text: string, breaking: Breaking): string {
  let rest = text
  for (let count = 0; count < mostLines; count++) {
    const at = dividedAt(rest, breaking)
    if (at === undefined) break
    rest = rest.slice(at)
  }
  return rest
}

/** The last place in the text where a word divides and what stands before it fits, with a hyphen; undefined if all fits. */
function dividedAt(text: string, { model, limit, hyphenate }: Breaking): number | undefined {
  let width = 0
  let place: number | undefined
  for (const { index, 0: word } of text.matchAll(/\S+\s*/g)) {
    if (width > limit) return place
    for (const at of divisionsOf(word, hyphenate)) {
      if (width + widthOf(`${word.slice(0, at)}-`, model) <= limit) place = index + at
    }
    width += widthOf(word, model)
  }
  return width > limit * 1.01 ? place : undefined
}

/** Where a word may be divided; without a hyphenator, anywhere two letters from its ends. */
function divisionsOf(word: string, hyphenate: Hyphenator | undefined): number[] {
  const [, before = '', letters = ''] = /^([^\p{L}]*)(\p{L}{4,60})/u.exec(word) ?? []
  const places = hyphenate
    ? hyphenate(letters)
    : Array.from({ length: Math.max(0, letters.length - 3) }, (_, at) => at + 2)
  return places.map((place) => before.length + place)
}
