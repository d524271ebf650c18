import type { Fragment } from '../galley/strip.ts'

/** One page, laid out: everything on it has its place, in points from the upper left corner of the sheet. */
export interface Page {
  /** Number of the page in the file, from 1; the same number is printed on it. */
  readonly number: number
  /** Right-hand pages have odd numbers. */
  readonly side: 'recto' | 'verso'
  /** Points. */
  readonly width: number
  /** Points. */
  readonly height: number
  /** Running head and folio, and whatever else repeats. */
  readonly head: readonly Fragment[]
  readonly body: readonly Fragment[]
  /** Notes, and the rule above them. */
  readonly notes: readonly Fragment[]
  readonly anchors: readonly Anchor[]
}

/** A place that links and bookmarks can lead to, in points from the upper left corner. */
export interface Anchor {
  readonly id: string
  readonly x: number
  readonly y: number
}
