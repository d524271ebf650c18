import { setImmediate } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { ResolvedDocument } from '../link/resolved.ts'
import type { FontLibrary } from '../read/fonts.ts'
import { pictureFault } from '../read/picture.ts'
import type { Labels } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import { type LaidChapter, type Layout, layOutChapter } from './layout.ts'
import { openFace } from './measure/open-face.ts'
import { createTypesetter, type OpenFace } from './measure/typesetter.ts'
import { type ChapterPlace, pagesOf } from './page/chapter-pages.ts'
import { type FrameSettings, roomOf } from './page/frame.ts'
import type { Page } from './page/page.ts'
import { finishChapter, type PaintedWithHoles, packEarly, paintChapter } from './paint/chapter.ts'
import { createCodes, type GlyphUse } from './paint/codes.ts'
import { colorOperators } from './paint/content.ts'
import { mostAtOnce } from './paint/deflate.ts'
import type { Renumbering, ThreadGlyphs } from './paint/glyphs.ts'
import type { PaintedChapter } from './paint/painted.ts'
import { type Chapter, chaptersOf } from './style/chapter.ts'
import { sheetOf } from './style/sheet.ts'
import { tagUnder } from './style/tag.ts'

/** What a press is set up with, beside its fonts: plain data but for the labels. */
export interface PressSettings {
  readonly document: ResolvedDocument
  readonly theme: Theme
  readonly labels: Labels
  /** Version of the tool, for the colophon. */
  readonly version: string
  /** Command that makes the dossier again, for the colophon. */
  readonly command?: string | undefined
  /** Whether files are attached. */
  readonly attached: boolean
  /** Whether every page has its number printed on it. */
  readonly allNumbered: boolean
}

/** Page numbers of a round of layout: those of the round before, else a guess. */
export type PageNumbers = (anchor: string) => number

/**
 * Lays out and paints chapters, each by its number in the dossier. A dossier can be shared out among several presses,
 * one a thread. What is painted is kept, lines are not: they take ten times the room.
 */
export interface Press {
  readonly chapters: readonly Chapter[]
  /** Lays chapters out; those whose place is known are painted at once. `pages` has the number of pages of each chapter, -1 where it is not known, and is filled in. */
  layOut(chapters: readonly number[], pageNumbers: PageNumbers, pages: Int32Array): Promise<Map<number, LaidChapter>>
  /** Paints what is not painted yet, and tells which glyphs are in use. `pages` is complete. */
  paint(pages: Int32Array): ThreadGlyphs
  /** Begins to finish each chapter: with page numbers, and the numbers of glyphs in the file. */
  finish(pageNumbers: ReadonlyMap<string, number>, renumbering: Renumbering): Map<number, Promise<PaintedChapter>>
}

/** A chapter on its way. */
interface Proof {
  /** The page numbers that it was made with. */
  readonly pageNumbers: PageNumbers
  /** Absent when it has been painted. */
  layout?: Layout['broken'] | undefined
  painted?: PaintedWithHoles
  place?: ChapterPlace
}

