import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { noPlaces } from '../link/places.ts'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { FaceCodes } from '../pdf/paint/code-table.ts'
import type { PaintedChapter } from '../pdf/paint/painted.ts'
import { createPress } from '../pdf/press.ts'
import { numberIn } from '../pdf/settle.ts'
import type { PressStarter } from '../pdf/share-out.ts'
import { fontLibrary } from '../read/fonts.ts'
import { templatesFolder } from '../read/package-root.ts'
import { readTemplates } from '../read/templates.ts'
import { readLabels } from '../template/labels.ts'
import type { PressShare, Tasks, Thread } from './tasks.ts'

/** A press in another thread; `templates` is the folder with templates of the user's own. */
export function threadPress(thread: Thread, templates: string | undefined): PressStarter {
  return ({ labels, document, ...settings }, parts) => {
    const share = { ...settings, document: documentOf(document, parts), language: labels.language, templates }
    // A failure comes out with the first round: there is no press then.
    thread.ask('setUp', share).catch(() => undefined)
    return {
      layOut: (round) => thread.ask('layOut', round),
      paint: (pages) => thread.ask('paint', pages),
      finish(pageNumbers, renumbering, chapters) {
        // A failure comes out with the chapters.
        thread.ask('finish', { pageNumbers, renumbering }).catch(() => undefined)
        const finished = chapters.map((number) => [number, thread.ask('chapter', number)] as const)
        // All that a thread is there for is done then.
        void Promise.allSettled(finished.map(([, chapter]) => chapter)).then(() => thread.end())
        return new Map(finished)
      },
    }
  }
}

/** What chapters of some parts need of a document: no other trees, and nothing for lists and registers. */
function documentOf(document: ResolvedDocument, parts: ReadonlySet<string>): ResolvedDocument {
  return {
    ...document,
    parts: document.parts.map((part) => (parts.has(part.id) ? sent(part) : withoutTree(part))),
    outline: [],
    figures: [],
    tables: [],
    annexes: [],
    registers: {
      lostNotes: [],
      uncalledNotes: [],
      lostFigures: [],
      deadLinks: [],
      unresolvedReferences: [],
      doubtfulPlaces: [],
      removedMatter: [],
    },
  }
}

/** Files stay where they are: messages go on them. */
const nowhere = {} as VFile

function sent({ source, ...part }: ResolvedPart): ResolvedPart {
  const { corrections: _, ...bare } = source
  return { ...part, source: bare, file: nowhere, places: noPlaces }
}

const noTree: Root = { type: 'root', children: [] }

function withoutTree(part: ResolvedPart): ResolvedPart {
  const { heading: _, ...rest } = sent(part)
  // Pictures are numbered through the whole dossier.
  const images = part.source.images.map((image) => ({ ...image, bytes: new Uint8Array() }))
  return { ...rest, source: { ...rest.source, images }, tree: noTree, notes: [], edits: [] }
}

/** The other thread's side of a press. */
export type PressServer = {
  readonly [Name in 'layOut' | 'paint' | 'finish' | 'chapter']: (
    question: Tasks[Name][0],
  ) => Tasks[Name][1] | Promise<Tasks[Name][1]>
}

export async function pressServer({ language, templates, ...settings }: PressShare): Promise<PressServer> {
  const labels = readLabels(await readTemplates(templates), language)
  const press = createPress({ ...settings, labels }, fontLibrary(templates ?? templatesFolder()))
  let finished = new Map<number, Promise<PaintedChapter>>()
  return {
    layOut: (round) => press.layOut(round.chapters, numberIn(round), round.pages),
    paint(pages) {
      const { faces, chapters } = press.paint(pages)
      return { faces: faces.map(sentFace), chapters }
    },
    finish({ pageNumbers, renumbering }) {
      finished = press.finish(pageNumbers, renumbering)
      return undefined
    },
    chapter(number) {
      const chapter = finished.get(number)
      if (!chapter) throw new Error(`Chapter ${number} was not painted`)
      finished.delete(number)
      return chapter
    },
  }
}

function sentFace({ face: { id, bytes, glyphCount, isTrueType }, codes }: FaceCodes): FaceCodes {
  return { face: { id, bytes, glyphCount, isTrueType }, codes }
}
