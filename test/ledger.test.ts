import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { kept, replaced } from '../src/captured/captured.ts'
import type { Edit } from '../src/captured/edit.ts'
import type { Markdown } from '../src/captured/markdown.ts'
import type { Part } from '../src/captured/part.ts'
import { record } from '../src/captured/record.ts'
import { encode } from '../src/encoding.ts'
import { account } from '../src/ledger/account.ts'
import { ledgerJson } from '../src/ledger/json.ts'
import { readLedger } from '../src/ledger/read-json.ts'
import type { SourceLedger } from '../src/ledger/source-ledger.ts'
import { undo, undoBytes } from '../src/ledger/undo.ts'
import { verify } from '../src/ledger/verify.ts'
import { toMarkdown } from '../src/markdown/to-markdown.ts'
import { normalize } from '../src/normalize/normalize.ts'
import { parse } from '../src/parse/parse.ts'
import { readText } from '../src/read/text.ts'

interface Written {
  readonly part: Part
  readonly markdown: Markdown
  readonly ledger: SourceLedger
}

async function write(
  text: string,
  path = 'a.txt',
  encoding = 'utf-8',
  bom = false,
  confidence = 0.7,
): Promise<Written> {
  const file = new VFile({ path })
  const mediaType = path.endsWith('.md') ? 'text/markdown' : 'text/plain'
  const read = await readText(encode(text, encoding, bom), { id: 'a', path, mediaType, encoding }, file)
  if (!read) throw new Error(`Cannot read: ${file.messages.map(String).join('; ')}`)
  const overrides = { ...read.source.overrides, confidence }
  const part = normalize(parse({ ...read.source, overrides }, read.file))
  const markdown = toMarkdown(part)
  return { part, markdown, ledger: account(part, markdown) }
}

/** What the ledger has to say that is an error. */
function errorsOf({ part }: Written): string[] {
  return part.file.messages.filter(({ fatal, source }) => fatal && source === 'ledger').map(String)
}

/** The markdown after the closing fence of its front matter. */
function bodyOf({ markdown: { value } }: Written): string {
  return value.slice(value.indexOf('\n---\n', 4))
}

/** A part whose tree a test makes by hand. */
function handMade(text: string, build: (file: VFile) => Part['tree']['children']): Written {
  const file = new VFile({ path: 'a.txt', value: text })
  const children = build(file)
  const source = {
    ...({ id: 'a', path: 'a.txt', mediaType: 'text/plain', size: text.length, encoding: 'utf-8', bom: false } as const),
    sha256: '0'.repeat(64),
    ...{ metadata: {}, notes: {}, images: [], overrides: { off: [], options: {}, keep: [] } },
  }
  const part: Part = { source, file, tree: { type: 'root', children }, metadata: {}, edits: file.data.edits ?? [] }
  const markdown = toMarkdown(part)
  return { part, markdown, ledger: account(part, markdown) }
}

const captured = `Bridges of the upper valley

The survey of 2019 counted two bridges,1 one of them
closed. Its owner, the dis-
trict, wants to mend it [see *Roads*].

• North bridge: 120 m
• South bridge: 80 m

1. Survey of bridges, 2019, p. 4.
`

