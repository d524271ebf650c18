import type { Alignment, Run } from '../line/run.ts'
import type { Mark } from './mark.ts'
import type { Tag } from './tag.ts'

/** Text with everything that decides its looks, but not yet in lines. Notes are called by their anchor. */
export type StyledRun = Run<Mark, string>

/** One block of the dossier in the order of reading, with its styles resolved: what `galley` sets into strips. */
export type Item = TextItem | TableItem | FigureItem | EntryItem | SpaceItem | PageItem

/** White space around a block, in points. */
export interface Spacing {
  readonly before: number
  readonly after: number
}

/** Paragraphs, headings, captions, list items. */
export interface TextItem extends Spacing {
  readonly kind: 'text'
  readonly runs: readonly StyledRun[]
  readonly tag: Tag | undefined
  readonly align: Alignment
  readonly hyphenate: boolean
  /** Indent of the first line. */
  readonly indent: number
  /** Set where the first run is a number: turned lines stand under the words after it. */
  readonly numbered?: true
  /** Set on titles and headings: their lines are about as long as each other. */
  readonly balanced?: true
  /** Set on verse: each line stands by itself, and what is too long for the measure goes on so far in, in points. */
  readonly verse?: number
  /** Distance of the block's left edge from that of the text block, in points. */
  readonly left: number
  /** Distance of the block's right edge from that of the text block, in points. */
  readonly right: number
  readonly size: number
  readonly leading: number
  /** Anchors that lead to this block. */
  readonly anchors: readonly string[]
  /** Text beside the first line: a paragraph number in the margin, the label of a list item. */
  readonly beside: readonly Beside[]
  /** Number of lines of what follows that must stand on the same page; 0 for none. */
  readonly keep: number
  /** What it stands together with. */
  readonly group?: Group
}

/** A figure or table with all that belongs to it: the items of a group follow one another. */
export interface Group {
  /** Tag of the whole. */
  readonly tag: Tag
  /** Whether it may move to another place than its own in the text: the head or foot of a page, or a page of its own. */
  readonly floats: boolean
  /** Whether it is a table: programs that read a page at a time meet its words out of order when it has moved. */
  readonly table: boolean
}

/** A short text on the first line of a block, outside its measure. */
export interface Beside {
  readonly runs: readonly StyledRun[]
  readonly tag: Tag | undefined
  /** Where it stands, in points from the left edge of the text block; in the outer margin, its distance from the text. */
  readonly x: number
  readonly align: 'start' | 'outer'
}

/** A line of a list of contents: a title, a leader, a page number. */
export interface EntryItem extends Spacing {
  readonly kind: 'entry'
  readonly label: readonly StyledRun[]
  readonly title: readonly StyledRun[]
  readonly page: readonly StyledRun[]
  readonly tag: Tag
  /** Where the label stands, in points from the left edge of the text block. */
  readonly left: number
  /** Where the title stands, in points from the left edge of the text block. */
  readonly hang: number
  /** A dot of the leader; no leader when left out. */
  readonly leader?: StyledRun
  /** Whether it stays on the page of the entry before it. */
  readonly bound: boolean
  readonly size: number
  readonly leading: number
}

export interface TableItem extends Spacing {
  readonly kind: 'table'
  readonly tag: Tag | undefined
  readonly rows: readonly TableRowItem[]
  /** How many rows, from the first, are head rows; they are repeated on each page of the table. */
  readonly heads: number
  /** One per column. */
  readonly columns: readonly ColumnItem[]
  readonly left: number
  readonly size: number
  readonly leading: number
  /** White space between two columns. */
  readonly gap: number
  /** White space above and below the text of a row. */
  readonly padding: number
  /** Lines: all three (top, under the head, bottom), or a box of the first and last only. */
  readonly rules: 'three' | 'ends'
  /** Whether columns are spread over the measure even when they need less. */
  readonly fill: boolean
  readonly anchors: readonly string[]
  /** What it stands together with: its caption, and the notes under it. */
  readonly group?: Group
  /** Number of lines of what follows that must stand on the page of its last row. */
  readonly keep?: number
}

export interface ColumnItem {
  readonly align: 'start' | 'end' | 'center' | 'decimal'
  /** Width in points when it doesn't follow from the text. */
  readonly width?: number
  /** Whether words are divided; not when false. */
  readonly hyphenate?: false
}

export interface TableRowItem {
  readonly cells: readonly CellItem[]
  readonly tag: Tag | undefined
  readonly anchors: readonly string[]
}

export interface CellItem {
  readonly runs: readonly StyledRun[]
  readonly tag: Tag | undefined
  /** How many columns it stands over when it is not one; the cells that it covers are empty, and have no tag. */
  readonly span?: number
}

/** A picture, or the empty frame that stands for a lost one. Its caption is a text item after it. */
export interface FigureItem extends Spacing {
  readonly kind: 'figure'
  readonly tag: Tag
  readonly anchors: readonly string[]
  readonly left: number
  readonly right: number
  /** Bytes of a PNG or JPEG, and its size in pixels; absent for a lost picture. */
  readonly image?: Picture
  /** What it stands together with: its caption. */
  readonly group?: Group
  /** What the frame says when the picture is lost. */
  readonly words: readonly StyledRun[]
  readonly size: number
  readonly leading: number
}

export interface Picture {
  readonly bytes: Uint8Array
  /** Pixels, as it is shown. */
  readonly width: number
  /** Pixels, as it is shown. */
  readonly height: number
  /** How its rows and columns are turned (Exif 2.3, 4.6.4): 1 for not at all, up to 8. */
  readonly orientation: number
}

/** White space that stands at the head of a page too. */
export interface SpaceItem {
  readonly kind: 'space'
  readonly height: number
}

/** The next item starts a new page. */
export interface PageItem {
  readonly kind: 'page'
}
