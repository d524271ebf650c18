import { describe, expect, test } from 'vitest'
import { type CodedFace, createCodeTable } from '../../src/pdf/paint/code-table.ts'
import { keepsCodes, mergeGlyphs, type ThreadGlyphs } from '../../src/pdf/paint/glyphs.ts'

const trueType: CodedFace = { id: 'Plain', bytes: new Uint8Array(), glyphCount: 300, isTrueType: true }
const other: CodedFace = { ...trueType, id: 'Other', isTrueType: false }

const [hyphen, minus, space, thinSpace] = [0x2d, 0x2212, 0x20, 0x2009]

describe('the code of a glyph', () => {
  test('is its id in a font with TrueType outlines, whatever came before', () => {
    const table = createCodeTable(trueType)
    expect([table.codeOf(40, [hyphen]), table.codeOf(7, [space]), table.codeOf(40, [hyphen])]).toEqual([40, 7, 40])
    expect([...table.codes.keys()]).toEqual([0, 40, 7])
  })

  test("is no glyph's when the glyph has another meaning already", () => {
    const table = createCodeTable(trueType)
    table.codeOf(40, [hyphen])
    const second = table.codeOf(40, [minus])
    expect(second).toBeGreaterThanOrEqual(300)
    expect(table.codes.get(second)).toMatchObject({ glyph: 40, codePoints: [minus] })
    expect(table.codeOf(0, [0x4e00])).not.toBe(0)
  })

  test('stays apart from others in a font that fills all codes', () => {
    const table = createCodeTable({ ...trueType, glyphCount: 0xffff })
    const codes = [
      table.codeOf(40, [hyphen]),
      table.codeOf(40, [minus]),
      table.codeOf(0xffff, [1]),
      table.codeOf(0xfffe, [2]),
    ]
    expect(new Set(codes).size).toBe(4)
    expect(Math.max(...codes)).toBeLessThanOrEqual(0xffff)
  })

  test('is the next number in a font with other outlines', () => {
    const table = createCodeTable(other)
    expect([table.codeOf(40, [hyphen]), table.codeOf(7, [space])]).toEqual([1, 2])
  })
})

/** A thread that has painted chapters, each with glyphs of one face: pairs of a glyph and what it stands for. */
function painted(face: CodedFace, chapters: Record<number, (readonly [number, number])[]>): ThreadGlyphs {
  const table = createCodeTable(face)
  const uses = Object.entries(chapters).map(([chapter, glyphs]) => {
    const codes = glyphs.map(([glyph, codePoint]) => table.codeOf(glyph, [codePoint]))
    return [Number(chapter), { faces: [0], glyphs: [codes] }] as const
  })
  return { faces: [table], chapters: new Map(uses) }
}

describe('the codes of several threads', () => {
  const even = painted(trueType, { 0: [[7, space]], 2: [[7, thinSpace]] })
  const odd = painted(trueType, {
    1: [
      [40, hyphen],
      [40, minus],
    ],
    3: [
      [7, space],
      [7, thinSpace],
    ],
  })

  test('are those that one thread would have given out', () => {
    const alone = createCodeTable(trueType)
    for (const [glyph, codePoint] of [
      [7, space],
      [40, hyphen],
      [40, minus],
      [7, thinSpace],
    ] as const)
      alone.codeOf(glyph, [codePoint])
    expect(mergeGlyphs([even, odd]).faces[0]?.codes).toEqual(alone.codes)
  })

  test('change for the chapters only whose glyphs have several meanings', () => {
    const [first, second] = mergeGlyphs([even, odd]).renumberings
    const keeps = (thread: ThreadGlyphs, chapter: number, by: typeof first) => {
      const use = thread.chapters.get(chapter)
      return use && by && keepsCodes(use, by)
    }
    expect(keeps(even, 0, first)).toBe(true)
    // Its code was the first of its kind in its thread, and is the second in the file.
    expect(keeps(even, 2, first)).toBe(false)
    expect([keeps(odd, 1, second), keeps(odd, 3, second)]).toEqual([true, true])
  })
})