describe('account', () => {
  it('tiles the source: kept and edited stretches add up to the text', async () => {
    const { ledger, markdown, part } = await write(captured)
    const pieces = ledger.entries.map((entry) =>
      'edit' in entry ? entry.edit.before : markdown.value.slice(entry.at, entry.at + entry.length),
    )
    expect(pieces.join('')).toBe(captured)
    expect(part.file.messages.filter(({ fatal }) => fatal)).toEqual([])
  })

  it('gives every edit its line', async () => {
    const { ledger } = await write(captured)
    const lines = captured.split('\n')
    for (const entry of ledger.entries) {
      if ('edit' in entry && entry.edit.before.trim() !== '')
        expect(lines[entry.line - 1]).toContain(entry.edit.before.split('\n')[0]?.trim())
    }
  })

  it('reports text that no rule kept or edited, with its place, and still gives it back', () => {
    const text = 'kept\nforgotten\nkept too'
    const written = handMade(text, (file) => [
      { type: 'paragraph', children: [kept(file, 0, 4)] },
      { type: 'paragraph', children: [kept(file, 15, 23)] },
    ])
    const gap = written.part.file.messages.find(({ ruleId }) => ruleId === 'source-is-accounted-for')
    expect(gap?.line).toBe(1)
    expect(gap?.actual).toBe('forgotten')
    expect(undo(written.markdown.value, written.ledger)).toBe(text)
  })

  it('reports text that stands twice, and still gives it back once', () => {
    const text = 'once only'
    const written = handMade(text, (file) => [
      { type: 'paragraph', children: [kept(file, 0, 9)] },
      { type: 'paragraph', children: [kept(file, 5, 9)] },
    ])
    expect(errorsOf(written).join()).toContain('twice')
    expect(undo(written.markdown.value, written.ledger)).toBe(text)
  })

  it('reports words that came from nowhere', () => {
    const written = handMade('Text', (file) => [
      { type: 'paragraph', children: [kept(file, 0, 4), { type: 'text', value: ' invented' }] },
    ])
    expect(written.part.file.messages.map(({ ruleId, actual }) => [ruleId, actual])).toContainEqual([
      'nothing-is-added',
      'invented',
    ])
  })

  it('takes what an edit inserts, also in the middle of kept text', () => {
    const text = 'first second'
    const written = handMade(text, (file) => {
      const insertion = {
        rule: 'ledger:white-space-is-layout',
        start: 3,
        end: 3,
        after: 'added',
        evidence: 'test',
      } as const
      return [
        { type: 'paragraph', children: [kept(file, 0, 12)] },
        { type: 'paragraph', children: [replaced(file, insertion)] },
      ]
    })
    expect(written.part.file.messages.filter(({ ruleId }) => ruleId !== 'undo-gives-source-back')).toEqual([])
    expect(undo(written.markdown.value, written.ledger)).toBe(text)
    expect(written.markdown.value).toContain('first second\n\nadded')
  })

  it('reports an account that would not give the bytes back', () => {
    const written = handMade('Text', (file) => [{ type: 'paragraph', children: [kept(file, 0, 4)] }])
    // The part says that its source has another hash.
    expect(written.part.file.messages.map(({ ruleId }) => ruleId)).toContain('undo-gives-source-back')
  })

  it('refuses an edit outside the text', () => {
    expect(() =>
      record(new VFile('ab'), { rule: 'ledger:white-space-is-layout', start: 1, end: 3, after: '', evidence: '' }),
    ).toThrow(RangeError)
  })
})

describe('undoBytes', () => {
  it.each([
    ['utf-8', true, 'Brücke\r\nüber den Fluß\r\n'],
    ['utf-8', false, 'one\rtwo\rthree'],
    ['windows-1251', false, 'Мост через реку\nзакрыт.\n'],
    ['utf-16le', true, 'Կամուրջ\n\nփակ է'],
    ['utf-16be', true, 'two\u00A0words\f\n  3\n\fand more'],
  ])('gives back %s, byte order mark %s', async (encoding, bom, text) => {
    const written = await write(text, 'a.txt', encoding, bom)
    expect(Buffer.from(undoBytes(written.markdown.value, written.ledger))).toEqual(
      Buffer.from(encode(text, encoding, bom)),
    )
    expect(errorsOf(written)).toEqual([])
  })
})

describe('ledger.json', () => {
  it('reads back what it wrote, one entry a line', async () => {
    const { ledger } = await write(captured)
    const json = ledgerJson([ledger])
    expect(readLedger(json)).toEqual([ledger])
    expect(json.split('\n').length).toBeGreaterThan(ledger.entries.length)
  })

  it('refuses what is no ledger', () => {
    expect(() => readLedger('{')).toThrow(SyntaxError)
    expect(() => readLedger('{"format":"other"}')).toThrow(/format/)
  })
})

describe('a markdown source', () => {
  it('keeps its text to the letter, but for the front matter', async () => {
    const text = '---\ntitle: Old\nkeywords: [a, b]\n---\n\n* item\n\nTwo  spaces,  <b>markup</b> and\ta tab  \nhere.\n'
    const written = await write(text, 'a.md')
    expect(written.markdown.value.endsWith(text.slice(text.indexOf('\n\n* item')))).toBe(true)
    expect(written.markdown.value).toContain('keywords:')
    expect(undo(written.markdown.value, written.ledger)).toBe(text)
    expect(errorsOf(written)).toEqual([])
  })
})

