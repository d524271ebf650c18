import type { TextStyle } from '../measure/style.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { Run } from './run.ts'

/** Widths in points that text needs: `min` for its longest word, `max` for all of it on one line. */
export interface Extent {
  readonly min: number
  readonly max: number
}

/** Width of text on one line, in points. */
export function measureText(text: string, style: TextStyle, typesetter: Typesetter): number {
  return extentOf([{ text, style }], typesetter).max
}

/** The least and greatest width of runs, for the columns of a table. Words are not divided. */
export function extentOf(runs: readonly Run<unknown, unknown>[], typesetter: Typesetter): Extent {
  let min = 0
  let max = 0
  let word = 0
  for (const { text, style } of runs) {
    const cache = typesetter.words(style)
    for (let at = 0; at < text.length; ) {
      const end = endOfWord(text, at)
      const width = end > at ? cache.word(text.slice(at, end), false).width : cache.space(undefined).width
      max += (width * style.size) / 1000
      word = end > at || text.charCodeAt(at) === noBreakSpace ? word + (width * style.size) / 1000 : 0
      min = Math.max(min, word)
      at = Math.max(end, at + 1)
    }
  }
  return { min, max }
}

const noBreakSpace = 0xa0

function endOfWord(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 9 || code === 10 || code === noBreakSpace) return at
  }
  return at
}

const superiorScale = 0.65
const superiorRise = 0.35

/**
 * The style of a note call: the font's own superior figures when it has them for every character, else smaller type
 * that is raised. Never bold.
 */
export function superior(label: string, style: TextStyle, typesetter: Typesetter): TextStyle {
  const plain: TextStyle = { ...style, bold: false }
  const raised: TextStyle = { ...plain, features: ['sups'] }
  const own = typesetter
    .words(raised)
    .word(label, false)
    .parts.flatMap((part) => [...part.glyphs])
  const usual = typesetter
    .words(plain)
    .word(label, false)
    .parts.flatMap((part) => [...part.glyphs])
  if (own.length === usual.length && own.every((glyph, at) => glyph !== usual[at])) return raised
  return { ...plain, size: style.size * superiorScale, rise: style.size * superiorRise }
}
