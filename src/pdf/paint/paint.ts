import { type PackedAttachment, writeAttachments } from './attachments.ts'
import type { FaceCodes } from './code-table.ts'
import { createFileBytes } from './file-bytes.ts'
import { embedFonts } from './fonts.ts'
import { embedImage } from './images.ts'
import { addMetadata } from './metadata.ts'
import { type Bookmark, destination, writeBookmarks, writeDestinations } from './navigation.ts'
import type { PaintedChapter, PaintedLink, PaintedPage } from './painted.ts'
import { createStructure, type Structure } from './structure.ts'
import { type FileInfo, openWriter, type PdfRef, type PdfWriter, rawObject, textOperand } from './writer.ts'

/** All that goes into a file. */
export interface FileContents {
  readonly info: FileInfo
  /** In order; each is asked for when the ones before it are written. */
  readonly chapters: Iterable<Promise<PaintedChapter>>
  /** Faces by the numbers that the pages know them by. */
  readonly faces: readonly FaceCodes[]
  /** Pictures by the numbers that the pages know them by. */
  readonly pictures: readonly Uint8Array[]
  readonly bookmarks: readonly Bookmark[]
  readonly attachments: readonly PackedAttachment[]
}

/** Writes painted chapters into a file; gives its bytes. */
export async function writeFile(contents: FileContents): Promise<Uint8Array> {
  const { info, chapters, faces, pictures, bookmarks, attachments } = contents
  const file = createFileBytes()
  const writer = openWriter(info, file)
  addMetadata(writer, info)
  const structure = createStructure(writer)
  const places = new Map<string, string>()
  const fonts = embedFonts(writer, faces)
  const images = new Map<number, PdfRef>()
  for (const painted of chapters) {
    const { pages, elements } = await painted
    for (const number of pages.flatMap((page) => page.images)) {
      const bytes = pictures[number]
      if (bytes && !images.has(number)) images.set(number, await embedImage(writer, bytes))
    }
    structure.beginChapter(elements)
    structure.endChapter(pages.map((page) => writePage(page, { writer, structure, places, fonts, images })))
  }
  structure.end()
  writeDestinations(writer, places)
  writeBookmarks(writer, bookmarks)
  await writeAttachments(writer, attachments, info.date)
  writer._root.data.PageLabels = { Nums: [0, { S: 'D' }] }
  const ended = new Promise<void>((resolve) => writer.once('end', resolve))
  writer.end()
  await ended
  return file.end()
}

interface Setting {
  readonly writer: PdfWriter
  readonly structure: Structure
  /** Named places as they are written. */
  readonly places: Map<string, string>
  readonly fonts: readonly PdfRef[]
  readonly images: ReadonlyMap<number, PdfRef>
}

function writePage(painted: PaintedPage, setting: Setting): { page: PdfRef; links: PdfRef[] } {
  const { width, height, content, faces, images, links, marked, anchors } = painted
  const { writer, structure, places } = setting
  writer.addPage({ size: [width, height], margin: 0 })
  const { page } = writer
  // pdfkit has put a transformation into the content that turns the page upside down.
  page.content.buffer = []
  page.content.compress = false
  page.content.data = { Length: 0, Filter: 'FlateDecode' }
  page.content.write(content)
  for (const [name, face] of faces.entries()) page.fonts[`F${name}`] = setting.fonts[face] as PdfRef
  for (const [name, image] of images.entries()) page.xobjects[`I${name}`] = setting.images.get(image) as PdfRef
  const annotations = links.map((link) => annotation(link, writer, structure))
  if (annotations.length > 0) page.annotations.push(...annotations)
  Object.assign(page.dictionary.data, { StructParents: structure.page(marked), Tabs: 'S' })
  for (const anchor of anchors) places.set(anchor.id, destination(page.dictionary, height, anchor))
  return { page: page.dictionary, links: annotations }
}

function annotation({ link, element, box }: PaintedLink, writer: PdfWriter, structure: Structure): PdfRef {
  const to = textOperand(link.to)
  const leads = link.kind === 'inside' ? `/Dest ${to}` : `/A<</S/URI/URI ${to}>>`
  const corners = box.map((edge) => Math.round(edge * 100) / 100).join(' ')
  const shown = `/Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4/Contents ${textOperand(link.title)}`
  const key = structure.link(element)
  const made = writer.ref(rawObject(() => `<<${shown}${leads}/StructParent ${key}>>`))
  made.end()
  return made
}
