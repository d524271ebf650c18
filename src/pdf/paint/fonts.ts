import type { FaceCodes, GlyphCode } from './code-table.ts'
import { trueTypeFont } from './true-type.ts'
import { type PdfRef, type PdfValue, type PdfWriter, rawObject } from './writer.ts'

/** Puts the faces into the file, cut down to the glyphs in use; gives their objects by number. */
export function embedFonts(writer: PdfWriter, faces: readonly FaceCodes[]): PdfRef[] {
  return faces.map(({ face, codes }) => {
    writer.font(trueTypeFont(face.bytes) ?? face.bytes)
    const font = writer._font
    const inOrder = [...codes.values()].sort((a, b) => a.code - b.code)
    const glyphs = Buffer.alloc(2 * ((inOrder.at(-1)?.code ?? 0) + 1))
    for (const { code, glyph } of codes.values()) {
      const number = font.subset.includeGlyph(glyph)
      glyphs.writeUInt16BE(number, 2 * code)
      // Where codes are the numbers of glyphs, one with another meaning comes in once more.
      if (!face.isTrueType && number !== code) font.subset.glyphs[code] = glyph
    }
    const widths = widthsOf(inOrder, (glyph) => font.font.getGlyph(glyph).advanceWidth * font.scale)
    const map = face.isTrueType ? stream(writer, glyphs) : undefined
    // pdfkit takes codes for the numbers of the embedded glyphs.
    font.document = Object.create(writer, {
      ref: {
        value: (data?: { readonly [key: string]: PdfValue }) =>
          writer.ref(data?.CIDSystemInfo ? { ...data, W: widths, ...(map ? { CIDToGIDMap: map } : {}) } : data),
      },
    })
    font.toUnicodeCmap = () => stream(writer, toUnicode(inOrder))
    return font.ref()
  })
}

function stream(writer: PdfWriter, contents: Uint8Array | string): PdfRef {
  const made = writer.ref({})
  made.end(contents)
  return made
}

/** Advances by code, in 1/1000 em: for each run of codes the first, and a list (ISO 32000-1, 9.7.4.3). */
function widthsOf(codes: readonly GlyphCode[], advance: (glyph: number) => number): PdfValue {
  let widths = ''
  let next = -1
  for (const { code, glyph } of codes.values()) {
    const width = Math.round(advance(glyph) * 1e3) / 1e3
    if (code === next) widths += ` ${width}`
    else widths += `${next < 0 ? '' : ']'}${code}[${width}`
    next = code + 1
  }
  return rawObject(() => `[${widths}]]`)
}

/** A `bfchar` section has at most so many entries (Adobe Technical Note 5014). */
const sectionLength = 100

/** What each code stands for (ISO 32000-1, 9.10.3). */
function toUnicode(codes: readonly GlyphCode[]): string {
  // No text has the glyph of missing characters under its own code.
  const shown = codes.filter(({ code }) => code > 0)
  const entries = shown.map(({ code, codePoints }) => `<${hex(code)}> <${utf16(codePoints)}>`)
  const sections: string[] = []
  for (let from = 0; from < entries.length; from += sectionLength) {
    const section = entries.slice(from, from + sectionLength)
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function utf16(codePoints: readonly number[]): string {
  const text = String.fromCodePoint(...codePoints)
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}
