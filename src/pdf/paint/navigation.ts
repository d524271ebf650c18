import type { Anchor } from '../page/page.ts'
import { nameTree } from './structure.ts'
import { type PdfRef, type PdfWriter, pdfText } from './writer.ts'

/** A bookmark, and those under it. */
export interface Bookmark {
  /** Anchor that it leads to. */
  readonly id: string
  readonly title: string
  readonly children: readonly Bookmark[]
}

/** A named place as it is written: page, and height from the foot of the page; the reader's zoom is kept. */
export function destination(page: PdfRef, height: number, { y }: Anchor): string {
  return `[${page.id} 0 R /XYZ null ${Math.round((height - y + 12) * 100) / 100} null]`
}

/** Writes every named place. */
export function writeDestinations(writer: PdfWriter, places: ReadonlyMap<string, string>): void {
  writer._root.data.Names.data.Dests = nameTree(places)
}

/** Writes the bookmarks whose places exist: parts are open, what is in them is folded. */
export function writeBookmarks(writer: PdfWriter, bookmarks: readonly Bookmark[]): void {
  const root = writer.ref({ Type: 'Outlines' })
  const count = writeLevel(writer, root, bookmarks)
  root.data.Count = count
  root.end()
  if (count > 0) {
    writer._root.data.Outlines = root
    writer._root.data.PageMode = 'UseOutlines'
  }
}

function writeLevel(writer: PdfWriter, parent: PdfRef, bookmarks: readonly Bookmark[]): number {
  const refs = bookmarks.map(({ id, title }) =>
    writer.ref({ Title: pdfText(title), Parent: parent, Dest: pdfText(id) }),
  )
  for (const [index, ref] of refs.entries()) {
    const previous = refs[index - 1]
    const next = refs[index + 1]
    if (previous) ref.data.Prev = previous
    if (next) ref.data.Next = next
    const inside = writeLevel(writer, ref, bookmarks[index]?.children ?? [])
    if (inside > 0) ref.data.Count = -inside
  }
  for (const ref of refs) ref.end()
  const [first] = refs
  if (first) parent.data.First = first
  const last = refs.at(-1)
  if (last) parent.data.Last = last
  return refs.length
}
