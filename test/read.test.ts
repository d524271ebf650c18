import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnosticsOf } from '../src/diagnostics/summary.ts'
import { decode, encode } from '../src/encoding.ts'
import { read } from '../src/read/read.ts'
import { makeFolder } from './folder.ts'
import { png } from './pictures.ts'

const text = 'The border runs along the river.\n'
const map = png({ width: 2, height: 2, color: 2 })

/** Messages as "rule line:column message", and ids of the texts that were read. */
async function readFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  const dossier = await read(makeFolder(files))
  const messages = diagnosticsOf(dossier.files).map(
    ({ rule, line = 0, column = 0, message }) => `${rule} ${line}:${column} ${message}`,
  )
  return { ...dossier, messages, ids: dossier.texts.map(({ source }) => source.id) }
}

describe('decode', () => {
  const samples: readonly [string, string, boolean][] = [
    ['utf-8', 'Şuşa, Ստեփանակերտ, Сюник 🏔\r\n', false],
    ['utf-8', 'with a mark', true],
    ['utf-16le', 'Şuşa 🏔\n', true],
    ['utf-16be', 'Şuşa 🏔\n', true],
  ]
  test.each(samples)('%s, %j, mark %j', (encoding, value, bom) => {
    const bytes = encode(value, encoding, bom)
    expect(decode(bytes)).toEqual({ text: value, encoding, bom })
  })

  test('an encoding that is named is used, and its bytes come back', () => {
    const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const decoded = decode(bytes, 'cp1251')
    expect(decoded).toEqual({ text: 'Привет', encoding: 'windows-1251', bom: false })
    expect([...encode('Привет', 'windows-1251', false)]).toEqual([...bytes])
  })

  test.each(['utf-16le', 'utf-16be'])('%s without a mark is known by its zero bytes', (encoding) => {
    for (const value of ['The Café Society\r\n\r\n“It cost £40”\r\n', 'Мост через реку закрыт\n', 'a b']) {
      expect(decode(encode(value, encoding, false))).toEqual({ text: value, encoding, bom: false })
    }
  })

  test('what only has zero bytes is not taken for UTF-16', () => {
    for (const bytes of [
      [0x50, 0x4b, 3, 4, 0, 0],
      [0, 0, 0, 0],
      [0x61, 0x62, 0x0a, 0x00],
    ]) {
      expect(decode(Uint8Array.from(bytes))).toMatchObject({ encoding: 'utf-8' })
    }
  })

  test('half a surrogate pair is not text', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x62, 0]))).toMatchObject({ offset: 4 })
  })

  test('whatever is decoded gives its bytes back', () => {
    const encodings = [
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1251',
      'windows-1254',
      'koi8-r',
      'shift_jis',
      'gb18030',
    ]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...encodings), (bytes, named) => {
        const decoded = decode(bytes, named)
        if ('offset' in decoded) expect(decoded.offset).toBeLessThanOrEqual(bytes.length)
        else expect([...encode(decoded.text, decoded.encoding, decoded.bom)]).toEqual([...bytes])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a folder without dossier.yaml', () => {
  test('every text in the order of names; images, hidden files and corrections are no texts', async () => {
    const { ids, messages, texts } = await readFiles({
      'b.txt': text,
      'a.md': text,
      'Ä.txt': text,
      'Z.text': text,
      '.hidden.txt': text,
      'map.png': map,
      'b.edits.yaml': 'x: 1',
    })
    expect(ids).toEqual(['Z', 'a', 'b', 'Ä'])
    expect(messages).toEqual([])
    expect(texts[1]?.source).toMatchObject({
      mediaType: 'text/markdown',
      size: text.length,
      encoding: 'utf-8',
      bom: false,
    })
  })

  test('texts in folders below it are pointed out', async () => {
    const { messages } = await readFiles({ 'a.txt': text, 'more/b.txt': text, 'images/c.png': map })
    expect(messages).toEqual(['read:folder-below-is-named 0:0 The texts of the folder `more` are not read'])
  })

  test('a document that nobody captured is pointed out; one beside its text is not', async () => {
    const { ids, messages } = await readFiles({
      'a.pdf': '%PDF-1.7',
      'a.txt': text,
      'B.HTML': text,
      'c.pdf': '%PDF-1.7',
    })
    expect(ids).toEqual(['a'])
    expect(messages).toEqual([
      'read:document-is-captured 0:0 This document is not read, expected a text',
      'read:document-is-captured 0:0 This document is not read, expected a text',
    ])
  })

  test('ids are safe file names, and two texts never share one', async () => {
    const { ids, messages } = await readFiles({
      'con.txt': text,
      '-rf.txt': text,
      'a b.txt': text,
      'a b.md': text,
      'A B.text': text,
      'q?*.txt': text,
    })
    expect(ids).toEqual(['rf', 'A B', 'a b-2', 'a b-3', 'con-source', 'q-'])
    expect(messages.map((message) => message.split(' ', 1)[0])).toEqual([
      'read:source-id-is-unique',
      'read:source-id-is-unique',
    ])
  })

  test('an empty folder, and no folder', async () => {
    expect((await readFiles({})).messages).toEqual(['read:folder-has-texts 0:0 Unexpected folder without a text'])
    const missing = await read(join(makeFolder(), 'nowhere'))
    expect(diagnosticsOf(missing.files)).toMatchObject([{ rule: 'read:folder-is-readable', severity: 'error' }])
  })

  test('one text in place of a folder', async () => {
    const { texts } = await read(join(makeFolder({ 'a.txt': text, 'b.txt': text }), 'b.txt'))
    expect(texts.map(({ source }) => source.path)).toEqual(['b.txt'])
  })

  test('a loop of links is reported and the rest is read', async () => {
    const folder = makeFolder({ 'a.txt': text })
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'))
    symlinkSync(folder, join(folder, 'itself'))
    const { texts, files } = await read(folder)
    expect(texts).toHaveLength(1)
    expect(diagnosticsOf(files).map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'read:folder-below-is-named The texts of the folder `itself` are not read',
      'read:file-is-readable Cannot read `loop.txt`: a loop of symbolic links',
    ])
  })
})