export function createPress(settings: PressSettings, fonts: FontLibrary): Press {
  const { document, theme } = settings
  const frame = frameSettings(settings, fonts, openFace)
  const { chapters, root } = dossierChapters(settings, frame)
  const codes = createCodes()
  const pictures = new Map(picturesOf(document).map((bytes, number) => [bytes, number]))
  const painting = {
    root,
    codes,
    typesetter: frame.typesetter,
    colors: colorOperators(theme.colors.light),
    pictureNumber: (bytes: Uint8Array) => (pictureFault(bytes) ? undefined : pictures.get(bytes)),
  }
  const proofs = new Map<number, Proof>()
  const queue = pLimit(mostAtOnce)

  function paint(proof: Proof, place: ChapterPlace): void {
    if (!proof.layout) return
    proof.painted = packEarly(paintChapter(pagesOf(proof.layout, place, frame), painting), queue)
    proof.place = place
    proof.layout = undefined
  }

  function layOut(number: number, pageNumbers: PageNumbers): Layout | undefined {
    const chapter = chapters[number]
    const layout = chapter && layOutChapter(chapter, pageNumbers, frame)
    if (layout) proofs.set(number, { pageNumbers, layout: layout.broken })
    return layout
  }

  /** Paints the chapters whose place is known by now. */
  function paintPlaced(pages: Int32Array): void {
    for (const [number, proof] of proofs) {
      const place = proof.layout && placeOf(number, chapters, pages)
      if (place) paint(proof, place)
    }
  }

  return {
    chapters,
    async layOut(numbers, pageNumbers, pages) {
      const laid = new Map<number, LaidChapter>()
      for (const number of numbers) {
        const layout = layOut(number, pageNumbers)
        if (!layout) continue
        pages[number] = layout.laid.pages
        laid.set(number, layout.laid)
        paintPlaced(pages)
        // What is packed beside this thread gets its turn.
        await setImmediate()
      }
      return laid
    },
    paint(pages) {
      for (const [number, { place: before, pageNumbers }] of proofs) {
        const place = placeOf(number, chapters, pages)
        // A chapter before it has more or fewer pages than it had when this one was painted.
        if (before && (before.start !== place?.start || before.from !== place.from)) layOut(number, pageNumbers)
      }
      paintPlaced(pages)
      const uses = new Map<number, GlyphUse>()
      for (const [number, { painted }] of proofs) if (painted) uses.set(number, painted.use)
      return { faces: codes.faces, chapters: uses }
    },
    finish(pageNumbers, renumbering) {
      const finishing = { pageNumbers, typesetter: frame.typesetter, codes, renumbering, queue }
      const finished = new Map<number, Promise<PaintedChapter>>()
      for (const number of [...proofs.keys()].sort((a, b) => a - b)) {
        const painted = proofs.get(number)?.painted
        if (painted) finished.set(number, finishChapter(painted, finishing))
        proofs.delete(number)
      }
      return finished
    },
  }
}

/** The pages of a dossier, with their numbers: for tests, and for finding out what pages hold. */
export function dossierPages(settings: PressSettings, fonts: FontLibrary, open: OpenFace = openFace): Page[] {
  const frame = frameSettings(settings, fonts, open)
  const { chapters } = dossierChapters(settings, frame)
  let pages: Page[] = []
  for (let round = 1; round <= 3; round++) {
    const numbers = new Map(pages.flatMap(({ number, anchors }) => anchors.map(({ id }) => [id, number])))
    pages = []
    for (const chapter of chapters) {
      const from = pages.length + 1
      const { broken } = layOutChapter(chapter, (anchor) => numbers.get(anchor) ?? 1, frame)
      pages.push(...pagesOf(broken, { from, start: startAfter(from, chapter) }, frame))
    }
  }
  return pages
}

function frameSettings(settings: PressSettings, fonts: FontLibrary, open: OpenFace): FrameSettings {
  const { document, theme, labels, allNumbered } = settings
  const stacks = Object.fromEntries(Object.entries(theme.fonts))
  const typesetter = createTypesetter(stacks, fonts, open, theme.line)
  const sheet = sheetOf(theme, typesetter)
  return { sheet, labels, typesetter, room: roomOf(sheet, labels.language), title: document.title, allNumbered }
}

function dossierChapters(settings: PressSettings, { sheet }: FrameSettings) {
  const { document, theme, labels, version, command, attached } = settings
  const root = tagUnder(undefined, 'Document')
  const fonts = [theme.fonts.text.families[0], theme.fonts.heading.families[0]].filter((name) => name !== undefined)
  return {
    root,
    chapters: chaptersOf({ document, labels, sheet, making: { version, command, fonts, attached }, root }),
  }
}

/** The pictures of a dossier in order: their numbers are the same in every thread. */
export function picturesOf({ parts }: ResolvedDocument): Uint8Array[] {
  return parts.flatMap(({ source }) => source.images.map(({ bytes }) => bytes))
}

/** Where a chapter stands; undefined while a chapter before it has no known number of pages. */
export function placeOf(number: number, chapters: readonly Chapter[], pages: Int32Array): ChapterPlace | undefined {
  let from = 1
  for (let before = 0; ; before++) {
    const chapter = chapters[before]
    if (!chapter) return undefined
    const start = startAfter(from, chapter)
    if (before === number) return { from, start }
    const count = pages[before] ?? -1
    if (count < 0) return undefined
    from = start + count
  }
}

function startAfter(from: number, { onRecto }: Pick<Chapter, 'onRecto'>): number {
  return onRecto && from % 2 === 0 ? from + 1 : from
}
