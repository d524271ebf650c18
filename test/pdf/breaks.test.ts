import { describe, expect, test } from 'vitest'
import type { Float } from '../../src/pdf/galley/floats.ts'
import { changed, type Strip, stripOf } from '../../src/pdf/galley/strip.ts'
import { breakPages } from '../../src/pdf/page/breaks.ts'
import type { Room } from '../../src/pdf/page/room.ts'
import { tagUnder } from '../../src/pdf/style/tag.ts'

/** A page of ten lines of ten points; the rule above the notes takes one line. */
const room: Room = { height: 100, landscapeHeight: 60, line: 10, grid: 5, separator: 10, noteGap: 0, carryOver: 10 }

function line(part: Partial<Strip> = {}): Strip {
  return changed(stripOf({ height: 10, penalty: 0, snap: false, fragments: [], notes: [], anchors: [] }), part)
}

const lines = (count: number) => Array.from({ length: count }, () => line())

const notes: Readonly<Record<string, Strip[]>> = {
  short: lines(2),
  long: lines(8),
  endless: lines(25),
  calling: [line({ notes: ['short'] }), line()],
}
const notesOf = (note: string) => notes[note] ?? []

const break_ = (strips: readonly Strip[], floats: readonly Float[] = []) =>
  breakPages({ strips, floats: new Map(floats.map((float) => [float.from, float])) }, notesOf, room)
const spans = (strips: readonly Strip[]) => break_(strips).map(({ from, to }) => [from, to])

describe('breaks', () => {
  test('fill pages to the last line', () => {
    expect(spans(lines(25))).toEqual([
      [0, 10],
      [10, 20],
      [20, 25],
    ])
  })

  test('keep a heading with what follows', () => {
    const strips = [
      ...lines(8),
      line({ before: 5 }),
      line({ penalty: Infinity }),
      line({ penalty: Infinity }),
      ...lines(3),
    ]
    expect(spans(strips)[0]).toEqual([0, 8])
  })

  test('leave a line white rather than a lonely one', () => {
    const strips = [...lines(9), line({ before: 0 }), line({ penalty: 5000 }), line({ penalty: 5000 }), ...lines(2)]
    expect(spans(strips)[0]).toEqual([0, 9])
  })

  test('start a new page where one is demanded', () => {
    expect(spans([...lines(3), line({ penalty: -Infinity }), ...lines(2)])).toEqual([
      [0, 3],
      [3, 6],
    ])
  })

  test('leave out white space at the head of a page', () => {
    const strips = [...lines(10), line({ before: 50 }), ...lines(9)]
    expect(spans(strips)).toEqual([
      [0, 10],
      [10, 20],
    ])
  })

  test('count a repeated table head', () => {
    const head = [line()]
    const rows = Array.from({ length: 28 }, (_, row) => line(row === 0 ? {} : { repeat: head }))
    expect(spans(rows).map(([from = 0, to = 0]) => to - from)).toEqual([10, 9, 9])
  })

  test('let a strip that is higher than a page stand alone, and say so', () => {
    const plans = break_([...lines(2), line({ height: 300 }), ...lines(2)])
    expect(plans.map(({ overfull }) => overfull)).toEqual([false, true, false])
  })
})

describe('notes', () => {
  const starts = (strips: readonly Strip[]) =>
    break_(strips).map((plan) => plan.notes.filter(({ from }) => from === 0).map(({ note }) => note))

  test('stand on the page of their call', () => {
    const strips = [...lines(7), line({ notes: ['short'] }), ...lines(5)]
    // Seven lines, the call, the rule and two lines of note would be eleven.
    expect(spans(strips)).toEqual([
      [0, 7],
      [7, 13],
    ])
    expect(starts(strips)).toEqual([[], ['short']])
  })

  test('are not divided when there is another way', () => {
    const plans = break_([...lines(4), line({ notes: ['long'] }), ...lines(10)])
    expect(plans.flatMap((plan) => plan.notes)).toEqual([{ note: 'long', from: 0, to: 8 }])
  })

  test('are divided when they are longer than a page, and go on at the foot of the next', () => {
    const plans = break_([line({ notes: ['endless'] }), ...lines(6)])
    const slices = plans.flatMap((plan) => plan.notes)
    expect(slices[0]?.from).toBe(0)
    expect(slices.at(-1)?.to).toBe(25)
    for (const [index, slice] of slices.entries()) if (index > 0) expect(slice.from).toBe(slices[index - 1]?.to)
  })

  test('all start on the page when one line calls more than fit', () => {
    const plans = break_([line({ notes: ['long', 'endless', 'short'] }), ...lines(3)])
    expect(plans[0]?.notes.map(({ note }) => note)).toEqual(['long', 'endless', 'short'])
  })

  test('that other notes call follow them', () => {
    expect(starts([line({ notes: ['calling'] })])).toEqual([['calling', 'short']])
  })
})

