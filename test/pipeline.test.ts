import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { encode } from '../src/encoding.ts'
import { build, diagnosticsOf, type Format, type Stage } from '../src/index.ts'
import { readLedger } from '../src/ledger/read-json.ts'
import { undoBytes } from '../src/ledger/undo.ts'
import * as parsing from '../src/parse/parse.ts'
import { makeFolder, readFolder } from './folder.ts'

vi.mock('../src/parse/parse.ts', { spy: true })
afterEach(() => vi.restoreAllMocks())

const paper = `The Border Question

The commission met in the spring of that year and drew
its first map.1 Nobody was content with it, because the
river that was to be the line had changed its bed twice
since the last survey (see Annex 1).

In the autumn both sides came back with maps of their
own. These agreed on the peaks and on little else, and
the chairman asked for one more season in the field.

Annex 1: The Maps

Notes

1. Minutes of the commission, second session.
`

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Builds and checks that each ledger gives its source's bytes back from the files that were written. */
async function buildAndUndo(
  files: Readonly<Record<string, string | Uint8Array>>,
  formats: readonly Format[] = ['markdown', 'html'],
) {
  const sources = makeFolder(files)
  const out = join(makeFolder(), 'out')
  const result = await build({ sources, out, formats })
  expect(result.written).toBe(true)
  const written = readFolder(out)
  const before = readFolder(sources)
  const ledgers = readLedger(String(written['ledger.json']))
  for (const ledger of ledgers) {
    const markdown = String(written[`markdown/${ledger.id}.md`])
    const back = undoBytes(markdown, ledger)
    expect([ledger.path, sha256(back)]).toEqual([ledger.path, sha256(before[ledger.path] ?? new Uint8Array())])
    expect(ledger.sha256).toBe(sha256(back))
  }
  return { ...result, ledgers, written, diagnostics: diagnosticsOf(result.files) }
}

describe('build', () => {
  test('makes every form, with the same number for the same thing, and undoes every ledger', async () => {
    const sources = makeFolder({ 'paper.txt': paper })
    const out = join(makeFolder(), 'out')
    const stages: Stage[] = []
    const { written, files } = await build({ sources, out, onProgress: (stage) => stages.push(stage) })
    expect(written).toBe(true)
    expect(diagnosticsOf(files).filter(({ severity }) => severity === 'error')).toEqual([])
    expect([...new Set(stages)]).toEqual(['read', 'normalize', 'link', 'html', 'pdf', 'write'])
    const output = readFolder(out)
    expect(Object.keys(output)).toEqual(
      expect.arrayContaining(['SHA256SUMS', 'dossier.pdf', 'dossier.html', 'ledger.json', 'markdown/paper.md']),
    )
    expect(String(output['dossier.pdf']?.subarray(0, 5))).toBe('%PDF-')
    expect(String(output['markdown/paper.md'])).toContain('its first map.[^1] Nobody was content')
    expect(String(output.SHA256SUMS)).toContain(`${sha256(output['dossier.pdf'] ?? new Uint8Array())}  dossier.pdf`)
  })

  test('two builds give the same bytes', async () => {
    const sources = makeFolder({ 'a.txt': paper, 'b.md': '# Title\n\nText.[^1]\n\n[^1]: A note.\n' })
    const outs = [join(makeFolder(), 'one'), join(makeFolder(), 'two')]
    for (const out of outs) await build({ sources, out })
    const [one = {}, two = {}] = outs.map(readFolder)
    expect(Object.keys(one)).toEqual(Object.keys(two))
    for (const [path, bytes] of Object.entries(one)) expect(two[path]?.equals(bytes), path).toBe(true)
  })

  test('an exception in one source is a message on it, and the others are built', async () => {
    const sources = makeFolder({ 'a.txt': paper, 'b.txt': paper })
    const spy = vi.spyOn(parsing, 'parse')
    spy.mockImplementationOnce(() => {
      throw new RangeError('Maximum call stack size exceeded')
    })
    const { output, files } = await build({ sources, formats: ['markdown'] })
    expect(output.map(({ path }) => path)).toEqual(['markdown/b.md', 'ledger.json'])
    expect(diagnosticsOf(files)).toContainEqual(
      expect.objectContaining({ file: join(sources, 'a.txt'), rule: 'build:stage-does-its-work', severity: 'error' }),
    )
  })

  test('without an output folder nothing is written', async () => {
    const sources = makeFolder({ 'paper.txt': paper })
    const { written, output } = await build({ sources, formats: ['markdown'] })
    expect([written, output.map(({ path }) => path)]).toEqual([false, ['markdown/paper.md', 'ledger.json']])
    expect(Object.keys(readFolder(sources))).toEqual(['paper.txt'])
  })

  test('a theme that is not there', async () => {
    const sources = makeFolder({ 'a.txt': paper, 'dossier.yaml': 'theme: bok\n' })
    const { files, output } = await build({ sources, formats: ['html'] })
    expect(output.length).toBeGreaterThan(0)
    expect(diagnosticsOf(files)).toContainEqual(
      expect.objectContaining({ rule: 'template:theme-is-known', severity: 'error' }),
    )
  })
})

