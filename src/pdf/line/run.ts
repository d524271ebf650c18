import type { TextStyle } from '../measure/style.ts'

/**
 * A stretch of text in one style. `Mark` and `Note` are the caller's own: they are not looked at, and come out again
 * on the pieces and lines that the run ends up in.
 */
export interface Run<Mark, Note> {
  /** Text in logical order; `\n` is a forced line break; may be empty to hang an anchor or a note between two words. */
  readonly text: string
  readonly style: TextStyle
  /** What the run is: a link, a tag, a source position. */
  readonly mark?: Mark | undefined
  /** The note that is called here: it hangs on the run's last box, and is in the notes of that box's line. */
  readonly note?: Note | undefined
}

/** Makes a run. Those of running text are made here, with their fields in one order: what reads very many of them is fast then. */
export function runWith<Mark, Note = never>(
  text: string,
  style: TextStyle,
  mark: Mark | undefined,
  note?: Note,
): Run<Mark, Note> {
  return { text, style, mark, note }
}

/** A paragraph to be set, and the room that it has. */
export interface Paragraph<Mark, Note> {
  readonly runs: readonly Run<Mark, Note>[]
  /** Width of the lines in points; `Infinity` sets everything on one line, at its natural width. */
  readonly measure: number
  /** How far the first line starts to the right (in a right-to-left paragraph: to the left), in points. */
  readonly indent?: number
  readonly align: Alignment
  /** Whether words may be divided; true when left out. The language is that of each run. */
  readonly hyphenate?: boolean
  /** Base direction; "auto", the default, takes it from the first letter that has one. */
  readonly direction?: 'ltr' | 'rtl' | 'auto'
}

/** `start` and `end` follow the base direction. */
export type Alignment = 'justify' | 'start' | 'end' | 'center'

/** The paragraph with all of its fields, in one order: what reads it is optimized once. */
export function completeParagraph<Mark, Note>(asked: Paragraph<Mark, Note>): Required<Paragraph<Mark, Note>> {
  const { runs, measure, indent = 0, align, hyphenate = true, direction = 'auto' } = asked
  return { runs, measure, indent, align, hyphenate, direction }
}
