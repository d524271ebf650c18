import type { Galley } from './galley/floats.ts'
import { setGalley } from './galley/galley.ts'
import type { Strip } from './galley/strip.ts'
import type { Typesetter } from './measure/typesetter.ts'
import { bodyOf, feetOf } from './page/body.ts'
import { breakPages, type PagePlan } from './page/breaks.ts'
import type { Room } from './page/room.ts'
import type { NotesOf } from './page/slices.ts'
import type { Chapter, StyledChapter } from './style/chapter.ts'
import type { Mark } from './style/mark.ts'

/*
 * Page numbers that are printed in the text depend on the layout, and the layout on them, but only on how many digits
 * they have: all figures are of one width, and the numbers themselves are filled in at the end. So a chapter is laid
 * out again only when a number in it has more or fewer digits than it was taken to have.
 */

/** A chapter in lines and pages, but without page numbers. */
export interface LaidChapter {
  readonly chapter: Chapter
  readonly styled: StyledChapter
  readonly galley: Galley
  readonly notesOf: NotesOf
  readonly plans: readonly PagePlan[]
  /** Page that an anchor is on, counted from 0 in this chapter. */
  readonly anchors: ReadonlyMap<string, number>
  /** How many digits the page number of each anchor was taken to have. */
  readonly taken: ReadonlyMap<string, number>
}

/** The whole dossier in pages. */
export interface Settled {
  readonly chapters: LaidChapter[]
  /** Number of each chapter's first page. */
  readonly starts: readonly number[]
  /** Page number by anchor. */
  readonly pageNumbers: ReadonlyMap<string, number>
  /** Anchors whose page numbers would not settle. */
  readonly unsettled: readonly string[]
}

export interface SettleSettings {
  readonly typesetter: Typesetter
  readonly measure: number
  readonly wideMeasure: number
  /** What wide chapters add to the measure. */
  readonly reach: number
  readonly grid: number
  readonly room: Room
  /** The page that an anchor will be on, roughly. */
  readonly estimate: (anchor: string) => number
  /** Told of a character that no font has. */
  readonly missing: (codePoint: number, chapter: Chapter) => void
}

const mostRounds = 5

/** Lays all chapters out until their page numbers hold. */
export function settle(chapters: readonly Chapter[], settings: SettleSettings): Settled {
  let laid: LaidChapter[] = []
  let numbers = new Map<string, number>()
  let starts: number[] = []
  for (let round = 1; round <= mostRounds; round++) {
    const known = numbers
    laid = chapters.map((chapter, index) => {
      const before = laid[index]
      return before && holds(before, known) ? before : layOut(chapter, known, settings)
    })
    starts = startsOf(laid)
    numbers = numbersOf(laid, starts)
    if (laid.every((chapter) => holds(chapter, numbers))) break
  }
  const unsettled = laid.flatMap((chapter) => wrong(chapter, numbers))
  return { chapters: laid, starts, pageNumbers: numbers, unsettled }
}

function holds(laid: LaidChapter, numbers: ReadonlyMap<string, number>): boolean {
  return wrong(laid, numbers).length === 0
}

function wrong(laid: LaidChapter, numbers: ReadonlyMap<string, number>): string[] {
  return [...laid.taken].filter(([id, digits]) => String(numbers.get(id) ?? '').length !== digits).map(([id]) => id)
}

function startsOf(chapters: readonly LaidChapter[]): number[] {
  let next = 1
  return chapters.map(({ chapter, plans }) => {
    const start = chapter.onRecto && next % 2 === 0 ? next + 1 : next
    next = start + plans.length
    return start
  })
}

function numbersOf(chapters: readonly LaidChapter[], starts: readonly number[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const [index, { anchors }] of chapters.entries()) {
    for (const [id, page] of anchors) numbers.set(id, (starts[index] ?? 1) + page)
  }
  return numbers
}

function layOut(chapter: Chapter, numbers: ReadonlyMap<string, number>, settings: SettleSettings): LaidChapter {
  const taken = new Map<string, number>()
  const styled = chapter.style((anchor) => {
    const text = String(numbers.get(anchor) ?? settings.estimate(anchor))
    taken.set(anchor, text.length)
    return text
  })
  const { typesetter, measure, wideMeasure, reach, grid, room } = settings
  const setting = {
    typesetter,
    measure: chapter.wide ? measure + reach : measure,
    wideMeasure,
    grid,
    tallest: room.height * 0.7,
    pageHeight: room.height,
    wideHeight: room.landscapeHeight,
    missing: (codePoint: number, _mark: Mark | undefined) => settings.missing(codePoint, chapter),
  }
  const galley = setGalley(styled.items, setting)
  const notesOf = noteSetter(styled, (items) => setGalley(items, { ...setting, wideMeasure: 0, grid: 0 }).strips)
  const plans = breakPages(galley, notesOf, room)
  // Items are made anew when the chapter is laid out again; lines take room enough.
  const kept = { ...styled, items: [] }
  return { chapter, styled: kept, galley, notesOf, plans, anchors: anchorsOf(plans, galley, notesOf), taken }
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

function anchorsOf(plans: readonly PagePlan[], galley: Galley, notesOf: NotesOf): Map<string, number> {
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
