import type { Face, Shaped } from '../measure/face.ts'
import type { TextStyle } from '../measure/style.ts'

/** One line of a paragraph, ready to be painted. `x` counts from the left edge of the measure, in points. */
export interface Line<Mark, Note> {
  /** In visual order, from left to right. */
  readonly pieces: readonly Piece<Mark>[]
  /** Extent of the text in points, spaces at their set width; what hangs in the margin is not counted. */
  readonly width: number
  /** How much the spaces give, in multiples of their stretch (above 0) or shrink (below 0); 0 when not justified. */
  readonly ratio: number
  /** Whether the last word is divided: its last shape is a hyphen that is not in the text. */
  readonly hyphenated: boolean
  /** Whether the line ends within a word, at a hyphen of its own or the text's, after a dash or in an address. */
  readonly divided: boolean
  /** Notes called in this line, in order. */
  readonly notes: readonly Note[]
  /** Marks of empty runs in this line, in order. */
  readonly anchors: readonly Mark[]
}

/** Words and spaces of one run in one face. */
export interface Piece<Mark> {
  /** Left edge in points; negative where punctuation hangs in the margin. */
  readonly x: number
  /** Width in points, as set. */
  readonly width: number
  readonly style: TextStyle
  readonly face: Face
  readonly mark: Mark | undefined
  /** Whether the text runs from right to left; `words` are in visual order all the same. */
  readonly rtl: boolean
  /** Words and spaces from left to right. */
  readonly words: readonly Shaped[]
  /** Points to add to each space. */
  readonly spacing: number
  /** Points to add to each glyph, spaces too (letter fit). */
  readonly tracking: number
  /** How much wider than its face has it each glyph is set: 1 for not at all. */
  readonly scale: number
}
