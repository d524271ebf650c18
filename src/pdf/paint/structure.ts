import { childOf, type PaintedElements } from './painted.ts'
import { type PdfRef, type PdfValue, type PdfWriter, rawObject, textOperand } from './writer.ts'

/** A page in the file, as far as the tag tree is concerned. */
export interface WrittenPage {
  readonly page: PdfRef
  /** The objects of its links. */
  readonly links: readonly PdfRef[]
}

/** The tag tree of the file (ISO 32000-1, 14.7). */
export interface Structure {
  /** Begins a chapter: makes objects for its elements, the first of which is the document's own. */
  beginChapter(elements: PaintedElements): void
  /** The key of a page in the parent tree; `marked` are the elements of its stretches of text. */
  page(marked: readonly number[]): number
  /** The key of a link in the parent tree. */
  link(element: number): number
  /** Writes the elements of the chapter. */
  endChapter(pages: readonly WrittenPage[]): void
  /** Writes the rest of the tree and hangs it into the file. */
  end(): void
}

export function createStructure(writer: PdfWriter): Structure {
  const treeRoot = writer.ref({ Type: 'StructTreeRoot' })
  const ofDocument: string[] = []
  let documentEntries = ''
  const document = writer.ref(rawObject(() => `<<${documentEntries}/P ${treeRoot.id} 0 R/K[${ofDocument.join(' ')}]>>`))
  const parents: string[] = []
  const ids: [string, string][] = []
  let nextKey = 0
  let elements: PaintedElements | undefined
  let refs: PdfRef[] = []
  let pages: readonly WrittenPage[] = []

  function reference(number: number): string {
    return `${(refs[number] ?? treeRoot).id} 0 R`
  }

  /** The children of an element; those that stand on the page `own` need not name it. */
  function childrenOf({ children, ends }: PaintedElements, element: number, own: number): string {
    const written: string[] = []
    for (let at = ends[element - 1] ?? 0; at < (ends[element] ?? 0); at += 2) {
      const { kind, page, number } = childOf(children, at)
      const on = `${pages[page]?.page.id} 0 R`
      if (kind === 'element') written.push(reference(number))
      else if (kind === 'link') written.push(`<</Type/OBJR/Obj ${pages[page]?.links[number]?.id} 0 R/Pg ${on}>>`)
      else written.push(page === own ? String(number) : `<</Type/MCR/Pg ${on}/MCID ${number}>>`)
    }
    return written.join(' ')
  }

  function elementText(all: PaintedElements, element: number): string {
    const page = all.pages[element] ?? -1
    const on = page < 0 ? '' : `/Pg ${pages[page]?.page.id} 0 R`
    const parent = reference(all.parents[element] ?? -1)
    return `<<${all.entries[element]}/P ${parent}${on}/K[${childrenOf(all, element, page)}]>>`
  }

  return {
    beginChapter(painted) {
      elements = painted
      refs = painted.entries.map((_, number) =>
        number === 0 ? document : writer.ref(rawObject(() => elementText(painted, number))),
      )
      for (const [number, id] of painted.ids) ids.push([id, reference(number)])
    },
    page(marked) {
      const list = writer.ref(rawObject(() => `[${marked.map(reference).join(' ')}]`))
      list.end()
      parents.push(`${nextKey} ${list.id} 0 R`)
      return nextKey++
    },
    link(element) {
      parents.push(`${nextKey} ${reference(element)}`)
      return nextKey++
    },
    endChapter(written) {
      pages = written
      for (const [number, ref] of refs.entries()) if (number > 0) ref.end()
      const own = elements?.entries[0]
      if (!elements || own === undefined) return
      documentEntries = own
      // Text of the document's own names its page: no page is the first for all chapters.
      const children = childrenOf(elements, 0, -1)
      if (children !== '') ofDocument.push(children)
    },
    end() {
      document.end()
      const parentTree = writer.ref(rawObject(() => `<<\n/Nums [${parents.join(' ')}]\n>>`))
      parentTree.end()
      Object.assign(treeRoot.data, { K: [document], ParentTree: parentTree, ParentTreeNextKey: nextKey })
      if (ids.length > 0) treeRoot.data.IDTree = nameTree(ids)
      // pdfkit writes both when the file ends.
      writer._root.data.StructTreeRoot = treeRoot
      writer._root.data.MarkInfo = writer.ref({ Marked: true })
    },
  }
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
