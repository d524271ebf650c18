import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Source } from '../src/captured/source.ts'
import { account } from '../src/ledger/account.ts'
import { toMarkdown } from '../src/markdown/to-markdown.ts'
import { normalize } from '../src/normalize/normalize.ts'
import { parse } from '../src/parse/parse.ts'
import { shapes } from './bench/shapes.ts'

/*
 * A text four times as long must take about four times the time, whatever it is made of. Processor time is compared,
 * which other work on the machine hardly changes, and the limit is far above linear growth and far below that of the
 * square, which would be sixteen times.
 */

/** Length of the shorter text, in characters, and how much longer the other one is. */
const length = 20_000
const factor = 4
/** By how much the growth may be off, and seconds that may be lost to compiling and collecting garbage. */
const tolerance = 2
const overhead = 0.5

function normalizeText(text: string): void {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const source: Source = {
    ...({ id: 'shape', path: 'shape.txt', mediaType: 'text/plain', size: text.length, encoding: 'utf-8' } as const),
    ...{ sha256, bom: false, metadata: {}, notes: {}, images: [], overrides: { off: [], options: {}, keep: [] } },
  }
  const part = normalize(parse(source, new VFile({ path: 'shape.txt', value: text })))
  account(part, toMarkdown(part))
}

/** Least processor time of some runs, in seconds. */
function secondsFor(text: string, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    normalizeText(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  })
  return Math.min(...times)
}

describe('time grows with the length of the text, not faster', () => {
  test.for(Object.entries(shapes))('%s', { timeout: 120_000 }, ([, make]) => {
    const short = secondsFor(make(length), 2)
    const limit = factor * tolerance * short + overhead
    const long = make(factor * length)
    // A second look before anything is said: a single run can meet a pause.
    const first = secondsFor(long, 1)
    expect(first < limit ? first : secondsFor(long, 2)).toBeLessThan(limit)
  })
})