describe('whatever the bytes of a source are, undoing the ledger gives them back', () => {
  const samples: Record<string, Uint8Array | string> = {
    'lf.txt': paper,
    'crlf.txt': paper.replaceAll('\n', '\r\n'),
    'cr.txt': paper.replaceAll('\n', '\r'),
    'mixed.txt': paper.replace('\n', '\r\n').replace('year and drew\n', 'year and drew\r'),
    'bom.txt': encode(paper, 'utf-8', true),
    'utf16le.txt': encode(paper.replaceAll('\n', '\r\n'), 'utf-16le', true),
    'utf16be.txt': encode(paper, 'utf-16be', true),
    'cyrillic.txt': encode(
      'Граница\n\nКомиссия собралась весной того года и соста-\nвила первую карту.\n',
      'windows-1251',
      false,
    ),
    'pages.txt': paper.replace('In the autumn', '7\n\fIn the autumn'),
    'no-end.txt': paper.trimEnd(),
    'spaces.txt': `\n\n   ${paper.replaceAll(' ', ' \u00a0')}\t \n\n\n`,
    'controls.txt': `A\u0001B\u200b\u2028C\u2029D\u0085E\ufeffF\u00ad\n${paper}`,
    'one-line.txt': 'word '.repeat(200_000),
    'one-word.txt': 'x'.repeat(300_000),
    'symbols.txt': '* _ # > ` [ ] ( ) | \\ <b> &amp; ~ 1. - + [^1] ![a](b)\n\n***\n===\n---\n~~~\n',
    'markdown.md': '\ufeff---\r\ntitle: T\r\n---\r\n\r\n# Heading\r\n\r\nText[^n] <b>html</b>.\r\n\r\n[^n]: Note\r\n',
    'empty-lines.md': '\n\n\ntext\n\n\n',
    'astral.txt': '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🏔️ مرحبا שלום Ստեփանակերտ\n',
  }
  test.each(Object.entries(samples))('%s', async (name, contents) => {
    const manifest =
      name === 'cyrillic.txt' ? { 'dossier.yaml': `sources: [{ file: ${name}, encoding: windows-1251 }]` } : {}
    const { ledgers, diagnostics } = await buildAndUndo({ [name]: contents, ...manifest })
    expect(ledgers).toHaveLength(1)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('large input', () => {
  test('500 sources', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`source-${n}.txt`, paper.replace('spring', `spring ${n}`)]),
    )
    const { ledgers } = await buildAndUndo(files, ['markdown'])
    expect(ledgers).toHaveLength(500)
  })

  test('a text of 5 MB', async () => {
    const paragraphs = Array.from({ length: 12_000 }, (_, n) => paper.slice(21, 420).replace('spring', `spring ${n}`))
    const { ledgers } = await buildAndUndo({ 'long.txt': paragraphs.join('\n\n') }, ['markdown'])
    expect(ledgers[0]?.size).toBeGreaterThan(4_500_000)
  })
})
