import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { editsOf } from '../src/captured/record.ts'
import type { Source } from '../src/captured/source.ts'
import type { RuleId } from '../src/diagnostics/rules.ts'
import { evidenceOf } from '../src/normalize/evidence/evidence.ts'
import { steps } from '../src/normalize/steps.ts'
import { parse } from '../src/parse/parse.ts'

/*
 * What is measured of a text is measured at its place in the order of steps, whoever reads it: a rule that finds
 * nothing to do in a text leaves every measurement as it is, whether it runs or not.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const texts = [...inputsIn('test/fixtures/normalize'), ...inputsIn('sources')]

function inputsIn(folder: string): string[] {
  const paths = readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path)))
  return paths.filter((path) => path.endsWith('.txt') && !path.endsWith('messages.txt'))
}

const rules = [...new Set(steps.flatMap(({ rule }) => rule ?? []))]
const measures = steps.flatMap((step) => (step.rule === undefined ? step.measures : []))

function sourceOf(text: string): Source {
  return {
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
    overrides: { off: [], options: {}, keep: [] },
  }
}

/** The tree of a text, read for steps to run over. */
function readText(text: string) {
  const file = new VFile({ value: text, path: 'text.txt' })
  const { tree } = parse(sourceOf(text), file)
  return { tree, file }
}

/** Runs the steps one by one; gives the rules that changed the text, and what was measured. */
function watched(text: string) {
  const { tree, file } = readText(text)
  const busy = new Set<RuleId>()
  for (const { rule, plugin } of steps) {
    const before = JSON.stringify(tree)
    unified().use([plugin]).runSync(tree, file)
    if (rule !== undefined && JSON.stringify(tree) !== before) busy.add(rule)
  }
  return { busy, evidence: measuredOf(file) }
}

/** What is measured of a text when some rules are turned off. */
function measuredWithout(text: string, off: ReadonlySet<RuleId>) {
  const { tree, file } = readText(text)
  const left = steps.filter(({ rule }) => rule === undefined || !off.has(rule))
  unified()
    .use(left.map(({ plugin }) => plugin))
    .runSync(tree, file)
  return measuredOf(file)
}

function measuredOf(file: VFile) {
  const evidence = evidenceOf(file)
  return measures.map((name) => [name, evidence[name]])
}

test('every measurement has one step, which changes no tree', () => {
  expect(measures.length).toBeGreaterThan(3)
  expect([...new Set(measures)]).toEqual(measures)
  const { tree, file } = readText('A title\n\nSome text that is bro-\nken at a measure, and goes on.\n')
  const before = JSON.stringify(tree)
  for (const step of steps) if (step.rule === undefined) unified().use([step.plugin]).runSync(tree, file)
  expect(JSON.stringify(tree)).toBe(before)
  expect(editsOf(file)).toEqual([])
})

test.each(texts)('rules that find nothing in %s change no measurement of it', (path) => {
  const text = readFileSync(join(root, path), 'utf8')
  const { busy, evidence } = watched(text)
  const idle = new Set(rules.filter((rule) => !busy.has(rule)))
  expect(idle.size).toBeGreaterThan(5)
  expect(measuredWithout(text, idle)).toEqual(evidence)
})

test('what a rule reads where nobody has measured is the measurement of a text without lines', () => {
  const { tree, file } = readText('')
  const neutral = evidenceOf(new VFile())
  unified()
    .use(steps.map(({ plugin }) => plugin))
    .runSync(tree, file)
  expect(measuredOf(file)).toEqual(measures.map((name) => [name, neutral[name]]))
})
