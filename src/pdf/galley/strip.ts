import type { Line } from '../line/line.ts'
import type { Mark } from '../style/mark.ts'
import type { Tag } from '../style/tag.ts'

/** Something to paint. Positions are points from the upper left corner of what it belongs to: a strip, then a page. */
export type Fragment = LineFragment | RuleFragment | ImageFragment | PlaceFragment

export interface LineFragment {
  readonly kind: 'line'
  /** Left edge of the line's measure. */
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly line: Line<Mark, string>
  /** The tag that the line's text stands in; absent for text that is no part of the document (numbers in margins, running heads). */
  readonly tag: Tag | undefined
  /** Whether it stands in the outer margin: `x` is then its distance from the text block. */
  readonly outer: boolean
  /** Whether the same paragraph goes on in another line: then a space belongs between them. */
  readonly goesOn: boolean
}

/** Where a line stands: see `LineFragment`. */
export interface LinePlace {
  readonly x: number
  readonly y: number
  readonly outer?: boolean
}

/** A line where it stands. All are made here: what reads very many of them is fast when they have their fields in one order. */
export function lineAt(
  { x, y, outer = false }: LinePlace,
  line: LineFragment['line'],
  tag: Tag | undefined,
  goesOn: boolean,
): LineFragment {
  return { kind: 'line', x, y, line, tag, outer, goesOn }
}

/** A horizontal line. */
export interface RuleFragment {
  readonly kind: 'rule'
  readonly x: number
  readonly y: number
  readonly width: number
  /** Thickness; for a frame, of its four sides. */
  readonly weight: number
  /** Set for a frame: its height. */
  readonly height?: number
  /** Set for a frame that stands for a picture: the picture's tag. */
  readonly frames?: Tag
  /** Colour token of the theme. */
  readonly color: string
}

export interface ImageFragment {
  readonly kind: 'image'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  /** How its rows and columns are turned (Exif 2.3, 4.6.4): 1 for not at all, up to 8. */
  readonly orientation: number
  readonly tag: Tag
}

/** The place that something has in the order of reading, when it is painted on a later page: nothing to see. */
export interface PlaceFragment {
  readonly kind: 'place'
  readonly x: number
  readonly y: number
  readonly tag: Tag
}

/** A piece of the galley that no page break divides: a line of text, a line across a table row, a picture. */
export interface Strip {
  readonly height: number
  /** White space above, which falls away at the head of a page. */
  readonly before: number
  /** What a page break right before this strip costs; `Infinity` forbids it, `-Infinity` demands it. */
  readonly penalty: number
  /** Whether the strip starts on the baseline grid. */
  readonly snap: boolean
  readonly fragments: readonly Fragment[]
  /** Anchors of the notes called in it, in order. */
  readonly notes: readonly string[]
  /** Anchors of places in it. */
  readonly anchors: readonly string[]
  /** What comes again above this strip when it is the first on its page: the head of a table. */
  readonly repeat: readonly Strip[] | undefined
  /** Whether it is of a table that is too wide for an upright page: its pages lie on their side. */
  readonly landscape: boolean
  /** What is painted at the end of the strip before when a page break comes between: the last rule of a table. */
  readonly close: readonly Fragment[] | undefined
}

/** What is to be said of most strips. */
type StripContent = Pick<Strip, 'height' | 'penalty' | 'snap' | 'fragments' | 'notes' | 'anchors'>

/** Makes a strip. All are made here and by `changed`, with their fields in one order, as lines are. */
export function stripOf({ height, penalty, snap, fragments, notes, anchors }: StripContent): Strip {
  return {
    height,
    before: 0,
    penalty,
    snap,
    fragments,
    notes,
    anchors,
    repeat: undefined,
    landscape: false,
    close: undefined,
  }
}

/** The same strip but for some of its fields. */
export function changed(strip: Strip, change: Partial<Strip>): Strip {
  return {
    height: change.height ?? strip.height,
    before: change.before ?? strip.before,
    penalty: change.penalty ?? strip.penalty,
    snap: change.snap ?? strip.snap,
    fragments: change.fragments ?? strip.fragments,
    notes: change.notes ?? strip.notes,
    anchors: change.anchors ?? strip.anchors,
    repeat: change.repeat ?? strip.repeat,
    landscape: change.landscape ?? strip.landscape,
    close: change.close ?? strip.close,
  }
}
