import type { Data, Literal } from 'mdast'

/**
 * One line of captured text before it belongs to a block. `parse` makes a root of lines; the rules of `normalize`
 * turn them into blocks; none is left when they are done. `value` is `source.slice(start, end)` of its position,
 * without the line ending.
 */
export interface Line extends Literal {
  type: 'line'
  data?: LineData
}

export interface LineData extends Data {
  /** Which page of the capture the line stands on, from 1; pages are separated by form feeds. */
  page: number
  /** Number of blank lines right before this one, on the same page. */
  blankBefore: number
  /** Of the blank lines before this one, those that stand between any two lines of the text and are not counted. */
  gap?: number
  /** Number of white-space columns before the first character (a tab counts to the next multiple of 8). */
  indent: number
  /** Which column of its page the line stands in, from 1; absent where text runs over the whole width. */
  column?: number
  /** Set on the lines of the notes at the foot of a page with columns: the first of a note, or one of the others. */
  foot?: 'start' | 'rest'
  /** Set when the line starts a new paragraph: why, in words, and how sure that is (0 to 1). */
  startsParagraph?: { evidence: string; confidence: number }
  /** How sure it is that the line goes on with the paragraph of the line before, 0 to 1, where that was weighed. */
  goesOn?: number
  /** Set while it is only what stands around the line's beginning that decides whether a paragraph starts there. */
  isJudged?: boolean
  /** Set when the line holds nothing but the call of a note, which broke off the line before. */
  noteCall?: boolean
  /** Set when the line is one by its author's will, as lines of verse and of addresses are: why, and how sure that is. */
  lineation?: { kind: Lineation; evidence: string; confidence: number }
  /** How deep the line is quoted, where it stands in a block quotation. */
  quote?: number
  /** Set when a list item starts here: its marker. */
  marker?: ListMarker
  /** Set on the first line of a heading: its depth, and the label of the annex that it is the heading of. */
  heading?: { depth: 1 | 2 | 3 | 4 | 5 | 6; annex?: string }
  /** What becomes of the hyphen at the line's end when the next line is joined; `lost` if the source no longer has it. */
  hyphen?: { keep: boolean; lost?: boolean; evidence: string; confidence: number }
}

/** Lines that end where their author ended them: verse, or facts one a line (an address, a signature, an imprint). */
export type Lineation = 'verse' | 'facts'

/** The mark in front of a list item. It may stand on a line of its own in the source, before the item's line. */
export interface ListMarker {
  /** `bullet`, or the kind of number: Arabic digits, letters or Roman numerals. */
  readonly kind: 'bullet' | 'digit' | 'letter' | 'roman'
  /** The bullet, or what surrounds the number, with `#` in its place ("(#)", "#."). Items of one list share it. */
  readonly style: string
  /** The number that the marker stands for; 0 for a bullet. */
  readonly ordinal: number
  /** Offset of the marker's first character in the source. */
  readonly start: number
  /** Offset of the first character of the item's text. */
  readonly end: number
  /** Indentation of the marker, in columns. */
  readonly indent: number
}

declare module 'mdast' {
  interface RootContentMap {
    line: Line
  }
}
