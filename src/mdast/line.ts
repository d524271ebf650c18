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
  /** Number of white-space columns before the first character (a tab counts to the next multiple of 8). */
  indent: number
}

declare module 'mdast' {
  interface RootContentMap {
    line: Line
  }
}
