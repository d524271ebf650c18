import type { Tag } from '../style/tag.ts'
import { type PdfRef, type PdfValue, type PdfWriter, pdfText } from './writer.ts'

/*
 * The tag tree (ISO 32000-1, 14.7 and 14.8). Elements come into being when their first text is painted, so the order
 * of their children is that of reading; they are written when their chapter is done, so no more than a chapter is kept.
 */

/** One element of the tree while text still comes into it. */
interface Element {
  readonly ref: PdfRef
  readonly kids: PdfValue[]
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
  const parents: PdfValue[] = []
  const ids: [string, PdfRef][] = []
  let nextKey = 0
  let onPage: PdfRef[] = []

  function createElement(tag: Tag): Element {
    const parent = tag.parent ? elementOf(tag.parent) : undefined
    // A row makes places for all of its cells when the first of them asks for it.
    const made = elements.get(tag)
    if (made) return made
    const ref = writer.ref({ Type: 'StructElem', S: tag.role, P: parent?.ref ?? treeRoot, ...attributesOf(tag) })
    const element: Element = { ref, kids: [], page: undefined }
    elements.set(tag, element)
    parent?.kids.push(ref)
    if (tag.id !== undefined) ids.push([tag.id, ref])
    for (const cell of tag.cells ?? []) elementOf(cell)
    return element
  }

  function elementOf(tag: Tag): Element {
    return elements.get(tag) ?? createElement(tag)
  }

  function write({ ref, kids, page }: Element): void {
    ref.data.K = kids
    if (page) ref.data.Pg = page
    ref.end()
  }

  return {
    content(tag, page) {
      const element = elementOf(tag)
      const number = onPage.push(element.ref) - 1
      element.page ??= page
      element.kids.push(element.page === page ? number : { Type: 'MCR', Pg: page, MCID: number })
      return number
    },
    attach(tag) {
      elementOf(tag)
    },
    annotation(tag, annotation, page) {
      const element = elementOf(tag)
      element.kids.push({ Type: 'OBJR', Obj: annotation, Pg: page })
      parents.push(nextKey, element.ref)
      return nextKey++
    },
    box(tag, box) {
      elementOf(tag).ref.data.A = { O: 'Layout', Placement: 'Block', BBox: box }
    },
    endPage() {
      const list = writer.ref(onPage)
      list.end()
      onPage = []
      parents.push(nextKey, list)
      return nextKey++
    },
    endChapter() {
      for (const [tag, element] of elements) {
        if (tag === root) continue
        write(element)
        elements.delete(tag)
      }
    },
    end() {
      write(document)
      const parentTree = writer.ref({ Nums: parents })
      parentTree.end()
      Object.assign(treeRoot.data, { K: [document.ref], ParentTree: parentTree, ParentTreeNextKey: nextKey })
      if (ids.length > 0) treeRoot.data.IDTree = nameTree(ids)
      // pdfkit writes both when the file ends.
      writer._root.data.StructTreeRoot = treeRoot
      writer._root.data.MarkInfo = writer.ref({ Marked: true })
    },
  }
}

function attributesOf({ lang, alt, scope, id }: Tag): { [key: string]: PdfValue } {
  return {
    ...(lang === undefined ? {} : { Lang: pdfText(lang) }),
    ...(alt === undefined ? {} : { Alt: pdfText(alt) }),
    ...(id === undefined ? {} : { ID: pdfText(id) }),
    ...(scope === undefined ? {} : { A: { O: 'Table', Scope: scope } }),
  }
}

/** Values by name; names are in the order of their bytes, as readers search them. */
export function nameTree(entries: readonly (readonly [string, PdfValue])[]): PdfValue {
  const sorted = [...entries].sort(([a], [b]) => (encoded(a) < encoded(b) ? -1 : 1))
  return { Names: sorted.flatMap(([name, value]) => [pdfText(name), value]) }
}

/** A name as its bytes are written: ASCII as it is, all else as UTF-16. */
function encoded(name: string): string {
  if (!/[^\u0000-\u007f]/.test(name)) return name
  const bytes = [...Array(name.length).keys()].flatMap((at) => [name.charCodeAt(at) >> 8, name.charCodeAt(at) & 255])
  return `\u00fe\u00ff${String.fromCharCode(...bytes)}`
}
