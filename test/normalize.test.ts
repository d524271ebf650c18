import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Source } from '../src/captured/source.ts'
import { keepLines } from '../src/normalize/lines/keep-lines.ts'
import { pluginsFor, steps } from '../src/normalize/steps.ts'
import { parse } from '../src/parse/parse.ts'
import { normalizeText } from '../src/pipeline.ts'

/*
 * One folder a plugin, one folder a case: input.txt, expected.md (without front matter), messages.txt when there is
 * something to say, and overrides.json where the source has some. UPDATE_FIXTURES=1 writes what is expected; read the difference then.
 */
const fixtures = new URL('fixtures/normalize/', import.meta.url)
const update = process.env.UPDATE_FIXTURES === '1'

const cases = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, fixtures)).map((of) => `${name}/${of}`))

function sourceOf(id: string, text: string): Source {
  const given = JSON.parse(read(`${id}/overrides.json`) || '{}') as Partial<Source['overrides']>
  return {
    id,
    path: `${id}.txt`,
    mediaType: 'text/plain',
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    bom: false,
    metadata: {},
    notes: {},
    images: [],
    overrides: { off: [], options: {}, keep: [], ...given },
  }
}

function read(path: string): string {
  const url = new URL(path, fixtures)
  return existsSync(url) ? readFileSync(url, 'utf8') : ''
}

/** Compares with a file, or writes it when fixtures are updated. */
function expectFile(path: string, actual: string): void {
  if (update && (actual !== '' || existsSync(new URL(path, fixtures)))) writeFileSync(new URL(path, fixtures), actual)
  expect(actual).toBe(read(path))
}

describe.each(cases)('%s', (path) => {
  const text = read(`${path}/input.txt`)

  test('gives the expected markdown and messages', () => {
    const file = new VFile({ value: text, path: `${path}/input.txt` })
    const { markdown, part } = normalizeText({ source: sourceOf(path, text), file })
    expectFile(`${path}/expected.md`, markdown.replace(/^---\n[\s\S]*?\n---\n\n?/, ''))
    const messages = part.file.messages.map(
      ({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}\n`,
    )
    expectFile(`${path}/messages.txt`, messages.join(''))
  })

  test('stays the same when all rules run again', () => {
    const file = new VFile({ value: text, path: 'again' })
    const source = sourceOf(path, text)
    const { tree } = parse(source, file)
    const run = () => unified().use(pluginsFor(source, 'lines')).runSync(tree, file)
    run()
    const once = JSON.stringify(tree)
    run()
    expect(JSON.stringify(tree)).toBe(once)
  })
})

/** What a rule does, what only looks like it and stays, and an edge. */
const leastCases = 3

describe('every rule has its cases', () => {
  const names = [keepLines, ...steps.flatMap(({ rule, plugin }) => (rule === undefined ? [] : plugin))].map(
    ({ name }) => name,
  )
  test.for([...new Set(names)])('%s', (name) => {
    const folder = `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/`
    const own = cases.filter((path) => path.startsWith(folder))
    expect(own.length, `cases in test/fixtures/normalize/${folder}`).toBeGreaterThanOrEqual(leastCases)
    for (const path of own) expect(existsSync(new URL(`${path}/expected.md`, fixtures)), path).toBe(true)
  })
})
