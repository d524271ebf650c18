import type { Shaped } from './shaped.ts'

/** One font, at one weight and slope. Measures are in 1/1000 em. */
export interface Face {
  /** PostScript name, unique in a dossier. */
  readonly id: string
  readonly ascent: number
  /** Negative, as fonts have it. */
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  /** Whether the font has a glyph for the code point. */
  covers(codePoint: number): boolean
  /** Advance of a glyph before kerning. */
  advance(glyph: number): number
  /** Shapes text that has one direction. Never keeps what it makes: `shape.ts` does. */
  shape(text: string, request: ShapeRequest): Shaped
  /** The font file, as the PDF writer takes it. */
  readonly bytes: Uint8Array
  /** How many glyphs the font has. */
  readonly glyphCount: number
  /** Whether its outlines are TrueType's. */
  readonly isTrueType: boolean
}

/** How a text is to be shaped. */
export interface ShapeRequest {
  /** OpenType features besides kerning and standard ligatures. */
  readonly features: readonly string[]
  readonly rtl: boolean
}
