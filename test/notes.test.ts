import { describe, expect, test } from 'vitest'
import { bestChain } from '../src/normalize/notes/chain.ts'
import { callsIn, labelAtStart } from '../src/normalize/notes/labels.ts'
import { workOf } from './work.ts'

const labels = (text: string) => callsIn(text).map(({ label }) => label)

describe('candidates for calls', () => {
  test.each([
    ['The pilots built them.1 Then came the storm.', ['1']],
    ['It was, he said, “a shame.”12', ['12']],
    ['on March 31, 1922,8 this work', ['8']],
    ['until 4 December 1921.17 However, nobody came', ['17']],
    ['the quay12 (see the plan)', ['12']],
    ['a letter[3] and a bill.[4]', ['3', '4']],
    ['the bill³ of the yard', ['3']],
    ['the pilots.* The guild† too', ['*', '†']],
    ['They burnt down. 5 Nobody knows why.', ['5']],
  ])('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected)
  })

  test.each([
    'They cost 3,500 crowns on 9/10 March.',
    'In the 1930s there were 12 km2 and 4 m³ of water.',
    'It rose by 4.5% to 12.4 million.',
    'See No.5, pp.12-14 and vol.3 of the book.',
    'Paragraph 2.10.3 says so.',
    '3.1',
    'At 10:30, on the 9th, 44-day strikes ended.',
  ])('none in: %s', (text) => {
    expect(labels(text)).toEqual([])
  })
})

describe('labels at the start of a line', () => {
  test.each([
    ['12. See the diary.', 'dot', '12', 4],
    ['12See the diary.', 'glued', '12', 2],
    ['[12] See the diary.', 'bracket', '12', 5],
    ['¹² See the diary.', 'superscript', '12', 3],
    ['* See the diary.', 'symbol', '*', 2],
    ['12', 'alone', '12', 2],
    ['Note 12: See the diary.', 'named', '12', 9],
  ])('%s', (line, form, label, length) => {
    expect(labelAtStart(line)).toEqual({ form, label, length })
  })

  test.each(['12th of May', '1,200 crowns', '2021. It rained', 'see note 3'])('none: %s', (line) => {
    expect(labelAtStart(line)).toBeUndefined()
  })
})

describe('the row of calls', () => {
  const row = (values: readonly number[], weight = 2) => values.map((value) => ({ value, weight }))
  const valuesOf = (chain: readonly { value: number }[]) => chain.map(({ value }) => value)

  test('leaves out what does not rise by one', () => {
    const items = [...row([1, 2]), { value: 44, weight: 0.3 }, ...row([3]), { value: 9, weight: 0.3 }, ...row([4, 5])]
    expect(valuesOf(bestChain(items, { gap: 1.5 }))).toEqual([1, 2, 3, 4, 5])
  })

  test('bridges a call that was lost', () => {
    expect(valuesOf(bestChain(row([1, 2, 4, 5]), { gap: 1.5 }))).toEqual([1, 2, 4, 5])
  })

  test('begins again where enough calls do', () => {
    expect(valuesOf(bestChain(row([1, 2, 3, 1, 2, 3]), { gap: 1.5, restart: 4 }))).toEqual([1, 2, 3, 1, 2, 3])
    expect(valuesOf(bestChain(row([1, 2, 3, 1]), { gap: 1.5, restart: 4 }))).toEqual([1, 2, 3])
  })

  test('is ten times the work for ten times the numbers', () => {
    const items = (length: number) => Array.from({ length }, (_, at) => ({ value: (at * 7919) % 3000, weight: 1 }))
    const [few = [], many = []] = [2_000, 20_000].map(items)
    const [short = 0, long = 0] = [few, many].map((row) => workOf(() => bestChain(row, { gap: 1.5, restart: 4 })))
    expect(short).toBeGreaterThan(few.length)
    expect(long / short).toBeLessThan(11)
  })
})
