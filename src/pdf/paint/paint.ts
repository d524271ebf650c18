import type { Fragment } from '../galley/strip.ts'
import type { Page } from '../page/page.ts'
import type { Tag } from '../style/tag.ts'
import { type PackedAttachment, writeAttachments } from './attachments.ts'
import { colorOperators, createContent, type LinkArea } from './content.ts'
import { createDeflater } from './deflate.ts'
import { createFonts } from './fonts.ts'
import { createImages } from './images.ts'
import { addMetadata } from './metadata.ts'
import { type Bookmark, destination, writeBookmarks, writeDestinations } from './navigation.ts'
import { createStructure } from './structure.ts'
import { type FileInfo, openWriter, type PdfRef, rawObject, textOperand } from './writer.ts'

/** Writes pages into a file, in order; what is painted is not kept. */
export interface Painter {
  page(page: Page): Promise<void>
  /** No more text comes into the tags of the pages painted so far. */
  endChapter(): void
  /** Ends the file and gives its bytes. */
  end(bookmarks: readonly Bookmark[]): Promise<Uint8Array>
}

export interface PaintSettings {
  readonly info: FileInfo
  /** Tag of the whole document. */
  readonly root: Tag
  /** Colours by token, "#rrggbb". */
  readonly colors: Readonly<Record<string, string>>
  readonly attachments: readonly PackedAttachment[]
}

export function createPainter({ info, root, colors, attachments }: PaintSettings): Painter {
  const chunks: Uint8Array[] = []
  const writer = openWriter(info, chunks)
  addMetadata(writer, info)
  const operators = colorOperators(colors)
  const deflated = createDeflater()
  const fonts = createFonts(writer)
  const images = createImages(writer)
  const structure = createStructure(writer, root)
  const places = new Map<string, string>()

  function annotate(area: LinkArea, page: PdfRef): PdfRef {
    const { link, tag, box } = area
    const to = textOperand(link.to)
    const leads = link.kind === 'inside' ? `/Dest ${to}` : `/A<</S/URI/URI ${to}>>`
    const corners = box.map((edge) => Math.round(edge * 100) / 100).join(' ')
    const shown = `/Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4/Contents ${textOperand(link.title)}`
    let key = 0
    const annotation = writer.ref(rawObject(() => `<<${shown}${leads}/StructParent ${key}>>`))
    key = structure.annotation(tag, annotation, page)
    annotation.end()
    return annotation
  }

  return {
    async page({ width, height, head, body, notes, anchors }) {
      const fragments = [...head, ...body, ...notes]
      await loadImages(fragments, images)
      writer.addPage({ size: [width, height], margin: 0 })
      const { page } = writer
      const content = createContent(page.dictionary, height, {
        fonts,
        structure,
        colors: operators,
        image(bytes) {
          const image = images.get(bytes)
          if (image) page.xobjects[image.name] = image.ref
          return image && `/${image.name} Do`
        },
      })
      for (const fragment of fragments) content.add(fragment)
      await deflated.write(page.content, content.end())
      for (const face of content.faces) page.fonts[fonts.nameOf(face)] = fonts.refOf(face)
      for (const area of content.links) page.annotations.push(annotate(area, page.dictionary))
      Object.assign(page.dictionary.data, { StructParents: structure.endPage(), Tabs: 'S' })
      for (const anchor of anchors) places.set(anchor.id, destination(page.dictionary, height, anchor))
    },
    endChapter: () => structure.endChapter(),
    async end(bookmarks) {
      await deflated.end()
      structure.end()
      writeDestinations(writer, places)
      writeBookmarks(writer, bookmarks)
      await writeAttachments(writer, attachments, info.date)
      writer._root.data.PageLabels = { Nums: [0, { S: 'D' }] }
      const ended = new Promise<void>((resolve) => writer.once('end', resolve))
      writer.end()
      await ended
      return joined(chunks)
    },
  }
}

async function loadImages(fragments: readonly Fragment[], images: ReturnType<typeof createImages>): Promise<void> {
  for (const fragment of fragments) if (fragment.kind === 'image') await images.load(fragment.bytes)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
