import type { Face } from './face.ts'

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