const shared = fileURLToPath(new URL('../../shared/captures', import.meta.url))
/** Where the texts to damage are, and how often one is: the captures beside the project, or the project's own, which are fewer. */
const { captures, numRuns } = existsSync(shared)
  ? { captures: shared, numRuns: 10_000 }
  : { captures: fileURLToPath(new URL('corpus', import.meta.url)), numRuns: 1_000 }
const names = readdirSync(captures).filter((name) => existsSync(join(captures, name, 'input.txt')))

/** A stretch of a capture, damaged: characters put in, taken out, doubled, line ends changed. */
const damaged = fc
  .record({
    capture: fc.nat(),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 300 }) }, fc.integer({ min: 300, max: 2000 })),
    damage: fc.array(fc.tuple(fc.nat(1799), fc.constantFrom(...snippets()), fc.nat(6)), { maxLength: 12 }),
    ends: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  })
  .map(({ capture, from, length, damage, ends }) => {
    const text = textOf(capture)
    const start = Math.floor(from * Math.max(0, text.length - length))
    let slice = text.slice(start, start + length)
    for (const [at, snippet, cut] of damage) {
      const place = at % (slice.length + 1)
      slice = slice.slice(0, place) + snippet + slice.slice(place + cut)
    }
    return slice.toWellFormed().replaceAll('\n', ends)
  })

function snippets(): string[] {
  return [
    ...[
      '\n',
      '\n\n',
      '\f',
      ' ',
      '    ',
      '\t',
      '\u00A0',
      '-\n',
      '1',
      '12',
      '[3]',
      '*',
      '**',
      '_',
      '`',
      '~~',
      '<b>',
      '&amp;',
      '|',
      '\\',
      '#',
      '> ',
    ],
    ...[
      '- ',
      '1. ',
      '\n1) ',
      '\n• ',
      '(see Annex 1)',
      'ANNEX 1\n',
      'https://example.org/a_b',
      '“',
      '†',
      '\u200B',
      '\u00AD',
      '😀',
      'é',
      '\n---\n',
      '[^1]',
      '](',
      '\n===\n',
    ],
  ]
}

/** Whether an edit changes more than white space. */
function isVisible({ before, after }: Edit): boolean {
  return before.replace(/\s+/g, '') !== after.replace(/\s+/g, '')
}

const texts = new Map<string, string>()
function textOf(index: number): string {
  const name = names[index % names.length] ?? ''
  const known = texts.get(name) ?? readFileSync(join(captures, name, 'input.txt'), 'utf8')
  texts.set(name, known)
  return known
}

describe('over damaged captures', () => {
  it('a ledger gives its source back and accounts for every character; a second run changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.constantFrom(0, 0.7, 0.7, 0.9, 0.95), async (text, confidence) => {
        fc.pre(text.trim() !== '')
        const written = await write(text, 'a.txt', 'utf-8', false, confidence)
        expect(errorsOf(written)).toEqual([])
        expect(written.part.edits.filter((edit) => isVisible(edit) && edit.confidence < confidence)).toEqual([])
        expect(undo(written.markdown.value, written.ledger)).toBe(text)
        const again = await write(written.markdown.value, 'a.md')
        expect(errorsOf(again)).toEqual([])
        expect(bodyOf(again)).toBe(bodyOf(written))
      }),
      { numRuns, seed: 20 },
    )
  }, 900_000)
})

describe('verify', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  it('finds nothing in files that are as they were', async () => {
    const { ledger, markdown } = await write(captured)
    const file = new VFile({ path: 'a.txt' })
    expect(verify(ledger, { source: bytesOf(captured), markdown: bytesOf(markdown.value) }, file)).toBe(true)
    expect(file.messages).toEqual([])
  })

  it('names the first byte that differs', async () => {
    const { ledger, markdown } = await write(captured)
    const file = new VFile({ path: 'a.txt' })
    const changed = markdown.value.replaceAll('Bridges of', 'Bridges or')
    expect(verify(ledger, { source: bytesOf(captured), markdown: bytesOf(changed) }, file)).toBe(false)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['markdown-is-unchanged', 'undo-gives-source-back'])
    expect(file.messages[1]).toMatchObject({ line: 1, column: 10, actual: '0x72', expected: ['0x66'] })
  })

  it('says which file is missing or changed', async () => {
    const { ledger } = await write(captured)
    const file = new VFile({ path: 'a.txt' })
    expect(verify(ledger, { source: bytesOf('other'), markdown: undefined }, file)).toBe(false)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['markdown-is-unchanged', 'source-is-unchanged'])
  })
})
