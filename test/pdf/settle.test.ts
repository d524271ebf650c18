import { describe, expect, test } from 'vitest'
import type { LaidChapter } from '../../src/pdf/layout.ts'
import { settle } from '../../src/pdf/settle.ts'
import type { Chapter } from '../../src/pdf/style/chapter.ts'

/** What a chapter comes to: pages, the page of each anchor in it, and digits that page numbers were taken to have. */
interface Outcome {
  readonly pages: number
  readonly anchors?: Readonly<Record<string, number>>
  readonly taken?: (number: (anchor: string) => number) => Readonly<Record<string, number>>
  readonly namesPlaces?: boolean
}

/** Settles chapters of which everything is guessed to be on page 1; gives the chapters of each round. */
async function settled(outcomes: readonly Outcome[]) {
  const chapters = outcomes.map(({ namesPlaces = false }) => ({ namesPlaces, onRecto: false }) as Chapter)
  const rounds: (readonly number[])[] = []
  const { pageNumbers, unsettled } = await settle(chapters, { pages: new Map(), after: 1 }, async (round) => {
    rounds.push(round.chapters)
    return new Map(
      round.chapters.map((index): [number, LaidChapter] => {
        const { pages = 1, anchors = {}, taken = () => ({}) } = outcomes[index] ?? {}
        round.pages[index] = pages
        const digits = taken((anchor) => round.numbers.get(anchor) ?? 1)
        const about = { missing: new Set<number>(), overfull: [] }
        return [
          index,
          { pages, anchors: new Map(Object.entries(anchors)), taken: new Map(Object.entries(digits)), ...about },
        ]
      }),
    )
  })
  return { rounds, pageNumbers: Object.fromEntries(pageNumbers), unsettled }
}

const digitsOf = (number: number): number => String(number).length
const contents: Outcome = { pages: 2, taken: () => ({ mill: 0, registers: 0 }) }
const part: Outcome = { pages: 20, anchors: { mill: 14 } }
const registers: Outcome = {
  pages: 1,
  anchors: { registers: 0 },
  taken: (number) => ({ mill: digitsOf(number('mill')) }),
  namesPlaces: true,
}

describe('the page numbers of a dossier', () => {
  test('come to be known with each chapter laid out once, where contents have room for any and registers wait', async () => {
    const { rounds, pageNumbers, unsettled } = await settled([contents, part, registers])
    expect(rounds).toEqual([[0, 1], [2]])
    expect(pageNumbers).toEqual({ mill: 17, registers: 23 })
    expect(unsettled).toEqual([])
  })

  test('take another round for a chapter in which one has more digits than was thought', async () => {
    const { rounds } = await settled([{ pages: 2, taken: (number) => ({ mill: digitsOf(number('mill')) }) }, part])
    expect(rounds).toEqual([[0, 1], [0]])
  })

  test('do not settle for an anchor that is nowhere', async () => {
    expect((await settled([contents, part])).unsettled).toEqual(['registers'])
  })
})
