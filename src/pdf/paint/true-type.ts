import { openSfnt, postScriptName } from '../measure/sfnt.ts'
import { type Outlines, outlinesOf, subsetOf } from './subset.ts'

/** A TrueType font with all that pdfkit asks of a font that it embeds, in fontkit's names and in font units. */
export interface TrueTypeFont {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly xHeight: number
  readonly capHeight: number
  /** Degrees. */
  readonly italicAngle: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly 'OS/2': { readonly sFamilyClass: number } | undefined
  readonly post: { readonly isFixedPitch: number }
  readonly head: { readonly macStyle: { readonly italic: boolean } }
  /** By these pdfkit knows a font of the same name again. */
  readonly _tables: { readonly head: { readonly checkSumAdjustment: number } }
  getGlyph(glyph: number): { readonly advanceWidth: number }
  createSubset(): Subset
  /** By this pdfkit knows a font: text is never set with it. */
  layout(): never
}

/** The glyphs that go into the file. */
export interface Subset {
  /** Glyphs by their number in the file; number 0 is the glyph of missing characters. */
  readonly glyphs: number[]
  /** Gives the number of a glyph, which may be a new one. */
  includeGlyph(glyph: number): number
  encode(): Uint8Array
}

/** Reads a font for pdfkit; undefined when it has no TrueType outlines, or lacks a table that others have. */
export function trueTypeFont(bytes: Uint8Array): TrueTypeFont | undefined {
  const sfnt = openSfnt(bytes)
  const outlines = outlinesOf(sfnt)
  const [head, hhea, name, post] = ['head', 'hhea', 'name', 'post'].map(sfnt.table)
  if (!outlines || !head || !hhea || !name || !post) return undefined
  const os2 = sfnt.table('OS/2')
  const hasHeights = os2 !== undefined && os2.getUint16(0) >= 2
  const ascent = hhea.getInt16(4)
  return {
    postscriptName: postScriptName(name),
    unitsPerEm: head.getUint16(18),
    ascent,
    descent: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    xHeight: hasHeights ? os2.getInt16(86) : 0,
    capHeight: hasHeights ? os2.getInt16(88) : ascent,
    italicAngle: post.getInt32(4) / 65536,
    bbox: { minX: head.getInt16(36), minY: head.getInt16(38), maxX: head.getInt16(40), maxY: head.getInt16(42) },
    'OS/2': os2 && { sFamilyClass: os2.getInt16(30) },
    post: { isFixedPitch: post.getUint32(12) },
    head: { macStyle: { italic: (head.getUint16(44) & 2) !== 0 } },
    _tables: { head: { checkSumAdjustment: head.getUint32(8) } },
    getGlyph: (glyph) => ({ advanceWidth: outlines.advance(glyph) }),
    createSubset: () => createSubset(outlines),
    layout() {
      throw new TypeError('Text comes to the file as glyphs')
    },
  }
}

function createSubset(outlines: Outlines): Subset {
  const glyphs = [0]
  const numbers = new Map([[0, 0]])
  return {
    glyphs,
    includeGlyph(glyph) {
      let number = numbers.get(glyph)
      if (number === undefined) numbers.set(glyph, (number = glyphs.push(glyph) - 1))
      return number
    },
    encode: () => subsetOf(outlines, glyphs),
  }
}
