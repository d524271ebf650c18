import type { Face } from '../measure/face.ts'
import type { Shaped } from '../measure/shaped.ts'
import type { PdfFont, PdfRef, PdfWriter } from './writer.ts'

/** The fonts of a file, and words as operands for it. */
export interface Fonts {
  /** Name of a face in content streams. */
  nameOf(face: Face): string
  /** The face's object, for a page's resources. */
  refOf(face: Face): PdfRef
  /** A word as the inside of a TJ operand; the same word is encoded once. */
  operand(word: Shaped, size: number): string
  /** A space in the face, as the inside of a TJ operand, and its width in 1/1000 em. */
  space(face: Face): { readonly operand: string; readonly width: number }
}

interface Embedded {
  readonly font: PdfFont
  /** Number in the file by glyph and code points: a glyph that stands for two characters is in the file twice. */
  readonly codes: Map<string, string>
  /** The first code point that each glyph was used for, and its number then: all that most glyphs ever need. */
  readonly usual: Map<number, { readonly codePoint: number; readonly code: string }>
  space?: { readonly operand: string; readonly width: number }
}

export function createFonts(writer: PdfWriter): Fonts {
  const faces = new Map<Face, Embedded>()
  const operands = new Map<Shaped, string>()

  function embedded(face: Face): Embedded {
    const known = faces.get(face)
    if (known) return known
    writer.font(face.bytes)
    const made: Embedded = { font: writer._font, codes: new Map(), usual: new Map() }
    faces.set(face, made)
    return made
  }

  return {
    nameOf: (face) => embedded(face).font.id,
    refOf: (face) => embedded(face).font.ref(),
    operand(word, size) {
      if (word.offsets) return raisedOperand(embedded(word.face), word, size)
      const known = operands.get(word)
      if (known !== undefined) return known
      const made = plainOperand(embedded(word.face), word)
      operands.set(word, made)
      return made
    },
    space(face) {
      const font = embedded(face)
      const glyph = font.font.font.glyphForCodePoint(32).id
      font.space ??= {
        operand: `<${codeOf(font, glyph, [32])}>`,
        width: font.font.font.getGlyph(glyph).advanceWidth * font.font.scale,
      }
      return font.space
    },
  }
}

/** Number of a glyph in the file, as four hexadecimal digits. */
function codeOf(embedded: Embedded, glyph: number, codePoints: readonly number[]): string {
  const usual = embedded.usual.get(glyph)
  if (usual && codePoints.length === 1 && codePoints[0] === usual.codePoint) return usual.code
  const code = newCodeOf(embedded, glyph, codePoints)
  const [codePoint] = codePoints
  if (!usual && codePoint !== undefined && codePoints.length === 1) embedded.usual.set(glyph, { codePoint, code })
  return code
}

function newCodeOf({ font, codes }: Embedded, glyph: number, codePoints: readonly number[]): string {
  // What has no character of its own belongs to the glyph beside it; a reader needs some mapping all the same.
  const stands = codePoints.length > 0 ? codePoints : [0x200d]
  const key = `${glyph} ${stands.join(' ')}`
  const known = codes.get(key)
  if (known !== undefined) return known
  let number = font.subset.includeGlyph(glyph)
  if (font.unicode[number] !== undefined) number = font.subset.glyphs.push(glyph) - 1
  font.unicode[number] = stands
  font.widths[number] = font.font.getGlyph(glyph).advanceWidth * font.scale
  const code = number.toString(16).padStart(4, '0')
  codes.set(key, code)
  return code
}

/** A glyph without a character of its own (a dot of an Arabic letter) says nothing: its letter says all. */
const silent = ['] TJ /Span <</ActualText ()>> BDC [', '] TJ EMC ['] as const

function plainOperand(font: Embedded, word: Shaped): string {
  let operand = '<'
  for (let at = 0; at < word.glyphs.length; at++) {
    const stands = word.codePoints[at] ?? []
    const code = codeOf(font, word.glyphs[at] ?? 0, stands)
    operand += stands.length > 0 ? code : `>${silent[0]}<${code}>${silent[1]}<`
    const adjust = word.adjust?.[at]
    if (adjust) operand += `>${-adjust}<`
  }
  return `${operand}>`.replace(/<>$/, '')
}

/** A word whose glyphs are moved (marks over letters): each moved glyph is shown by an operator of its own. */
function raisedOperand(font: Embedded, word: Shaped, size: number): string {
  let operand = ''
  for (let at = 0; at < word.glyphs.length; at++) {
    const stands = word.codePoints[at] ?? []
    const x = word.offsets?.[2 * at] ?? 0
    const y = word.offsets?.[2 * at + 1] ?? 0
    const code = `<${codeOf(font, word.glyphs[at] ?? 0, stands)}>`
    const shift = x === 0 ? code : ` ${-x}${code}${x}`
    const rise = Math.round(y * size) / 1000
    const shown = y === 0 ? shift : `] TJ ${rise} Ts [${shift}] TJ 0 Ts [`
    operand += stands.length > 0 ? shown : `${silent[0]}${shown}${silent[1]}`
    const adjust = word.adjust?.[at]
    if (adjust) operand += ` ${-adjust}`
  }
  return operand
}
