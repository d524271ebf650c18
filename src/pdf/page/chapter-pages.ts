import type { Galley } from '../galley/floats.ts'
import { isOnItsSide } from './body.ts'
import type { PagePlan } from './breaks.ts'
import { composePage } from './compose.ts'
import { type FrameSettings, frameOf, type PageMatter } from './frame.ts'
import type { Page } from './page.ts'
import type { NotesOf } from './slices.ts'

/** A chapter in lines and page breaks. */
export interface BrokenChapter {
  /** What its running head says. */
  readonly title: string
  /** BCP 47 tag of its text. */
  readonly language: string
  /** Whether its pages reach into the outer margin. */
  readonly wide: boolean
  /** Pages without running head and folio, from its first one on. */
  readonly barePages: number
  /** Anchors of headings in it that are of a chapter's rank: a page that begins with one has no running head. */
  readonly headings: ReadonlySet<string>
  readonly galley: Galley
  readonly notesOf: NotesOf
  readonly plans: readonly PagePlan[]
  /** Label of a note by its anchor. */
  readonly noteLabel: (note: string) => string
}

/** Where a chapter stands in the dossier. */
export interface ChapterPlace {
  /** Page number after the chapter before. */
  readonly from: number
  /** Number of its own first page; pages between the two are blank. */
  readonly start: number
}

/** The pages of a chapter, blank ones before it included; each is made when it is asked for. */
export function* pagesOf(chapter: BrokenChapter, place: ChapterPlace, settings: FrameSettings): Generator<Page> {
  const { title, language, wide, barePages, headings, galley, notesOf, plans, noteLabel } = chapter
  for (let number = place.from; number < place.start; number++) yield blankPage(number, language, settings)
  for (const [at, plan] of plans.entries()) {
    const matter: PageMatter = {
      number: place.start + at,
      title,
      language,
      landscape: isOnItsSide(plan, galley),
      wide,
      numbered: at >= barePages,
      opening: at <= barePages || (galley.strips[plan.from]?.anchors ?? []).some((anchor) => headings.has(anchor)),
      noteLabel,
    }
    yield composePage(plan, galley, notesOf, frameOf(matter, settings))
  }
}

/** A page without text, so that the next one is a right-hand page. */
function blankPage(number: number, language: string, settings: FrameSettings): Page {
  const matter: PageMatter = {
    number,
    title: '',
    language,
    landscape: false,
    wide: false,
    numbered: false,
    opening: true,
    noteLabel: () => '',
  }
  const plan = { from: 0, to: 0, floats: [], feet: [], moved: [], notes: [], overfull: false }
  return composePage(plan, { strips: [], floats: new Map() }, () => [], frameOf(matter, settings))
}
