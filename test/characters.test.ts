import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Overrides, Source } from '../src/captured/source.ts'
import { undoBytes } from '../src/ledger/undo.ts'
import { type MendedText, offsetInSource, unmended, withMends } from '../src/normalize/characters/mended.ts'
import { normalizeText } from '../src/pipeline.ts'

const nothingSaid: Overrides = { off: [], options: {}, keep: [] }

function normalized(text: string, overrides = nothingSaid, mediaType: Source['mediaType'] = 'text/plain') {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const about = { id: 'text', path: 'text.txt', mediaType, size: bytes.length, sha256, encoding: 'utf-8', bom: false }
  const file = new VFile({ value: text, path: 'text.txt' })
  return normalizeText({ source: { ...about, metadata: {}, notes: {}, images: [], overrides }, file })
}

/** UTF-8 read as another encoding. */
function misread(text: string, encoding = 'windows-1252'): string {
  return iconv.decode(Buffer.from(text), encoding)
}

const report = `Die Brücke von Küstrow

Der Bürgermeister sagte am Diens\u00ADtag, die Brücke über die Möhlau bleibe „bis auf
Weiteres“ gesperrt – für Fußgänger ebenso wie für die Fähren, die sonst jeden
Morgen über den Fluss gehen. Die Prüfung der Pfeiler sei 2014\u00AD2016 nicht
gemacht worden, sagte er, und niemand wisse, wer sie hätte bezahlen sollen.

Die Prüfung kostete 40 000 €.
`

describe('damaged characters', () => {
  test.each([
    ['UTF-8 read as windows-1252', misread(report)],
    ['UTF-8 read wrongly twice', misread(misread(report))],
    ['UTF-8 read as ISO 8859-1, twice', misread(misread(report, 'iso-8859-1'), 'iso-8859-1')],
    ['soft hyphens', report],
    ['with form feeds and CR LF', misread(report).replaceAll('\n', '\r\n').replace('Die Prüfung kostete', '\fDie')],
  ])('%s: the ledger gives the bytes back, and nothing is unaccounted for', (_, text) => {
    const { part, markdown, ledger } = normalized(text)
    expect(Buffer.from(undoBytes(markdown, ledger)).toString()).toBe(text)
    expect(part.file.messages.filter(({ source }) => source === 'ledger')).toEqual([])
    expect(markdown).toContain('die Brücke über die Möhlau')
    expect(String(part.file.value)).toBe(text)
  })

  test('a word that was read wrongly is an edit with what it was, what it is and why', () => {
    const { ledger } = normalized(misread(report))
    const edits = ledger.entries.flatMap((entry) => ('edit' in entry ? [entry.edit] : []))
    expect(edits.find(({ before }) => before === 'Ã¼')).toMatchObject({
      rule: 'normalize:text-is-decoded-once',
      after: 'ü',
      evidence: 'UTF-8 that was read as windows-1252',
    })
  })

  test('leaves and messages have their places in the source', () => {
    const text = misread(`${report}\nDie Brücke ist 1911 gebaut, schrieb die Zeitung „Küstenbote“, siehe Anhang 7.\n`)
    const { part } = normalized(text)
    const [reference] = part.file.messages.filter(({ ruleId }) => ruleId === 'reference-target-exists')
    expect(reference).toMatchObject({ line: 10, column: (text.split('\n')[9]?.indexOf('Anhang 7') ?? 0) + 1 })
    const last = part.tree.children.at(-1)
    const { start, end } = last?.position ?? {}
    expect(text.slice(start?.offset, end?.offset)).toBe(text.split('\n').at(-2))
    expect(start).toMatchObject({ line: 10, column: 1 })
  })

  test('the language is that of the mended text', () => {
    const russian =
      'Глава района сообщил, что мост через реку закрыт до осени. Жители посёлка переправляются на лодках.'
    const { part } = normalized(iconv.decode(iconv.encode(russian, 'windows-1251'), 'windows-1252'))
    expect(part.metadata.language).toBe('ru')
  })

  test('lines that are kept, and rules that are off, stay as they are', () => {
    const text = misread(report)
    expect(normalized(text, { ...nothingSaid, keep: [1] }).markdown).toContain('BrÃ¼cke von KÃ¼strow')
    const off = normalized(text, { ...nothingSaid, off: ['normalize:text-is-decoded-once'] })
    expect(off.markdown).toContain('BÃ¼rgermeister')
  })

  test("a markdown source is its author's: damage is reported, and nothing is changed", () => {
    const { part, markdown } = normalized(`# ${misread('Die Brücke über die Möhlau')}\n`, nothingSaid, 'text/markdown')
    expect(markdown).toContain('BrÃ¼cke')
    expect(part.file.messages.map(({ reason }) => reason)).toEqual([
      '`BrÃ¼cke` may be `Brücke`: UTF-8 that was read as windows-1252 (3 places)',
    ])
  })
})

describe('a mended text', () => {
  const rule = 'normalize:soft-hyphens-are-resolved'
  const mend = (start: number, end: number, after: string) => ({ start, end, after, evidence: '', confidence: 1 })
  const backAndForth = ({ source, text, mends }: MendedText) => {
    let at = 0
    return mends.map((one) => {
      expect(text.slice(one.at, one.at + one.after.length)).toBe(one.after)
      const before = source.slice(at, one.start)
      at = one.end
      return [before, source.slice(one.start, one.end), one.after]
    })
  }

  test('mends of mends are one mend of the source', () => {
    const once = withMends(unmended('abXYcdZe'), rule, [mend(2, 4, 'xy'), mend(6, 7, '')])
    expect(once.text).toBe('abxycde')
    const twice = withMends(once, rule, [mend(1, 3, 'B'), mend(5, 6, 'D')])
    expect(twice.text).toBe('aBycDe')
    expect(backAndForth(twice)).toEqual([
      ['a', 'bXY', 'By'],
      ['c', 'd', 'D'],
      ['', 'Z', ''],
    ])
  })

  test('what was removed between two characters belongs to neither', () => {
    const text = withMends(unmended('ab-cd'), rule, [mend(2, 3, '')])
    expect(offsetInSource(text, 2, 'end')).toBe(2)
    expect(offsetInSource(text, 2, 'start')).toBe(3)
    expect(offsetInSource(text, 4, 'end')).toBe(5)
  })
})
