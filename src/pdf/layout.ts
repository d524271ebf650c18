import { setGalley } from './galley/galley.ts'
import type { Strip } from './galley/strip.ts'
import { bodyOf, feetOf } from './page/body.ts'
import { breakPages } from './page/breaks.ts'
import type { BrokenChapter } from './page/chapter-pages.ts'
import type { FrameSettings } from './page/frame.ts'
import type { NotesOf } from './page/slices.ts'
import type { Chapter, StyledChapter } from './style/chapter.ts'
import type { Mark } from './style/mark.ts'

/** What is known of a chapter when it has been laid out: plain data. */
export interface LaidChapter {
  /** How many pages it has. */
  readonly pages: number
  /** Page that an anchor is on, counted from 0 in this chapter. */
  readonly anchors: ReadonlyMap<string, number>
  /** How many digits the page number of each anchor was taken to have; 0 where any number of them has room. */
  readonly taken: ReadonlyMap<string, number>
  /** Code points that no font has. */
  readonly missing: ReadonlySet<number>
  /** For each page that holds more than its room, the first anchor on it. */
  readonly overfull: readonly (string | undefined)[]
}

/** A chapter laid out, with its lines. */
export interface Layout {
  readonly laid: LaidChapter
  readonly broken: BrokenChapter
}

/** Lays a chapter out: sets its blocks into lines and breaks them into pages. `pageNumber` gives page numbers as far as they are known. */
export function layOutChapter(chapter: Chapter, pageNumber: (anchor: string) => number, frame: FrameSettings): Layout {
  const { sheet, typesetter, room } = frame
  const taken = new Map<string, number>()
  const missing = new Set<number>()
  const styled = chapter.style((anchor, atEdge = false) => {
    const text = String(pageNumber(anchor))
    taken.set(anchor, atEdge ? (taken.get(anchor) ?? 0) : text.length)
    return text
  })
  const { measure } = sheet.page
  const setting = {
    typesetter,
    measure: chapter.wide ? measure + sheet.reach : measure,
    wideMeasure: sheet.landscape.measure,
    grid: sheet.grid,
    tallest: room.height * 0.7,
    pageHeight: room.height,
    wideHeight: room.landscapeHeight,
    missing: (codePoint: number, _mark: Mark | undefined) => missing.add(codePoint),
  }
  const galley = setGalley(styled.items, setting)
  const notesOf = noteSetter(styled, (items) => setGalley(items, { ...setting, wideMeasure: 0, grid: 0 }).strips)
  const plans = breakPages(galley, notesOf, room)
  const { title, language, wide, barePages, headings } = chapter
  const { noteLabel } = styled
  const broken = { title, language, wide, barePages, headings, galley, notesOf, plans, noteLabel }
  const overfull = plans
    .filter((plan) => plan.overfull)
    .map((plan) => bodyOf(plan, galley).flatMap(({ strip }) => strip.anchors)[0])
  return { laid: { pages: plans.length, anchors: anchorsOf(broken), taken, missing, overfull }, broken }
}

/** Sets each note when it is first needed. */
function noteSetter(
  styled: StyledChapter,
  set: (items: ReturnType<StyledChapter['noteItems']>) => readonly Strip[],
): NotesOf {
  const notes = new Map<string, readonly Strip[]>()
  return (note) => {
    const known = notes.get(note)
    if (known) return known
    const strips = set(styled.noteItems(note))
    notes.set(note, strips)
    return strips
  }
}

function anchorsOf({ plans, galley, notesOf }: BrokenChapter): Map<string, number> {
  const anchors = new Map<string, number>()
  for (const [page, plan] of plans.entries()) {
    for (const { strip } of [...bodyOf(plan, galley), ...feetOf(plan, galley)])
      for (const id of strip.anchors) anchors.set(id, page)
    for (const { note, from, to } of plan.notes) {
      for (const strip of notesOf(note).slice(from, to)) for (const id of strip.anchors) anchors.set(id, page)
    }
  }
  return anchors
}