describe('floats', () => {
  const tag = tagUnder(undefined, 'Figure')
  /** A float of some lines at a place, which is not divided; white space as around a line. */
  const figure = (from: number, height: number): Float => ({
    from,
    to: from + height,
    after: 0,
    closed: 0,
    bound: 0,
    tag,
    table: false,
  })
  const block = (height: number) =>
    Array.from({ length: height }, (_, at) => line(at === 0 ? {} : { penalty: Infinity }))
  const show = (strips: readonly Strip[], floats: readonly Float[]) =>
    break_(strips, floats).map(({ from, to, floats: top, moved }) => ({
      text: [from, to],
      top: top.map((float) => float.from),
      moved: moved.map((float) => float.from),
    }))

  test('stay where they are when they fit', () => {
    const strips = [...lines(3), ...block(5), ...lines(9)]
    expect(show(strips, [figure(3, 5)])).toEqual([
      { text: [0, 10], top: [], moved: [] },
      { text: [10, 17], top: [], moved: [] },
    ])
  })

  test('that do not fit stand at the head of the next page, and text takes their room', () => {
    const strips = [...lines(6), ...block(5), ...lines(9)]
    expect(show(strips, [figure(6, 5)])).toEqual([
      { text: [0, 15], top: [], moved: [6] },
      { text: [15, 20], top: [6], moved: [] },
    ])
  })

  test('that are tables move only where they would leave many white lines', () => {
    const strips = [...lines(7), ...block(6), ...lines(12)]
    const table = { ...figure(7, 6), table: true }
    expect(show(strips, [figure(7, 6)])[0]?.moved).toEqual([7])
    expect(show(strips, [table])[0]?.moved).toEqual([])
  })

  test('keep their order, and all find their place before a page that must be new', () => {
    const strips = [...lines(5), ...block(6), ...lines(3), ...block(6), ...lines(2), line({ penalty: -Infinity })]
    const plans = show(strips, [figure(5, 6), figure(14, 6)])
    expect(plans.flatMap(({ top }) => top)).toEqual([5, 14])
    expect(plans.at(-1)).toEqual({ text: [22, 23], top: [], moved: [] })
  })

  test('after the last line have a page of their own', () => {
    const strips = [...lines(6), ...block(5), ...lines(4)]
    expect(show(strips, [figure(6, 5)])).toEqual([
      { text: [0, 15], top: [], moved: [6] },
      { text: [15, 15], top: [6], moved: [] },
    ])
  })

  test('with hardly any text under them stand at the foot', () => {
    const strips = [...lines(3), ...block(5), ...lines(12)]
    const plans = break_(strips, [figure(3, 5)])
    expect(plans[0]).toMatchObject({ from: 0, to: 10, feet: [{ from: 3 }], moved: [] })
    const higher = [...lines(1), ...block(5), ...lines(14)]
    expect(break_(higher, [figure(1, 5)])[0]?.feet).toEqual([])
  })

  test('that wait together stand at the head and the foot, with text between', () => {
    const tall = { ...room, height: 200 }
    const strips = [...lines(15), ...block(6), ...block(6), ...lines(40)]
    const floats = new Map([figure(15, 6), figure(21, 6)].map((float) => [float.from, float]))
    const [first, second] = breakPages({ strips, floats }, notesOf, tall)
    expect(first).toMatchObject({ from: 0, to: 32, moved: [{ from: 15 }, { from: 21 }] })
    expect(second).toMatchObject({ from: 32, to: 40, floats: [{ from: 15 }], feet: [{ from: 21 }] })
  })

  test('as high as a page have one of their own, and the text goes on before it', () => {
    const strips = [...lines(4), ...block(10), ...lines(12)]
    expect(show(strips, [figure(4, 10)])).toEqual([
      { text: [0, 20], top: [], moved: [4] },
      { text: [20, 20], top: [4], moved: [] },
      { text: [20, 26], top: [], moved: [] },
    ])
  })

  test('have white space under them at the head of a page', () => {
    const strips = [...lines(6), ...block(5), ...lines(22)]
    const figures = [{ ...figure(6, 5), after: 15 }]
    expect(show(strips, figures)[1]).toEqual({ text: [15, 18], top: [6], moved: [] })
  })

  test('take the notes that they call along', () => {
    const strips = [...lines(6), line({ notes: ['short'] }), ...block(4).slice(1), ...lines(7)]
    const plans = break_(strips, [figure(6, 4)])
    expect(plans.map(({ notes: slices }) => slices.map(({ note }) => note))).toEqual([[], ['short']])
    expect(plans[1]?.floats.map(({ from }) => from)).toEqual([6])
  })

  test('that follow a heading leave it with the text after them', () => {
    const bound = [line({ penalty: Infinity }), line({ penalty: Infinity }), ...block(4).slice(1)]
    const strips = [...lines(7), line(), ...bound, ...lines(12)]
    const plans = show(strips, [{ ...figure(8, 5), bound: 2 }])
    expect(plans[0]).toEqual({ text: [0, 15], top: [], moved: [8] })
    // Only one line would stay with the heading: then both go overleaf.
    const late = [...lines(8), line(), ...bound, ...lines(12)]
    expect(show(late, [{ ...figure(9, 5), bound: 2 }])[0]?.text).toEqual([0, 8])
  })
})
