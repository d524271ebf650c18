import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { diagnosticsOf } from '../src/diagnostics/summary.ts'
import { readChecksums } from '../src/write/checksums.ts'
import type { OutputFile } from '../src/write/output-file.ts'
import { write } from '../src/write/write.ts'
import { makeFolder, readFolder } from './folder.ts'

const dossier: readonly OutputFile[] = [
  { path: 'index.html', contents: '<p>ä' },
  { path: 'markdown/a.md', contents: Uint8Array.from([65, 10]) },
]

async function writeTo(out: string, files = dossier, sources = makeFolder()) {
  const file = new VFile({ path: out })
  const written = await write(files, { out, sources, file })
  return {
    written,
    rules: diagnosticsOf([file]).map(({ rule }) => rule),
    messages: file.messages.map(({ reason }) => reason),
  }
}

/** Whether the tests run as a user whom permissions do not stop. */
const isRoot = process.getuid?.() === 0

describe('write', () => {
  test('makes the folder, its parents, and checksums that sha256sum reads', async () => {
    const out = join(makeFolder(), 'deep/er/out')
    expect(await writeTo(out)).toEqual({ written: true, rules: [], messages: [] })
    const files = readFolder(out)
    expect(Object.keys(files)).toEqual(['SHA256SUMS', 'index.html', 'markdown/a.md'])
    expect(String(files['index.html'])).toBe('<p>ä')
    expect(String(files.SHA256SUMS).split('\n')[2]).toBe(
      '06f961b802bc46ee168555f066d28f4f0e9afdf3f88174c1ee6f9de004fc30a0  markdown/a.md',
    )
    expect([...(readChecksums(String(files.SHA256SUMS))?.keys() ?? [])]).toEqual(['index.html', 'markdown/a.md'])
    expect(statSync(out).mode & 0o777).toBe(statSync(dirname(out)).mode & 0o777)
  })

  test('the next build replaces its files, drops those it no longer makes, and keeps those of others', async () => {
    const out = join(makeFolder(), 'out')
    await writeTo(out)
    mkdirSync(join(out, 'mine'))
    writeFileSync(join(out, 'mine/notes.txt'), 'my notes')
    symlinkSync('notes.txt', join(out, 'mine/link'))
    writeFileSync(join(out, '.gitkeep'), '')
    expect((await writeTo(out, [{ path: 'index.html', contents: 'new' }])).written).toBe(true)
    const files = readFolder(out)
    expect(Object.keys(files)).toEqual(['.gitkeep', 'SHA256SUMS', 'index.html', 'mine/notes.txt'])
    expect(String(files['mine/notes.txt'])).toBe('my notes')
    expect(existsSync(join(out, 'mine/link'))).toBe(true)
    expect(String(files['index.html'])).toBe('new')
  })

  test('nothing is left beside the output', async () => {
    const folder = makeFolder()
    await writeTo(join(folder, 'out'))
    await writeTo(join(folder, 'out'))
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test('an empty folder, or one with hidden files only, is fine', async () => {
    const out = makeFolder({ '.gitkeep': '' })
    expect((await writeTo(out)).written).toBe(true)
    expect(Object.keys(readFolder(out))).toContain('.gitkeep')
  })

  test('a folder of other files is refused and stays as it is', async () => {
    const out = makeFolder({ 'thesis.docx': 'years of work', 'sub/.hidden/x': '1' })
    expect(await writeTo(out)).toMatchObject({ written: false, rules: ['write:output-is-a-dossier'] })
    expect(Object.keys(readFolder(out))).toEqual(['sub/.hidden/x', 'thesis.docx'])
  })

  test('a file of somebody else in the way is refused', async () => {
    const out = join(makeFolder(), 'out')
    await writeTo(out)
    writeFileSync(join(out, 'extra.html'), 'mine')
    const { written, rules } = await writeTo(out, [...dossier, { path: 'extra.html', contents: 'theirs' }])
    expect([written, rules]).toEqual([false, ['write:file-is-not-replaced']])
    expect(String(readFolder(out)['extra.html'])).toBe('mine')
  })

  test('a file in place of the folder', async () => {
    const folder = makeFolder({ out: 'a file' })
    expect(await writeTo(join(folder, 'out'))).toMatchObject({
      written: false,
      rules: ['write:output-is-writable'],
      messages: ['Cannot write the dossier: not a folder (out)'],
    })
    expect(readFolder(folder)).toMatchObject({ out: Buffer.from('a file') })
  })

  test('the sources are never replaced', async () => {
    const sources = makeFolder({ 'a.txt': 'text' })
    expect((await writeTo(sources, dossier, sources)).rules).toEqual(['write:output-is-apart-from-sources'])
    expect((await writeTo(dirname(sources), dossier, sources)).rules).toEqual(['write:output-is-apart-from-sources'])
    expect((await writeTo(join(sources, 'out'), dossier, sources)).written).toBe(true)
  })

  test('a link to the output folder stays a link', async () => {
    const folder = makeFolder({ 'real/.keep': '' })
    symlinkSync('real', join(folder, 'out'))
    expect((await writeTo(join(folder, 'out'))).written).toBe(true)
    expect(Object.keys(readFolder(join(folder, 'real')))).toContain('index.html')
  })

  test('a name that the disk refuses leaves the former output whole and nothing beside it', async () => {
    const folder = makeFolder()
    const out = join(folder, 'out')
    await writeTo(out)
    const former = readFolder(out)
    const { written, rules, messages } = await writeTo(out, [
      ...dossier,
      { path: `${'n'.repeat(300)}.md`, contents: '' },
    ])
    expect([written, rules]).toEqual([false, ['write:output-is-writable']])
    expect(messages[0]).toMatch(/^Cannot write the dossier: the name is too long/)
    expect(readFolder(out)).toEqual(former)
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test.skipIf(isRoot)('a folder that may not be written', async () => {
    const folder = makeFolder()
    chmodSync(folder, 0o500)
    const { written, messages } = await writeTo(join(folder, 'out'))
    chmodSync(folder, 0o700)
    expect([written, messages[0]]).toEqual([false, 'Cannot write the dossier: permission denied (.out-new)'])
  })
})