describe('a source that is not a text', () => {
  test.each([
    ['empty', '', 'read:source-has-text 1:1 Unexpected empty file, expected text'],
    ['white space', ' \n\t\n', 'read:source-has-text 1:1 Unexpected file of white space, expected text'],
    [
      'binary',
      Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]),
      'read:source-is-text 1:7 Unexpected byte 0xFF at offset 6, expected text in utf-8',
    ],
    ['NUL', 'one\ntwo\0', 'read:source-is-text 2:4 Unexpected NUL character at offset 7, expected text'],
    [
      'half a UTF-16 pair',
      Uint8Array.from([0xff, 0xfe, 0x61]),
      'read:source-is-decodable 1:1 Unexpected byte 0x61 at offset 2, expected text in utf-16le',
    ],
  ])('%s', async (_name, contents, message) => {
    const { ids, messages } = await readFiles({ 'bad.txt': contents, 'good.txt': text })
    expect(messages).toEqual([message])
    expect(ids).toEqual(['good'])
  })

  test('UTF-16 without a mark is read, and the reader says so', async () => {
    const { ids, messages } = await readFiles({ 'notes.txt': encode(text, 'utf-16le', false) })
    expect(ids).toEqual(['notes'])
    expect(messages).toEqual([
      'read:byte-order-is-marked 1:1 Read as utf-16le: the file has no byte order mark, its zero bytes tell',
    ])
  })

  test.each([
    ['macintosh', 'The café’s façade isn’t naïve, said Zoë Müller. “It’s a résumé of the Peña family’s déjà vu.”\n'],
    ['windows-1252', 'The café’s façade isn’t naïve, said Zoë Müller. “It’s a résumé of the Peña family’s déjà vu.”\n'],
  ])('%s is the advice for a text in it', async (encoding, value) => {
    const { files } = await read(makeFolder({ 'a.txt': encode(value.repeat(3), encoding, false) }))
    expect(diagnosticsOf(files)[0]?.expected?.[0]).toBe(encoding)
  })

  test('the likely encoding is named', async () => {
    const russian = 'Граница между двумя странами проходит по реке. Переговоры продолжаются уже несколько лет.\n'
    const folder = makeFolder({
      'a.txt': Buffer.concat([Buffer.from('Line one\n'), encode(russian, 'windows-1251', false)]),
    })
    const { files } = await read(folder)
    expect(diagnosticsOf(files)).toMatchObject([
      {
        rule: 'read:source-is-decodable',
        line: 2,
        column: 1,
        expected: expect.arrayContaining(['windows-1251']),
        note: expect.stringContaining('"encoding: windows-1251"'),
      },
    ])
    const { texts } = await read(
      makeFolder({
        'a.txt': encode(russian, 'windows-1251', false),
        'dossier.yaml': 'sources: [{file: a.txt, encoding: windows-1251}]',
      }),
    )
    expect(String(texts[0]?.file.value)).toBe(russian)
  })
})

