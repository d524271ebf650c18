import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Source } from '../src/captured/source.ts'
import { account } from '../src/ledger/account.ts'
import { toMarkdown } from '../src/markdown/to-markdown.ts'
import { normalize } from '../src/normalize/normalize.ts'
import { parse } from '../src/parse/parse.ts'
import { shapes } from './bench/shapes.ts'
import { workOf } from './work.ts'

/*
 * A text four times as long must be about four times the work, whatever it is made of. Work is counted, so the result is
 * the same on every machine; the limit lies between linear growth and that of the square, which would be sixteen times.
 */

/**
 * Length of the shorter text, in characters, and how much longer the other one is. In a shorter one rules that look at
 * so many lines around a place don't yet find as many.
 */
const length = 10_000
const factor = 4
/** By how much the growth may be off: a longer text can give a rule something to do that the shorter one could not. */
const tolerance = 2

function normalizeText(text: string): void {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const source: Source = {
    ...({ id: 'shape', path: 'shape.txt', mediaType: 'text/plain', size: text.length, encoding: 'utf-8' } as const),
    ...{ sha256, bom: false, metadata: {}, notes: {}, images: [], overrides: { off: [], options: {}, keep: [] } },
  }
  const part = normalize(parse(source, new VFile({ path: 'shape.txt', value: text })))
  account(part, toMarkdown(part))
}

describe('work grows with the length of the text, not faster', () => {
  test.for(Object.entries(shapes))('%s', ([, make]) => {
    const [short = 0, long = 0] = [length, factor * length].map((size) => workOf(() => normalizeText(make(size))))
    expect(long / short).toBeLessThan(factor * tolerance)
  })
})

describe('what is counted', () => {
  const growth = (work: (size: number) => void) => workOf(() => work(4 * length)) / workOf(() => work(length))

  test('a loop in a loop is work of the square', () => {
    const pairs = (size: number) => {
      let sum = 0
      for (let left = 0; left < size; left += 50) for (let right = 0; right < size; right += 50) sum += left ^ right
      return sum
    }
    expect(growth(pairs)).toBeGreaterThan(factor * tolerance)
  })

  test('so is a search to the end of the text from every line', () => {
    const search = (size: number) => {
      const text = 'A short line\n'.repeat(size / 13)
      for (let at = 0; at >= 0; at = text.indexOf('\n', at + 1)) /never/.test(text.slice(at))
    }
    expect(growth(search)).toBeGreaterThan(factor * tolerance)
  })
})
