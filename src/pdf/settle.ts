import type { PageEstimate } from './estimate.ts'
import type { LaidChapter } from './layout.ts'
import { placeOf } from './press.ts'
import type { Chapter } from './style/chapter.ts'

/*
 * Page numbers that are printed in the text depend on the layout, and the layout on them, but only on how many digits
 * they have: all figures are of one width, and the numbers themselves are filled in at the end. So a chapter is laid
 * out again only when a number in it has more or fewer digits than it was taken to have. What names places all over the
 * dossier would nearly always have one: it waits for the numbers.
 */

/** The whole dossier in pages. */
export interface Settled {
  readonly chapters: readonly LaidChapter[]
  /** Number of pages of each chapter. */
  readonly pages: Int32Array
  /** Page number by anchor. */
  readonly pageNumbers: ReadonlyMap<string, number>
  /** Anchors whose page numbers would not settle. */
  readonly unsettled: readonly string[]
}

/** A round of layout: the page numbers of the round before, the guess for what has none, and the pages of chapters so far. */
export interface Round {
  /** The chapters to lay out, by number. */
  readonly chapters: readonly number[]
  readonly numbers: ReadonlyMap<string, number>
  readonly estimate: PageEstimate
  /** Number of pages of each chapter, -1 where it is not known; filled in as chapters are laid out. */
  readonly pages: Int32Array
}

/** The number of an anchor's page in a round. */
export function numberIn({ numbers, estimate }: Round): (anchor: string) => number {
  return (anchor) => numbers.get(anchor) ?? estimate.pages.get(anchor) ?? estimate.after
}

const mostRounds = 5

/** Lays all chapters out until their page numbers hold; `layOut` does a round. */
export async function settle(
  chapters: readonly Chapter[],
  estimate: PageEstimate,
  layOut: (round: Round) => Promise<ReadonlyMap<number, LaidChapter>>,
): Promise<Settled> {
  const laid: LaidChapter[] = []
  const pages = new Int32Array(new SharedArrayBuffer(chapters.length * Int32Array.BYTES_PER_ELEMENT)).fill(-1)
  let numbers = new Map<string, number>()
  let todo = chapters.flatMap(({ namesPlaces }, index) => (namesPlaces ? [] : index))
  for (let round = 1; round <= mostRounds && todo.length > 0; round++) {
    for (const index of todo) pages[index] = -1
    for (const [index, chapter] of await layOut({ chapters: todo, numbers, estimate, pages })) laid[index] = chapter
    numbers = numbersOf(laid, chapters, pages)
    todo = unfinished(laid, chapters.length, numbers)
  }
  return {
    chapters: laid,
    pages,
    pageNumbers: numbers,
    unsettled: todo.flatMap((index) => wrong(laid[index], numbers)),
  }
}

/** The chapters, of so many, that are to be laid out, for the first time or once more. */
function unfinished(laid: readonly LaidChapter[], count: number, numbers: ReadonlyMap<string, number>): number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  const waiting = all.filter((index) => !laid[index])
  // What has no page yet may stand in a chapter that waits.
  const isKnown = (id: string): boolean => waiting.length === 0 || numbers.has(id)
  return all.filter((index) => !laid[index] || wrong(laid[index], numbers).some(isKnown))
}

/** The anchors that have no page, or whose page numbers have more or fewer digits than a chapter was laid out with. */
function wrong(laid: LaidChapter | undefined, numbers: ReadonlyMap<string, number>): string[] {
  return [...(laid?.taken ?? [])]
    .filter(([id, digits]) => {
      const number = numbers.get(id)
      return number === undefined || (digits > 0 && String(number).length !== digits)
    })
    .map(([id]) => id)
}

function numbersOf(laid: readonly LaidChapter[], chapters: readonly Chapter[], pages: Int32Array): Map<string, number> {
  const numbers = new Map<string, number>()
  // Those that wait for the numbers are not there at first, and are passed over.
  laid.forEach(({ anchors }, index) => {
    const start = placeOf(index, chapters, pages)?.start ?? 1
    for (const [id, page] of anchors) numbers.set(id, start + page)
  })
  return numbers
}