describe('dossier.yaml', () => {
  test('everything that it can say', async () => {
    const { settings, texts, messages } = await readFiles({
      'dossier.yaml': `title: Two texts
subtitle: A test
date: 2021-05-14
authors: [A. Writer, B. Editor]
language: en
glossary: [[Şuşa, Shusha, Shushi], [Old Bridge, Alte Brücke]]
order: [second, first]
sources:
  - file: texts/one.txt
    id: first
    publisher: A Ministry
    date: 2020
    url: https://example.org/one
    captured: 2021-05-01
    language: hy
    notes: { 7: The seventh note. }
    images: [{ file: map.png, figure: Annex 1, alt: A map, credit: The Survey }]
    overrides:
      off: ['ledger:white-space-is-layout']
      keep: [2, 3]
  - file: two.md
    id: second
`,
      'texts/one.txt': text,
      'two.md': text,
      'map.png': map,
    })
    expect(messages).toEqual([])
    expect(settings).toMatchObject({
      title: 'Two texts',
      authors: ['A. Writer', 'B. Editor'],
      date: '2021-05-14',
      glossary: [
        ['Şuşa', 'Shusha', 'Shushi'],
        ['Old Bridge', 'Alte Brücke'],
      ],
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(texts.map(({ source }) => source.id)).toEqual(['second', 'first'])
    expect(texts[1]?.source).toMatchObject({
      path: 'texts/one.txt',
      metadata: {
        publisher: 'A Ministry',
        date: '2020',
        url: 'https://example.org/one',
        captured: '2021-05-01',
        language: 'hy',
      },
      notes: { 7: 'The seventh note.' },
      images: [{ file: 'map.png', figure: 'Annex 1', alt: 'A map', credit: 'The Survey' }],
      overrides: { off: ['ledger:white-space-is-layout'], keep: [2, 3], options: {} },
    })
  })

  test('a wrong field is located, named, and left out', async () => {
    const { messages, settings, ids } = await readFiles({
      'dossier.yaml': `title: 1984
subtitel: x
date: 2021-02-30
language: english language
sources:
  - a.txt
  - file: b.txt
    id: ../b
    url: javascript:alert(1)
    encoding: klingon
    overrides: { off: [normalize:lines-are-joind] }
  - title: No file
glossary:
  - [Alone]
  - Not a list
`,
      'a.txt': text,
      'b.txt': text,
    })
    expect(messages).toEqual([
      'read:manifest-field-is-valid 1:8 Unexpected value 1984 of `title`, expected text',
      'read:manifest-field-is-known 2:1 Unexpected field `subtitel`',
      'read:manifest-field-is-valid 3:7 Unexpected value "2021-02-30" of `date`, expected an ISO 8601 date such as 2021-05-14, 2021-05 or 2021',
      'read:manifest-field-is-valid 4:11 Unexpected value "english language" of `language`, expected a BCP 47 language tag such as "en" or "hy"',
      'read:manifest-field-is-valid 8:9 Unexpected value "../b" of `sources[1].id`, expected letters, digits, ".", "_" and "-", at most 100, the first a letter or digit',
      'read:manifest-field-is-valid 9:10 Unexpected value "javascript:alert(1)" of `sources[1].url`, expected an address that begins with http:// or https://',
      'read:manifest-field-is-valid 10:15 Unexpected value "klingon" of `sources[1].encoding`, expected a character encoding such as windows-1251',
      'read:manifest-field-is-valid 11:24 Unexpected value "normalize:lines-are-joind" of `sources[1].overrides.off[0]`, expected the id of a rule',
      'read:manifest-field-is-valid 12:5 Missing field `sources[2].file`, expected a path relative to the sources folder',
      'read:manifest-field-is-valid 14:5 Unexpected value ["Alone"] of `glossary[0]`, expected at least two names of one thing',
      'read:manifest-field-is-valid 15:5 Unexpected value "Not a list" of `glossary[1]`, expected a list of names of one thing',
    ])
    expect(settings.title).toBeUndefined()
    expect(ids).toEqual(['a', 'b'])
  })

  test('an unknown field and an unknown rule come with the nearest known name', async () => {
    const { files } = await read(
      makeFolder({
        'dossier.yaml': 'sources: [{file: a.txt, publsher: X, overrides: {off: [ledger:white-space-is-laidout]}}]',
        'a.txt': text,
      }),
    )
    expect(diagnosticsOf(files).map(({ note }) => note)).toEqual([
      'Did you mean `publisher`?',
      'Did you mean `ledger:white-space-is-layout`?',
    ])
  })

  test('missing files, files elsewhere, unknown formats, forgotten texts', async () => {
    const { messages, ids } = await readFiles({
      'dossier.yaml': `sources:
  - file: paper.text
  - file: ../../secret.txt
  - file: report.pdf
  - file: a.txt
    images:
      - { file: none.png, figure: 1, alt: A map }
      - { file: notes.txt, figure: 2, alt: A text }
order: [b]
`,
      'paper.txt': text,
      'a.txt': text,
      'notes.txt': text,
      'report.pdf': '%PDF',
    })
    expect(messages).toEqual([
      'read:file-is-readable 2:11 Cannot read `paper.text`: no such file or folder',
      'read:file-is-in-folder 3:11 Unexpected path `../../secret.txt`, expected one in the sources folder',
      'read:format-is-known 4:11 Unexpected format of `report.pdf`, expected .txt, .text, .md or .markdown',
      'read:file-is-readable 5:11 Cannot read the image `none.png`: no such file or folder',
      'read:image-is-supported 5:11 The image `notes.txt` is neither PNG nor JPEG',
      'read:manifest-field-is-valid 9:9 Unexpected value "b" of `order[0]`, expected the id of a source',
      'read:text-is-in-manifest 0:0 This text is not in dossier.yaml and is left out',
      'read:text-is-in-manifest 0:0 This text is not in dossier.yaml and is left out',
    ])
    expect(ids).toEqual(['a'])
  })

  test('hand corrections go with the source of their name', async () => {
    const { texts, messages } = await readFiles({
      'dossier.yaml': 'sources:\n  - { file: deep/a.txt, id: first }\n  - b.txt\n',
      'deep/a.txt': text,
      'deep/first.edits.yaml': '- x',
      'b.txt': text,
      'c.edits.yaml': '- y',
    })
    expect(texts.map(({ source }) => source.corrections?.path)).toEqual(['deep/first.edits.yaml', undefined])
    expect(String(texts[0]?.source.corrections?.value)).toBe('- x')
    expect(messages).toEqual(['read:corrections-have-a-source 0:0 No source has the id that this file is named after'])
  })

  test('an id that is given twice', async () => {
    const { messages, ids } = await readFiles({
      'dossier.yaml': 'sources:\n  - { file: a.txt, id: x }\n  - { file: b.txt, id: X }\n',
      'a.txt': text,
      'b.txt': text,
    })
    expect(messages).toEqual(['read:manifest-id-is-unique 3:24 Unexpected second source with the id `X`'])
    expect(ids).toEqual(['x', 'X-2'])
  })

  test('without a list of sources every text of the folder is one', async () => {
    const { ids, settings } = await readFiles({ 'dossier.yaml': 'title: All of them\n', 'b.txt': text, 'a.txt': text })
    expect(ids).toEqual(['a', 'b'])
    expect(settings.title).toBe('All of them')
  })

  test.each([
    ['a tab', 'title: x\nsources:\n\t- a.txt\n'],
    ['a key twice', 'title: x\ntitle: y\n'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
        .join('\n')}\n`,
    ],
    ['a list', '- a.txt\n'],
  ])('what is not a manifest is reported: %s', async (_name, yaml) => {
    const { messages } = await readFiles({ 'dossier.yaml': yaml, 'a.txt': text })
    expect(messages.length).toBeGreaterThan(0)
    expect(messages[0]).toMatch(/^read:manifest-(is-yaml|field-is-valid) /)
  })

  test('no text makes reading throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 200, unit: fc.constantFrom(...'abcdefile:souñ -[]{}"\n\t&*!|>#%@,1\u0000') }),
        async (yaml) => {
          const { readManifest } = await import('../src/read/manifest.ts')
          const { VFile } = await import('vfile')
          const file = new VFile({ path: 'dossier.yaml', value: yaml })
          const result = readManifest(file)
          expect(result !== undefined || file.messages.length > 0).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
