import type { VFile } from 'vfile'
import type { ResolvedDocument, ResolvedPart } from '../../link/resolved.ts'
import type { Labels } from '../../template/labels.ts'
import { rankHeadings } from './block/rank.ts'
import type { MatterContext, PageNumberText, PartContext, StyledNote } from './context.ts'
import type { Item } from './item.ts'
import { colophon, colophonAnchor, type Making } from './matter/colophon.ts'
import { contents } from './matter/contents.ts'
import { imprint } from './matter/imprint.ts'
import { partItems } from './matter/part.ts'
import { registerSections, registers, registersAnchor } from './matter/registers.ts'
import { titlePage } from './matter/title.ts'
import { noteItems } from './note.ts'
import type { Sheet } from './sheet.ts'
import { type Tag, tagUnder } from './tag.ts'

/** A stretch of the dossier that begins on a page of its own and is laid out by itself. */
export interface Chapter {
  /** What the running head says. */
  readonly title: string
  /** BCP 47 tag of its text. */
  readonly language: string
  /** Whether it starts on a right-hand page. */
  readonly onRecto: boolean
  /** Whether its pages reach into the outer margin, where no paragraph numbers stand. */
  readonly wide: boolean
  /** Pages without running head and folio, from its first one on. */
  readonly barePages: number
  /** Anchors of its headings, but the first, that are of a chapter's rank: a page that begins with one has no running head. */
  readonly headings: ReadonlySet<string>
  /** Anchor of the part that it holds, and how many words it has; absent for the dossier's own matter. */
  readonly part?: { readonly id: string; readonly words: number }
  /** The file that messages about it go on; absent when they are about the dossier. */
  readonly file?: VFile
  /** Whether it names places all over the dossier: it is laid out when the pages of all other chapters are known. */
  readonly namesPlaces: boolean
  /** Its blocks, with page numbers as far as they are known; called again when they were wrong. */
  style(pageNumber: PageNumberText): StyledChapter
}

/** A chapter's blocks and notes, ready for the galley. */
export interface StyledChapter {
  readonly items: readonly Item[]
  /** The items of a note by its anchor. */
  readonly noteItems: (note: string) => readonly Item[]
  /** Label of a note by its anchor. */
  readonly noteLabel: (note: string) => string
}

/** What all chapters are styled with. */
export interface ChapterSettings {
  readonly document: ResolvedDocument
  readonly labels: Labels
  readonly sheet: Sheet
  readonly making: Making
  /** Tag of the whole document. */
  readonly root: Tag
}

const noHeadings: ReadonlySet<string> = new Set()

/** The dossier's chapters in order: title and imprint, contents and lists, the parts, registers, colophon. */
export function chaptersOf(settings: ChapterSettings): Chapter[] {
  const { document, labels, making } = settings
  const registersTitle = labels.text('registers')
  const colophonTitle = labels.text('colophon')
  const back = [
    { id: registersAnchor, title: registersTitle, sections: registerSections(document, labels) },
    { id: colophonAnchor, title: colophonTitle, sections: [] },
  ]
  const backMatter = (context: MatterContext) => [...registers(context), ...colophon(context, making)]
  const title = (context: MatterContext) => [...titlePage(context), ...imprint(context, making.attached)]
  return [
    { ...matter(settings, labels.text('imprint'), title, 1), wide: true },
    matter(settings, labels.text('contents'), (context) => contents(context, back)),
    ...document.parts.map((part) => partChapter(settings, part)),
    {
      ...matter(settings, registersTitle, backMatter),
      wide: true,
      headings: new Set([colophonAnchor]),
      namesPlaces: true,
    },
  ]
}

function matter(
  { document, labels, sheet, root }: ChapterSettings,
  title: string,
  items: (context: MatterContext) => Item[],
  barePages = 0,
): Chapter {
  const language = labels.language
  return {
    title,
    language,
    onRecto: false,
    wide: false,
    barePages,
    headings: noHeadings,
    namesPlaces: false,
    style: (pageNumber) => ({
      items: items({ document, labels, sheet, language, root, pageNumber }),
      noteItems: () => [],
      noteLabel: () => '',
    }),
  }
}

function partChapter({ document, labels, sheet, root }: ChapterSettings, part: ResolvedPart): Chapter {
  const language = part.metadata.language ?? document.language
  return {
    title: part.title,
    language,
    onRecto: sheet.partsOnRecto,
    wide: false,
    barePages: 0,
    headings: noHeadings,
    part: { id: part.id, words: part.words },
    file: part.file,
    namesPlaces: false,
    style(pageNumber) {
      const notes = new Map(
        part.notes.map((note): [string, StyledNote] => {
          const tag = tagUnder(undefined, 'Note', { id: note.id })
          return [note.id, { note, definition: note.definition, tag }]
        }),
      )
      const tag = tagUnder(root, 'Part', { lang: language })
      const ranks = rankHeadings(part.tree)
      const context: PartContext = { document, labels, sheet, language, root, pageNumber, part, tag, notes, ranks }
      return {
        items: partItems(context),
        noteItems: (note) => noteItems(note, context),
        noteLabel: (note) => notes.get(note)?.note.label ?? '',
      }
    },
  }
}
