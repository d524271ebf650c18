import type { VFile } from 'vfile'

/** A stretch of the source: UTF-16 code units from `start` up to `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The stretches of the source that pieces of text make, in the order in which they are given. Neighbours with nothing
 * but white space between them are taken together; neighbours in a tree need not be neighbours in the source, because
 * columns change the order of lines, and another rule may have taken out what stood between.
 */
export function stretchesOf(file: VFile, pieces: readonly Stretch[]): Stretch[] {
  const text = String(file.value)
  const stretches: { start: number; end: number }[] = []
  for (const { start, end } of pieces) {
    const last = stretches.at(-1)
    if (last && start >= last.end && text.slice(last.end, start).trim() === '') last.end = Math.max(end, last.end)
    else stretches.push({ start, end })
  }
  return stretches
}
