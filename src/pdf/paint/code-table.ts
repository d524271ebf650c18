import type { Face } from '../measure/face.ts'

/** A glyph with what it stands for, as content streams call it. */
export interface GlyphCode {
  /** Its code in content streams, of two bytes. */
  readonly code: number
  /** Glyph id in the font. */
  readonly glyph: number
  /** Code points that it stands for. */
  readonly codePoints: readonly number[]
}

/** What the file needs of a face. */
export type CodedFace = Pick<Face, 'id' | 'bytes' | 'glyphCount' | 'isTrueType'>

/** The codes of one face. A glyph that stands for two characters has two. */
export interface FaceCodes {
  readonly face: CodedFace
  /** By code, in the order in which they came; the first is the glyph of missing characters. */
  readonly codes: ReadonlyMap<number, GlyphCode>
}

/** The codes of a face while they are given out. */
export interface CodeTable extends FaceCodes {
  /** The code of a glyph that stands for code points. */
  codeOf(glyph: number, codePoints: readonly number[]): number
}

const highest = 0xffff

/** So many codes beside those of the glyphs are enough for glyphs that stand for several characters. */
const extraCodes = 255

/**
 * Codes for the glyphs of a face. Where the file can say which code is which glyph (TrueType outlines: ISO 32000-1,
 * 9.7.4.2, "CIDToGIDMap"), a glyph's code is its id in the font: several threads agree on that without asking, and what
 * one has painted can stay as it is. Second meanings get codes that are no glyph's. In other fonts codes are consecutive.
 */
export function createCodeTable(face: CodedFace): CodeTable {
  const codes = new Map<number, GlyphCode>([[0, { code: 0, glyph: 0, codePoints: [0] }]])
  const known = new Map<string, number>()
  let extra = Math.min(highest, face.glyphCount + extraCodes)

  function freeCode(glyph: number): number {
    if (!face.isTrueType) return codes.size
    if (!codes.has(glyph)) return glyph
    while (codes.has(extra)) extra--
    return extra
  }

  return {
    face,
    codes,
    codeOf(glyph, codePoints) {
      const key = `${glyph} ${codePoints.join(' ')}`
      let code = known.get(key)
      if (code !== undefined) return code
      code = freeCode(glyph)
      codes.set(code, { code, glyph, codePoints })
      known.set(key, code)
      return code
    },
  }
}
