import type { Face } from './face.ts'
import { type FullShaper, fullShaper } from './full-shaper.ts'
import { glyphFinder, openSfnt, postScriptName, type Sfnt } from './sfnt.ts'
import { simpleShaper } from './simple-shaper.ts'

/** Opens a font file (TrueType, OpenType or WOFF; static, not variable). Throws when the bytes are no font. */
export function openFace(bytes: Uint8Array): Face {
  const sfnt = openSfnt(bytes)
  const unitsPerEm = requiredTable(sfnt, 'head').getUint16(18)
  const scale = 1000 / unitsPerEm
  const hhea = requiredTable(sfnt, 'hhea')
  const os2 = sfnt.table('OS/2')
  const glyph = remembered(glyphFinder(requiredTable(sfnt, 'cmap')))
  const hasHeights = os2 !== undefined && os2.getUint16(0) >= 2
  let shapeFully: FullShaper | undefined
  const face: Face = {
    id: postScriptName(requiredTable(sfnt, 'name')),
    ascent: hhea.getInt16(4) * scale,
    descent: hhea.getInt16(6) * scale,
    capHeight: hasHeights ? os2.getInt16(88) * scale : 700,
    xHeight: hasHeights ? os2.getInt16(86) * scale : 500,
    covers: (codePoint) => glyph(codePoint) !== 0,
    advance: advances(requiredTable(sfnt, 'hmtx'), hhea.getUint16(34), scale),
    shape(text, request) {
      const simple = request.rtl ? undefined : shapeSimply(text, request.features)
      if (simple) return simple
      shapeFully ??= fullShaper(face)
      return shapeFully(text, request)
    },
    bytes,
    glyphCount: requiredTable(sfnt, 'maxp').getUint16(4),
    isTrueType: !sfnt.table('CFF ') && !sfnt.table('CFF2'),
  }
  const shapeSimply = simpleShaper({ face, sfnt, glyph, scale })
  return face
}

function requiredTable(sfnt: Sfnt, tag: string): DataView {
  const table = sfnt.table(tag)
  if (!table) throw new TypeError(`The font has no table ${tag}`)
  return table
}

/** Characters below this are looked up in a list. */
const listed = 0x2700

function remembered(find: (codePoint: number) => number): (codePoint: number) => number {
  const list = new Int32Array(listed).fill(-1)
  const known = new Map<number, number>()
  return (codePoint) => {
    let glyph = codePoint < listed ? list[codePoint] : known.get(codePoint)
    if (glyph !== undefined && glyph >= 0) return glyph
    glyph = find(codePoint)
    if (codePoint < listed) list[codePoint] = glyph
    else known.set(codePoint, glyph)
    return glyph
  }
}

/** Advances by the `hmtx` table: the last of `count` is that of all further glyphs too. */
function advances(hmtx: DataView, count: number, scale: number): (glyph: number) => number {
  const widths = new Float64Array(count)
  for (let glyph = 0; glyph < count; glyph++) widths[glyph] = hmtx.getUint16(4 * glyph) * scale
  const last = widths[count - 1] ?? 0
  return (glyph) => widths[glyph] ?? last
}
