import type { ResolvedDocument } from '../link/resolved.ts'
import type { LaidChapter } from './layout.ts'
import type { FaceCodes } from './paint/code-table.ts'
import { mergeGlyphs, type Renumbering, type ThreadGlyphs } from './paint/glyphs.ts'
import type { PaintedChapter } from './paint/painted.ts'
import type { Press, PressSettings } from './press.ts'
import { numberIn, type Round, type Settled } from './settle.ts'
import type { Chapter } from './style/chapter.ts'

/** A press in another thread: see `Press`. */
export interface RemotePress {
  layOut(round: Round): Promise<ReadonlyMap<number, LaidChapter>>
  paint(pages: Int32Array): Promise<ThreadGlyphs>
  finish(
    pageNumbers: ReadonlyMap<string, number>,
    renumbering: Renumbering,
    chapters: readonly number[],
  ): ReadonlyMap<number, Promise<PaintedChapter>>
}

/** Sets a press up for the chapters of some parts, by their anchors. */
export type PressStarter = (settings: PressSettings, parts: ReadonlySet<string>) => RemotePress

/** A press in another thread failed: its share has to be done here. */
export class LostPress extends Error {
  override readonly name = 'LostPress'
}

/** Several presses that work as one. Whatever another thread fails with is a `LostPress`. */
export interface SharedPress {
  layOut(round: Round): Promise<ReadonlyMap<number, LaidChapter>>
  /** The chapters in order, and the faces that they know by number. */
  finish(
    settled: Settled,
  ): Promise<{ readonly faces: readonly FaceCodes[]; readonly chapters: Promise<PaintedChapter>[] }>
}

/** Shares the chapters of a dossier out among a press of this thread and presses in others. */
export function shareOut(press: Press, settings: PressSettings, starters: readonly PressStarter[]): SharedPress {
  const shares = sharesOf(press.chapters, starters.length + 1, entriesOf(settings.document) * wordsOfEntry)
  const remotes = starters.map((start, index) => {
    const share = shares[index + 1] ?? []
    return start(settings, new Set(share.flatMap((number) => press.chapters[number]?.part?.id ?? [])))
  })
  const shareIn = (chapters: readonly number[], index: number) =>
    chapters.filter((number) => shares[index]?.includes(number))

  return {
    async layOut(round) {
      const theirs = answersOf(
        remotes.map((remote, index) => remote.layOut({ ...round, chapters: shareIn(round.chapters, index + 1) })),
      )
      const ours = await press.layOut(shareIn(round.chapters, 0), numberIn(round), round.pages)
      return new Map([ours, ...(await theirs)].flatMap((laid) => [...laid]))
    },
    async finish({ pages, pageNumbers }) {
      const theirs = answersOf(remotes.map((remote) => remote.paint(pages)))
      const ours = press.paint(pages)
      const { faces, renumberings } = mergeGlyphs([ours, ...(await theirs)])
      const [first, ...rest] = renumberings
      const answers = remotes.flatMap((remote, index) =>
        rest[index] ? [...remote.finish(pageNumbers, rest[index], shares[index + 1] ?? [])] : [],
      )
      const finished = first ? press.finish(pageNumbers, first) : new Map<number, Promise<PaintedChapter>>()
      for (const chapter of finished.values()) handled(chapter)
      for (const [number, chapter] of answers) finished.set(number, lostWhenFailed(chapter))
      // A thread that has given all away ends: so the file is not begun before its memory is free.
      await Promise.all(answers.map(([number]) => finished.get(number)))
      return { faces, chapters: press.chapters.flatMap((_, number) => finished.get(number) ?? []) }
    },
  }
}

function answersOf<Answer>(questions: readonly Promise<Answer>[]): Promise<Answer[]> {
  return handled(Promise.all(questions.map(lostWhenFailed)))
}

function lostWhenFailed<Answer>(question: Promise<Answer>): Promise<Answer> {
  return handled(
    question.catch((error: unknown) => {
      throw new LostPress(error instanceof Error ? error.message : String(error))
    }),
  )
}

/** A promise that may fail before anybody waits for it. */
function handled<Answer>(promise: Promise<Answer>): Promise<Answer> {
  promise.catch(() => undefined)
  return promise
}

/** What an entry of the contents takes, in words of text: it has a line or two. */
const wordsOfEntry = 20

/** Entries of the dossier's own matter, but for the registers: they wait for all pages anyway. */
function entriesOf({ outline, figures, tables, annexes }: ResolvedDocument): number {
  const sections = outline.reduce((sum, { children }) => sum + 1 + children.length, 0)
  return sections + figures.length + tables.length + annexes.length
}

/** Gives each part to the press that has least to do so far; the first has the dossier's own matter, worth so many words. */
function sharesOf(chapters: readonly Chapter[], count: number, ownWords: number): number[][] {
  const shares = Array.from({ length: count }, (_, index) => ({
    words: index === 0 ? ownWords : 0,
    numbers: [] as number[],
  }))
  for (const [number, { part }] of chapters.entries()) {
    const [first] = shares
    const share = part ? shares.reduce((least, other) => (other.words < least.words ? other : least)) : first
    share?.numbers.push(number)
    if (share) share.words += part?.words ?? 0
  }
  return shares.map(({ numbers }) => numbers)
}
