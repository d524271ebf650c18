import type { Tag } from '../style/tag.ts'
import { childKey, type PaintedElements } from './painted.ts'
import { textOperand } from './writer.ts'

/*
 * The tag tree (ISO 32000-1, 14.7 and 14.8) of a chapter as its pages are painted. Elements come into being when their
 * first text is painted, so the order of their children is that of reading.
 */

/** One element of the tree while text still comes into it. */
interface Element {
  readonly number: number
  readonly tag: Tag
  readonly parent: number
  readonly children: number[]
  /** Where its picture is. */
  box?: readonly number[]
  page: number
}

export interface TagPainter {
  /** A stretch of text begins that belongs to the tag: its number on the page. */
  content(tag: Tag): number
  /** Makes a place for a tag in its parent now, before its text comes. */
  attach(tag: Tag): void
  /** The next link of the page belongs to the tag; gives the number of the tag's element. */
  link(tag: Tag, number: number): number
  /** Where a picture is on its page. */
  box(tag: Tag, box: readonly [number, number, number, number]): void
  /** Ends the page: for each stretch of text on it, by its number, the element. */
  endPage(): number[]
  /** The elements, when all pages are painted. */
  end(): PaintedElements
}

/** `root` is the tag of the whole document: the first element. */
export function createTagPainter(root: Tag): TagPainter {
  const elements = new Map<Tag, Element>()
  let page = 0
  let marked: number[] = []
  createElement(root)

  function createElement(tag: Tag): Element {
    const parent = tag.parent ? elementOf(tag.parent) : undefined
    // A row makes places for all of its cells when the first of them asks for it.
    const made = elements.get(tag)
    if (made) return made
    const element: Element = { number: elements.size, tag, parent: parent?.number ?? -1, children: [], page: -1 }
    elements.set(tag, element)
    parent?.children.push(childKey('element', 0), element.number)
    for (const cell of tag.cells ?? []) elementOf(cell)
    return element
  }

  function elementOf(tag: Tag): Element {
    return elements.get(tag) ?? createElement(tag)
  }

  return {
    content(tag) {
      const element = elementOf(tag)
      const number = marked.push(element.number) - 1
      if (element.page < 0) element.page = page
      element.children.push(childKey('content', page), number)
      return number
    },
    attach(tag) {
      elementOf(tag)
    },
    link(tag, number) {
      const element = elementOf(tag)
      element.children.push(childKey('link', page), number)
      return element.number
    },
    box(tag, box) {
      elementOf(tag).box = box
    },
    endPage() {
      const ended = marked
      marked = []
      page++
      return ended
    },
    end: () => columnsOf([...elements.values()]),
  }
}

function columnsOf(elements: readonly Element[]): PaintedElements {
  // Most elements say the same of themselves as others: each text is kept once.
  const texts = new Map<string, string>()
  const once = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const ends = new Int32Array(elements.length)
  let end = 0
  for (const { number, children } of elements) ends[number] = end += children.length
  const children = new Int32Array(end)
  for (const element of elements) children.set(element.children, (ends[element.number] ?? 0) - element.children.length)
  return {
    entries: elements.map((element) => once(entriesOf(element))),
    ids: new Map(elements.flatMap(({ number, tag: { id } }) => (id === undefined ? [] : [[number, id]]))),
    parents: Int32Array.from(elements, ({ parent }) => parent),
    pages: Int32Array.from(elements, ({ page }) => page),
    ends,
    children,
  }
}

/** The entries of an element that say what it is. */
function entriesOf({ tag, box }: Element): string {
  const { role, title, lang, alt, scope, columns, numbering, id } = tag
  let entries = `/Type/StructElem/S/${role}`
  if (title !== undefined) entries += `/T ${textOperand(title)}`
  if (lang !== undefined) entries += `/Lang ${textOperand(lang)}`
  if (alt !== undefined) entries += `/Alt ${textOperand(alt)}`
  if (id !== undefined) entries += `/ID ${textOperand(id)}`
  if (box)
    entries += `/A<</O/Layout/Placement/Block/BBox[${box.map((edge) => Math.round(edge * 100) / 100).join(' ')}]>>`
  if (scope) entries += `/A<</O/Table/Scope/${scope}${columns === undefined ? '' : `/ColSpan ${columns}`}>>`
  if (numbering) entries += `/A<</O/List/ListNumbering/${numbering}>>`
  return entries
}
