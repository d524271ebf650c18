import type { Numbered } from './chain.ts'

/** What a row of calls must be like, where not one note has a text to speak for it; set by hand. */
const least = {
  /** A single call, and two, must be ones that can hardly be anything else. */
  weightOfFew: 2.5,
  /** Mean weight of the calls of a longer row. */
  weight: 1,
  /** Share of the numbers from the first to the last that are there. */
  covered: 0.6,
}

/** A row that is called few. */
const few = 2

/** The highest number that a row can begin with: the capture may have lost the first call. */
const latestFirst = 2

/** A row that begins later, as an extract does, is at least this long, and has this share of its numbers. */
const extract = { calls: 5, covered: 0.9, weight: 2 }

/**
 * Whether numbers are the calls of notes whose texts are all lost, rather than figures that happen to rise: they begin
 * with the first notes, hardly one is missing, and they stand where calls do.
 */
export function isRowOfCalls(row: readonly Numbered[]): boolean {
  const first = row[0]?.value ?? 0
  if (first === 0) return false
  const mean = row.reduce((sum, { weight }) => sum + weight, 0) / row.length
  const covered = row.length / spanOf(row)
  if (row.length <= few) return first === 1 && covered === 1 && mean >= least.weightOfFew
  if (first <= latestFirst) return covered >= least.covered && mean >= least.weight
  return row.length >= extract.calls && covered >= extract.covered && mean >= extract.weight
}

/** How many numbers a row goes through, where it begins again from 1 again. */
function spanOf(row: readonly Numbered[]): number {
  let span = 0
  row.forEach(({ value }, at) => {
    const before = row[at - 1]?.value
    span += before === undefined ? 1 : value > before ? value - before : value
  })
  return span
}
