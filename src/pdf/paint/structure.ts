import type { Tag } from '../style/tag.ts'
import { type PdfRef, type PdfValue, type PdfWriter, rawObject, textOperand } from './writer.ts'

/*
 * The tag tree (ISO 32000-1, 14.7 and 14.8). Elements come into being when their first text is painted, so the order
 * of their children is that of reading; they are written when their chapter is done, so no more than a chapter is kept.
 */

/** One element of the tree while text still comes into it. */
interface Element {
  readonly ref: PdfRef
  /** How others refer to it ("12 0 R"). */
  readonly reference: string
  readonly tag: Tag
  readonly parent: PdfRef
  /** Children as they are written: numbers of text on the element's page, references, dictionaries. */
  readonly kids: string[]
  /** Where its picture is. */
  box?: readonly number[]
  /** The page of the element's first text; text on other pages names its page. */
  page: PdfRef | undefined
}

export interface Structure {
  /** A stretch of text begins that belongs to the tag: its number on the page. */
  content(tag: Tag, page: PdfRef): number
  /** Makes a place for a tag in its parent now, before its text comes. */
  attach(tag: Tag): void
  /** An annotation belongs to the tag; gives the annotation's key in the parent tree. */
  annotation(tag: Tag, annotation: PdfRef, page: PdfRef): number
  /** Where a picture is on its page. */
  box(tag: Tag, box: readonly [number, number, number, number]): void
  /** The key of a page in the parent tree, when all its text is painted. */
  endPage(): number
  /** Writes the elements of a chapter. */
  endChapter(): void
  /** Writes the rest of the tree and hangs it into the file. */
  end(): void
}

export function createStructure(writer: PdfWriter, root: Tag): Structure {
  const treeRoot = writer.ref({ Type: 'StructTreeRoot' })
  const elements = new Map<Tag, Element>()
  const document = createElement(root)
  const parents: string[] = []
  const ids: [string, string][] = []
  let nextKey = 0
  let onPage: string[] = []

  function createElement(tag: Tag): Element {
    const parent = tag.parent ? elementOf(tag.parent) : undefined
    // A row makes places for all of its cells when the first of them asks for it.
    const made = elements.get(tag)
    if (made) return made
    const ref = writer.ref(rawObject(() => elementText(element)))
    const element: Element = {
      ref,
      reference: `${ref.id} 0 R`,
      tag,
      parent: parent?.ref ?? treeRoot,
      kids: [],
      page: undefined,
    }
    elements.set(tag, element)
    parent?.kids.push(element.reference)
    if (tag.id !== undefined) ids.push([tag.id, element.reference])
    for (const cell of tag.cells ?? []) elementOf(cell)
    return element
  }

  function elementOf(tag: Tag): Element {
    return elements.get(tag) ?? createElement(tag)
  }

  return {
    content(tag, page) {
      const element = elementOf(tag)
      const number = onPage.push(element.reference) - 1
      element.page ??= page
      const elsewhere = element.page === page ? '' : `<</Type/MCR/Pg ${page.id} 0 R/MCID ${number}>>`
      element.kids.push(elsewhere || String(number))
      return number
    },
    attach(tag) {
      elementOf(tag)
    },
    annotation(tag, annotation, page) {
      const element = elementOf(tag)
      element.kids.push(`<</Type/OBJR/Obj ${annotation.id} 0 R/Pg ${page.id} 0 R>>`)
      parents.push(`${nextKey} ${element.reference}`)
      return nextKey++
    },
    box(tag, box) {
      elementOf(tag).box = box
    },
    endPage() {
      const elements = onPage
      const list = writer.ref(rawObject(() => `[${elements.join(' ')}]`))
      list.end()
      onPage = []
      parents.push(`${nextKey} ${list.id} 0 R`)
      return nextKey++
    },
    endChapter() {
      for (const [tag, element] of elements) {
        if (tag === root) continue
        element.ref.end()
        elements.delete(tag)
      }
    },
    end() {
      document.ref.end()
      const parentTree = writer.ref(rawObject(() => `<<\n/Nums [${parents.join(' ')}]\n>>`))
      parentTree.end()
      Object.assign(treeRoot.data, { K: [document.ref], ParentTree: parentTree, ParentTreeNextKey: nextKey })
      if (ids.length > 0) treeRoot.data.IDTree = nameTree(ids)
      // pdfkit writes both when the file ends.
      writer._root.data.StructTreeRoot = treeRoot
      writer._root.data.MarkInfo = writer.ref({ Marked: true })
    },
  }
}

/** An element as it is written. */
function elementText({ tag, parent, kids, page, box }: Element): string {
  const { role, title, lang, alt, scope, columns, numbering, id } = tag
  const texts = [
    ['T', title],
    ['Lang', lang],
    ['Alt', alt],
    ['ID', id],
  ].map(([key, value]) => (value === undefined ? '' : `/${key} ${textOperand(value)}`))
  const attributes = [
    box && `/O/Layout/Placement/Block/BBox[${box.map((edge) => Math.round(edge * 100) / 100).join(' ')}]`,
    scope && `/O/Table/Scope/${scope}${columns === undefined ? '' : `/ColSpan ${columns}`}`,
    numbering && `/O/List/ListNumbering/${numbering}`,
  ].map((attribute) => (attribute === undefined ? '' : `/A<<${attribute}>>`))
  const on = page ? `/Pg ${page.id} 0 R` : ''
  return `<</Type/StructElem/S/${role}/P ${parent.id} 0 R${on}${texts.join('')}${attributes.join('')}/K[${kids.join(' ')}]>>`
}

/** Values by name, as they are written; names are in the order of their bytes, as readers search them. */
export function nameTree(entries: Iterable<readonly [string, string]>): PdfValue {
  const sorted = [...entries].map(([name, value]) => ({
    bytes: encoded(name),
    written: `${textOperand(name)} ${value}`,
  }))
  sorted.sort((a, b) => (a.bytes < b.bytes ? -1 : 1))
  return rawObject(() => `<</Names[${sorted.map(({ written }) => written).join(' ')}]>>`)
}

/** A name as its bytes are written: ASCII as it is, all else as UTF-16. */
function encoded(name: string): string {
  if (!/[^\u0000-\u007f]/.test(name)) return name
  const bytes = [...Array(name.length).keys()].flatMap((at) => [name.charCodeAt(at) >> 8, name.charCodeAt(at) & 255])
  return `\u00fe\u00ff${String.fromCharCode(...bytes)}`
}
