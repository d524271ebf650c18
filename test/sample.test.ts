import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, diagnosticsOf } from '../src/index.ts'
import { compareWords } from './bench/words.ts'
import { type Blocks, blocksOf, wordsOf } from './blocks.ts'

const sources = fileURLToPath(new URL('../sources', import.meta.url))
const truths = new URL('fixtures/sample/', import.meta.url)
const out = mkdtempSync(join(tmpdir(), 'dossierpress-sample-'))
const target = join(out, 'dossier')
let result: Awaited<ReturnType<typeof build>>

beforeAll(async () => {
  result = await build({ sources, out: target })
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

function built(id: string): Blocks {
  return blocksOf(readFileSync(join(target, 'markdown', `${id}.md`), 'utf8'))
}

function truth(id: string): Blocks {
  return blocksOf(readFileSync(new URL(`${id}.md`, truths), 'utf8'))
}

describe('the sample dossier', () => {
  test('is built whole, without an error', () => {
    expect(diagnosticsOf(result.files).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(result.written).toBe(true)
    expect(readdirSync(target)).toEqual(
      expect.arrayContaining(['dossier.pdf', 'dossier.html', 'ledger.json', 'markdown', 'SHA256SUMS']),
    )
  })

  test.each(['explainer', 'news', 'paper', 'figures', 'statement'])('%s says what its source says', (id) => {
    const [actual, expected] = [built(id), truth(id)]
    expect(actual.body).toEqual(expected.body)
    expect(wordsOf(actual.body)).toEqual(wordsOf(expected.body))
    expect(actual.calls).toEqual(expected.calls)
  })

  test('the paper keeps its twenty notes, with the texts that were supplied', () => {
    const { notes, calls } = built('paper')
    expect(calls).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)))
    expect([...notes.keys()]).toEqual(calls)
    expect(notes.get('2')).toBe(truth('paper').notes.get('2'))
    expect(notes.get('13')).toBe(truth('paper').notes.get('13'))
  })

  test('every word of the texts is in the PDF, for whoever copies or searches it', (context) => {
    const count = compareWords(target)
    if (!count) context.skip('pdftotext is not installed')
    else {
      expect(count.missing).toEqual([])
      expect(count.words).toBeGreaterThan(6000)
    }
  })

  test('the endnotes of the explainer are kept though their calls are lost', () => {
    const [actual, expected] = [built('explainer').notes, truth('explainer').notes]
    expect([...actual.keys()]).toEqual([...expected.keys()])
    expect(wordsOf([...actual.values()])).toEqual(wordsOf([...expected.values()]))
  })
})
