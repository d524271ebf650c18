import type { LimitFunction } from 'p-limit'
import type { Fragment } from '../galley/strip.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { Page } from '../page/page.ts'
import type { Tag } from '../style/tag.ts'
import type { Codes, GlyphUse } from './codes.ts'
import { addFragment, type Content, createContent, endContent } from './content.ts'
import { pack, unpack } from './deflate.ts'
import { keepsCodes, type Renumbering, recode } from './glyphs.ts'
import { fillHoles, filling, type Hole, type PageNumbering } from './holes.ts'
import type { PaintedChapter, PaintedPage } from './painted.ts'
import { createTagPainter } from './tags.ts'

/** A chapter whose page numbers are still to be filled in. */
export interface PaintedWithHoles extends PaintedChapter {
  readonly pages: readonly PageProof[]
  readonly use: GlyphUse
}

/** A page on its way: its content as it was painted, or packed already and then without the other. */
export interface PageProof extends PaintedPage {
  readonly holes: readonly Hole[]
  readonly packed?: Promise<Uint8Array>
}

/** What chapters are painted with. */
export interface PaintSettings {
  /** Tag of the whole document. */
  readonly root: Tag
  /** Operators that set a colour, by token: see `colorOperators`. */
  readonly colors: Readonly<Record<string, string>>
  readonly codes: Codes
  readonly typesetter: Typesetter
  /** Number of a picture in the dossier; undefined for one that can't be shown. */
  readonly pictureNumber: (bytes: Uint8Array) => number | undefined
}

/** Paints the pages of a chapter, in order. */
export function paintChapter(pages: Iterable<Page>, settings: PaintSettings): PaintedWithHoles {
  const { root, colors, codes, pictureNumber, typesetter } = settings
  codes.beginChapter()
  const tags = createTagPainter(root)
  const painted: PageProof[] = []
  for (const { width, height, head, body, notes, anchors } of pages) {
    const images: number[] = []
    const content = createContent(height, {
      codes,
      tags,
      colors,
      digits: (style) => typesetter.words(style).word('0123456789?', false),
      image(bytes) {
        const number = pictureNumber(bytes)
        if (number === undefined) return undefined
        const known = images.indexOf(number)
        return `I${known >= 0 ? known : images.push(number) - 1}`
      },
    })
    addAll(content, head)
    addAll(content, body)
    addAll(content, notes)
    const stream = Buffer.from(endContent(content), 'latin1')
    const links = content.links.map(({ link, tag, box }, at) => ({ link, element: tags.link(tag, at), box }))
    const faces = content.faces.map((face) => codes.faceNumber(face))
    const { holes } = content
    painted.push({ width, height, content: stream, faces, images, links, marked: tags.endPage(), anchors, holes })
  }
  return { pages: painted, elements: tags.end(), use: codes.use() }
}

const noContent = new Uint8Array()

/** Begins to pack the pages that are complete; `queue` does a few at a time, beside what this thread does. */
export function packEarly(chapter: PaintedWithHoles, queue: LimitFunction): PaintedWithHoles {
  const pages = chapter.pages.map((page): PageProof => {
    if (page.holes.length > 0) return page
    const packed = queue(() => pack(page.content))
    // The chapter may be painted again, and then nobody waits for it.
    packed.catch(() => undefined)
    return { ...page, content: noContent, packed }
  })
  return { ...chapter, pages }
}

function addAll(content: Content, fragments: readonly Fragment[]): void {
  for (let index = 0; index < fragments.length; index++) {
    const fragment = fragments[index]
    if (fragment) addFragment(content, fragment)
  }
}

/** What makes painted pages those of the file. */
export interface Finishing extends PageNumbering {
  /** What becomes of the numbers of faces and the codes of glyphs. */
  readonly renumbering: Renumbering
  /** Does a few pages at a time. */
  readonly queue: LimitFunction
}

/** Fills the page numbers in, puts in the file's codes of glyphs where they are others, and packs what is not packed yet. */
export async function finishChapter(
  { pages, elements, use }: PaintedWithHoles,
  finishing: Finishing,
): Promise<PaintedChapter> {
  const { renumbering, queue } = finishing
  const keeps = keepsCodes(use, renumbering)
  const finished = pages.map(async ({ holes, packed, ...page }): Promise<PaintedPage> => {
    const faces = page.faces.map((face) => renumbering.faces[face] ?? 0)
    if (packed && keeps) return { ...page, faces, content: await packed }
    return queue(async () => {
      const content = packed
        ? await unpack(await packed)
        : fillHoles(page.content, holes, (hole) => filling(hole, finishing))
      if (!keeps) recode(content, page.faces, renumbering)
      return { ...page, faces, content: await pack(content) }
    })
  })
  return { pages: await Promise.all(finished), elements }
}
