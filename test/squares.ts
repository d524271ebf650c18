import type { Face } from '../src/pdf/measure/face.ts'
import type { TextStyle } from '../src/pdf/measure/style.ts'
import { createTypesetter, type LineSettings, type Typesetter } from '../src/pdf/measure/typesetter.ts'
import type { FontLibrary } from '../src/read/fonts.ts'

/*
 * A font whose glyphs are squares of one em, and half of one for the narrow characters, so that widths can be added up
 * in the head. It has the characters up to U+05FF, and no others.
 */

const narrow = new Set(" .,;:'!|-il1\u00a0")

function advanceOf(glyph: number): number {
  return narrow.has(String.fromCharCode(glyph)) ? 500 : 1000
}

export const squares: Face = {
  id: 'Squares',
  ascent: 800,
  descent: -200,
  capHeight: 800,
  xHeight: 500,
  covers: (codePoint) => codePoint < 0x600,
  advance: advanceOf,
  bytes: new Uint8Array(),
  glyphCount: 0x600,
  isTrueType: true,
  shape(text, { rtl }) {
    const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
    if (rtl) codes.reverse()
    return {
      face: squares,
      text,
      space: text === ' ',
      hyphen: false,
      glyphs: codes,
      codePoints: codes.map((code) => [code]),
      adjust: undefined,
      offsets: undefined,
      width: codes.reduce((sum, code) => sum + advanceOf(code), 0),
    }
  },
}

const library: FontLibrary = {
  find: (family, weight, italic) => ({ family, weight, italic, path: family }),
  read: () => new Uint8Array(),
}

/** Spaces may double, or shrink to half; nothing else gives. */
export const plainSettings: LineSettings = {
  spaceStretch: 1,
  spaceShrink: 0.5,
  letterFit: 0,
  glyphFit: 0,
  protrusion: 0,
  runt: 0,
}

/** A typesetter for squares. */
export function squareTypesetter(settings: Partial<LineSettings> = {}): Typesetter {
  const stacks = { text: { families: ['Squares'], bold: 700 } }
  return createTypesetter(stacks, library, () => squares, { ...plainSettings, ...settings })
}

/** Ten points, so that a square is 10 wide and a space 5. */
export const squareStyle: TextStyle = { family: 'text', bold: false, italic: false, size: 10, language: 'en' }
