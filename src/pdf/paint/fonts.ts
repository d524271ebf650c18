import type { FaceCodes } from './codes.ts'
import { trueTypeFont } from './true-type.ts'
import type { PdfRef, PdfWriter } from './writer.ts'

/** Puts the faces into the file, cut down to their numbered glyphs; gives their objects by number. */
export function embedFonts(writer: PdfWriter, faces: readonly FaceCodes[]): PdfRef[] {
  return faces.map(({ face, glyphs, codePoints }) => {
    writer.font(trueTypeFont(face.bytes) ?? face.bytes)
    const font = writer._font
    for (const [number, glyph] of glyphs.entries()) {
      if (number === 0) continue
      // The same glyph with another meaning comes in once more.
      if (font.subset.includeGlyph(glyph) !== number) font.subset.glyphs[number] = glyph
      font.unicode[number] = codePoints[number] ?? []
      font.widths[number] = font.font.getGlyph(glyph).advanceWidth * font.scale
    }
    return font.ref()
  })
}
