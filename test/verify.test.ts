import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build, diagnosticsOf, type VerifyOptions, verifyDossier } from '../src/index.ts'
import { makeFolder, readFolder } from './folder.ts'

const texts = {
  'a.txt': 'A Title\n\nThe first text says this, and it says\nit on two lines.\n',
  'b.txt': 'Another Title\r\n\r\nThe second text.\r\n',
}

async function makeDossier() {
  const sources = makeFolder(texts)
  const out = join(makeFolder(), 'out')
  expect((await build({ sources, out, formats: ['markdown'] })).written).toBe(true)
  return { sources, out }
}

/** Messages as "file rule", with the file's name only, sorted. */
async function verified(options: VerifyOptions): Promise<string[]> {
  const { files } = await verifyDossier(options)
  return diagnosticsOf(files)
    .map(({ file, rule }) => `${file.split('/').at(-1)} ${rule}`)
    .sort()
}

describe('verify', () => {
  test('finds nothing in a dossier as it was built, with and without its sources', async () => {
    const { sources, out } = await makeDossier()
    expect(await verifyDossier({ out, sources })).toMatchObject({ hashes: 3, ledgers: 2 })
    expect(await verified({ out, sources })).toEqual([])
    expect(await verified({ out })).toEqual([])
  })

  test('a source that was changed: the first byte that differs', async () => {
    const { sources, out } = await makeDossier()
    writeFileSync(join(sources, 'a.txt'), texts['a.txt'].replace('first', 'First'))
    expect(await verified({ out, sources })).toEqual(['a.txt ledger:source-is-unchanged'])
  })

  test('a markdown that was changed', async () => {
    const { sources, out } = await makeDossier()
    const path = join(out, 'markdown/a.md')
    writeFileSync(path, String(readFolder(out)['markdown/a.md']).replace('first', 'frist'))
    expect(await verified({ out, sources })).toEqual([
      'a.md verify:file-is-unchanged',
      'a.txt ledger:markdown-is-unchanged',
      'a.txt ledger:undo-gives-source-back',
    ])
    const { files } = await verifyDossier({ out, sources })
    const difference = diagnosticsOf(files).find(({ rule }) => rule === 'ledger:undo-gives-source-back')
    expect(difference).toMatchObject({ line: 3, column: 6, actual: '0x72', expected: ['0x69'] })
  })

  test('files that are missing', async () => {
    const { sources, out } = await makeDossier()
    rmSync(join(sources, 'b.txt'))
    rmSync(join(out, 'markdown/a.md'))
    expect(await verified({ out, sources })).toEqual([
      'a.md verify:file-is-unchanged',
      'a.txt ledger:markdown-is-unchanged',
      'b.txt ledger:source-is-unchanged',
    ])
  })

  test.each([
    ['not JSON', '{'],
    ['another JSON', '{"format":"dossierpress-ledger","version":2}'],
    ['a ledger with a path that leads out', ''],
  ])('a ledger that is damaged: %s', async (_name, contents) => {
    const { sources, out } = await makeDossier()
    const json = contents || String(readFolder(out)['ledger.json']).replace('"a.txt"', '"../../../etc/passwd"')
    writeFileSync(join(out, 'ledger.json'), json)
    const messages = await verified({ out, sources })
    expect(messages).toContain('ledger.json verify:file-is-unchanged')
    expect(messages.length).toBeGreaterThan(1)
  })

  test('a folder that is no dossier', async () => {
    expect(await verified({ out: makeFolder({ 'x.txt': 'x' }) })).toHaveLength(1)
    expect(await verified({ out: join(makeFolder(), 'nowhere') })).toHaveLength(1)
  })
})
