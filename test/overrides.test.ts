import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Overrides, Source } from '../src/captured/source.ts'
import { steps } from '../src/normalize/steps.ts'
import { normalizeText } from '../src/pipeline.ts'

const texts = [
  'lists/nested',
  'lists/lettered-items-keep-letters',
  'columns/title-across',
  'running-heads/head-and-foot',
]

function normalize(text: string, overrides: Partial<Overrides>) {
  const source: Source = {
    id: 'text',
    path: 'text.txt',
    mediaType: 'text/plain',
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    bom: false,
    metadata: {},
    notes: {},
    images: [],
    overrides: { off: [], options: {}, keep: [], ...overrides },
  }
  return normalizeText({ source, file: new VFile({ value: text, path: 'text.txt' }) })
}

function read(name: string): string {
  return readFileSync(new URL(`fixtures/normalize/${name}/input.txt`, import.meta.url), 'utf8')
}

describe.each(texts)('%s', (name) => {
  test.each(steps.flatMap(({ rule }) => rule ?? []))('loses nothing without %s', (rule) => {
    const { part } = normalize(read(name), { off: [rule] })
    expect(part.file.messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(part.edits.filter((edit) => edit.rule === rule)).toEqual([])
    expect(part.tree.children.filter(({ type }) => type === 'line')).toEqual([])
  })
})

test('a line that is kept stays a paragraph of its own, whatever stands around it', () => {
  const text = read('running-heads/head-and-foot')
  const { markdown } = normalize(text, { keep: [4] })
  const fourth = text.split('\n')[3] ?? ''
  expect(fourth).not.toBe('')
  expect(markdown).toContain(`\n\n${fourth}\n\n`)
})

test('lines stay lines when they are not to be joined', () => {
  const text = read('join-lines/dashes')
  const { markdown } = normalize(text, { off: ['normalize:lines-are-joined'] })
  expect(markdown.split('\n\n').length).toBeGreaterThanOrEqual(text.trim().split('\n').length)
})
