import type { Anchor } from '../page/page.ts'
import type { LinkTarget } from '../style/mark.ts'

/*
 * Pages as they go into the file, but for the numbers of its objects: plain data, a small part of the room that lines
 * take, and able to go from one thread to another.
 */

/** The pages of one chapter, and its part of the tag tree. */
export interface PaintedChapter {
  readonly pages: readonly PaintedPage[]
  readonly elements: PaintedElements
}

/** One page. */
export interface PaintedPage {
  /** Points. */
  readonly width: number
  /** Points. */
  readonly height: number
  /** Its content stream; packed (zlib, RFC 1950) when the page is finished. */
  readonly content: Uint8Array
  /** Fonts by their name on the page: F0, F1 and so on; each by its number in a `Codes`. */
  readonly faces: readonly number[]
  /** Pictures by their name on the page: I0, I1 and so on; each by its number in the dossier. */
  readonly images: readonly number[]
  readonly links: readonly PaintedLink[]
  /** For each stretch of marked content, by its number (MCID), the element that it belongs to. */
  readonly marked: readonly number[]
  readonly anchors: readonly Anchor[]
}

export interface PaintedLink {
  readonly link: LinkTarget
  /** Number of the link's element. */
  readonly element: number
  /** Points from the lower left corner of the page: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number]
}

/**
 * Elements of the tag tree in the order in which they came into being; the first is the document's own. In columns, by
 * the number of the element: a dossier of a million words has 150,000 of them, and as objects they take six times the room.
 */
export interface PaintedElements {
  /** The entries of each as they are written, but for those that name other objects. */
  readonly entries: readonly string[]
  /** Identifier in the tree, of those that have one. */
  readonly ids: ReadonlyMap<number, string>
  /** Number of the element that each belongs to; -1 for the tree itself. */
  readonly parents: Int32Array
  /** Page of its first text, in the chapter; -1 without text. */
  readonly pages: Int32Array
  /** Where the children of each end in `children`. */
  readonly ends: Int32Array
  /** The children of one after the other, in order, two numbers each: see `childOf`. */
  readonly children: Int32Array
}

/** A child of an element: a stretch of marked content or a link of a page in the chapter, or another element. */
export interface Child {
  readonly kind: ChildKind
  /** Page in the chapter; 0 for an element. */
  readonly page: number
  /** Number of the stretch or of the link on its page, or of the element. */
  readonly number: number
}

type ChildKind = (typeof childKinds)[number]
const childKinds = ['content', 'link', 'element'] as const

/** The first of the two numbers that stand for a child; the second is its own number. */
export function childKey(kind: ChildKind, page: number): number {
  return page * childKinds.length + childKinds.indexOf(kind)
}

/** Reads the child at an index of `children`. */
export function childOf(children: Int32Array, at: number): Child {
  const key = children[at] ?? 0
  return {
    kind: childKinds[key % childKinds.length] ?? 'content',
    page: Math.floor(key / childKinds.length),
    number: children[at + 1] ?? 0,
  }
}
