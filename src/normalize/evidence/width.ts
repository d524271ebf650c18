import { withoutDirections } from './punctuation.ts'

/*
 * Estimated widths of text, in thousandths of an em. The widths are those of Times Roman (Adobe core 14 font metrics);
 * other text faces differ by a nearly constant factor, which cancels out, because widths are only compared within a
 * document.
 */

const asciiWidths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
]
const punctuationWidths: Readonly<Record<string, number>> = {
  '\u00A0': 250,
  '\u00AD': 333,
  '\u2010': 333,
  '\u2013': 500,
  '\u2014': 1000,
  '\u2018': 333,
  '\u2019': 333,
  '\u201C': 444,
  '\u201D': 444,
  '\u2022': 350,
  '\u2026': 1000,
}

/** Width of a character of no table: about that of a lower-case letter. */
const otherWidth = 500

/** Widths by character code, each found when it is first needed; 0 until then. */
const widths = new Uint16Array(0x2100)

function widthOfCode(code: number): number {
  const character = String.fromCharCode(code)
  const base = character.normalize('NFD').charCodeAt(0)
  return punctuationWidths[character] ?? asciiWidths[base - 32] ?? otherWidth
}

/** How text widths are measured: by the letters of a proportional face, or by counting columns. */
export type WidthModel = 'proportional' | 'fixed'

/** Width of a text in thousandths of an em. */
export function widthOf(text: string, model: WidthModel): number {
  if (model === 'fixed') return withoutDirections(text).length * otherWidth
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    width += code < widths.length ? widths[code] || (widths[code] = widthOfCode(code)) : otherWidth
  }
  return width
}
