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

/**
 * A word, a part of one, or a space, shaped in one face. The same text in the same face and features is mostly the same object.
 * Its rows are plain arrays: a typed one takes two hundred bytes more, and a long dossier has a hundred thousand words.
 */
export interface Shaped {
  readonly face: Face
  /** What the glyphs stand for, in logical order. */
  readonly text: string
  /** Whether it is a space between words; spaces take up the slack of a justified line. */
  readonly space: boolean
  /** Whether it is the hyphen of a word divided at the end of a line, which is no character of the text. */
  readonly hyphen: boolean
  /** Glyph ids of the font, in visual order. */
  readonly glyphs: readonly number[]
  /** For each glyph, the characters that it stands for. Over all glyphs, each character of `text` stands here once. */
  readonly codePoints: readonly (readonly number[])[]
  /** For each glyph, what to add to its own advance (kerning), in 1/1000 em; absent when nothing. */
  readonly adjust: readonly number[] | undefined
  /** For each glyph, how far it is moved, x then y, in 1/1000 em; absent when no mark has to be placed. */
  readonly offsets: readonly number[] | undefined
  /** Advance of the whole, in 1/1000 em. */
  readonly width: number
}
