import { expect, test } from 'vitest'
import { lastAtMost, partitionPoint } from '../src/partition-point.ts'

test('the border is where the test first fails: at either end, or between', () => {
  const numbers = [1, 3, 3, 8]
  const places = [0, 1, 2, 3, 4, 8, 9].map((limit) =>
    partitionPoint(numbers.length, (at) => (numbers[at] ?? 0) < limit),
  )
  expect(places).toEqual([0, 0, 1, 1, 3, 3, 4])
  expect(partitionPoint(0, () => true)).toBe(0)
})

test('the last number at most a limit is the last of equal ones; there may be none', () => {
  expect([0, 1, 3, 5, 8, 99].map((limit) => lastAtMost([1, 3, 3, 8], limit))).toEqual([-1, 0, 2, 2, 3, 3])
  expect(lastAtMost([], 1)).toBe(-1)
})
