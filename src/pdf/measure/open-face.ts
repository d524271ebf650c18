import { create, type Font } from 'fontkit'
import type { Face, ShapeRequest } from './face.ts'
import type { Shaped } from './shaped.ts'

/** Opens a font file (TrueType, OpenType or WOFF; static, not variable). Throws when the bytes are no font. */
export function openFace(bytes: Uint8Array): Face {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!('layout' in font)) throw new TypeError('A font collection is not a face')
  const scale = 1000 / font.unitsPerEm
  const face: Face = {
    id: font.postscriptName,
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.capHeight * scale,
    xHeight: font.xHeight * scale,
    covers: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (glyph) => font.getGlyph(glyph).advanceWidth * scale,
    shape: (text, request) => shape(face, font, scale, text, request),
    bytes,
  }
  return face
}

function shape(face: Face, font: Font, scale: number, text: string, request: ShapeRequest): Shaped {
  const run = font.layout(text, [...request.features], undefined, undefined, request.rtl ? 'rtl' : 'ltr')
  const count = run.glyphs.length
  const glyphs = new Uint16Array(count)
  const adjust = new Int16Array(count)
  const offsets = new Int16Array(2 * count)
  const codePoints: number[][] = []
  let width = 0
  for (let at = 0; at < count; at++) {
    const glyph = run.glyphs[at]
    const position = run.positions[at]
    if (!glyph || !position) continue
    glyphs[at] = glyph.id
    codePoints.push(glyph.codePoints)
    adjust[at] = Math.round((position.xAdvance - glyph.advanceWidth) * scale)
    offsets[2 * at] = Math.round(position.xOffset * scale)
    offsets[2 * at + 1] = Math.round(position.yOffset * scale)
    width += glyph.advanceWidth * scale + (adjust[at] ?? 0)
  }
  return {
    face,
    text,
    space: text === ' ' || text === '\u00a0',
    hyphen: false,
    glyphs,
    codePoints,
    adjust: adjust.some(Boolean) ? adjust : undefined,
    offsets: offsets.some(Boolean) ? offsets : undefined,
    width,
  }
}
