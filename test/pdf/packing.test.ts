import { inflateSync } from 'node:zlib'
import pLimit from 'p-limit'
import { describe, expect, test } from 'vitest'
import { finishChapter, type PageProof, type PaintedWithHoles, packEarly } from '../../src/pdf/paint/chapter.ts'
import type { Renumbering } from '../../src/pdf/paint/glyphs.ts'
import type { PaintedElements } from '../../src/pdf/paint/painted.ts'

const line = 'BT\n/F0 9 Tf\n[<00010002>-12<0002>] TJ\nET'

/** A page whose first font is the press's third. */
function page(content: string): PageProof {
  const bytes = Buffer.from(content, 'latin1')
  return {
    ...{ width: 100, height: 100, content: bytes, faces: [2], images: [], links: [] },
    ...{ marked: [], anchors: [], holes: [] },
  }
}

const none = new Int32Array()
const columns = { parents: none, pages: none, ends: none, children: none }
const elements: PaintedElements = { entries: [], ids: new Map(), ...columns }

const chapter = (): PaintedWithHoles => ({ pages: [page(line)], elements, use: { faces: [2], glyphs: [[1, 2]] } })

/** These glyphs of the press's third face get other codes in the file, where the face is the first. */
const changing = (...changes: [number, number][]): Renumbering => ({
  faces: [-1, -1, 0],
  changed: [new Map(), new Map(), new Map(changes)],
})

async function finished(painted: PaintedWithHoles, renumbering: Renumbering) {
  const queue = pLimit(2)
  // Pages without holes ask for neither.
  const nothing = { pageNumbers: new Map<string, number>(), typesetter: {} as never, codes: {} as never }
  const { pages } = await finishChapter(painted, { ...nothing, renumbering, queue })
  return pages.map(({ content, faces }) => ({ content: inflateSync(content).toString('latin1'), faces }))
}

describe('a page that is packed early', () => {
  test('goes into the file as it is when its glyphs keep their codes', async () => {
    // Another chapter uses the glyph that gets another code.
    const early = await finished(packEarly(chapter(), pLimit(2)), changing([3, 4]))
    expect(early).toEqual([{ content: line, faces: [0] }])
  })

  test('gets the codes of the file all the same when they are others', async () => {
    const renumbering = changing([1, 10], [2, 255])
    const early = await finished(packEarly(chapter(), pLimit(2)), renumbering)
    expect(early).toEqual([{ content: 'BT\n/F0 9 Tf\n[<000a00ff>-12<00ff>] TJ\nET', faces: [0] }])
    expect(early).toEqual(await finished(chapter(), renumbering))
  })
})
