import fc from 'fast-check'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { superior } from '../src/pdf/line/extent.ts'
import { openFace } from '../src/pdf/measure/open-face.ts'
import { createTypesetter } from '../src/pdf/measure/typesetter.ts'
import { familyNames, fontLibrary } from '../src/read/fonts.ts'
import { plainSettings } from './squares.ts'

const library = fontLibrary('.')

function read(family: string, weight = 400, italic = false): Uint8Array {
  const file = library.find(family, weight, italic)
  if (!file) throw new Error(`no font ${family}`)
  return library.read(file)
}

/** Text in each script, for which the simple shaper and fontkit must agree. */
const samples: Readonly<Record<string, string>> = {
  'Source Serif 4': 'affinity, “Waver” ToVA fjord 1,234.5 km² Çağrı Şuşa Ελλάδα Москва № 5; naïve—œuvre',
  'Source Sans 3': 'AWAY Type To. 12–14 ἀρχή Київ Ħ ǆ',
  'Source Code Pro': 'const x = 0x1F; fi',
  'Noto Serif Armenian': 'Հայաստանի Հանրապետություն և մեն',
  'Noto Serif Georgian': 'საქართველოს რესპუბლიკა',
  'Noto Serif Hebrew': 'שָׁלוֹם עולם',
  'Noto Naskh Arabic': 'مَرْحَبًا بالعالم',
}

describe.each(familyNames)('%s', (family) => {
  const bytes = read(family)
  const face = openFace(bytes)
  const font = create(Buffer.from(bytes)) as Font
  const rtl = family.endsWith('Hebrew') || family.endsWith('Arabic')

  test('is measured as fontkit measures it', () => {
    expect(face.id).toBe(font.postscriptName)
    expect([face.ascent, face.descent]).toEqual([font.ascent, font.descent])
    expect([face.capHeight, face.xHeight]).toEqual([font.capHeight, font.xHeight])
  })

  test('is shaped as fontkit shapes it', () => {
    for (const word of samples[family]?.split(' ') ?? []) {
      const shaped = face.shape(word, { features: [], rtl })
      const expected = font.layout(word, [], undefined, undefined, rtl ? 'rtl' : 'ltr')
      expect([word, ...shaped.glyphs]).toEqual([word, ...expected.glyphs.map((glyph) => glyph.id)])
      expect(shaped.width).toBeCloseTo(expected.advanceWidth, 6)
    }
  })
})

describe('features', () => {
  const face = openFace(read('Source Serif 4'))
  const glyphs = (features: string[]) => [...face.shape('0123', { features, rtl: false }).glyphs]

  test('figures are tabular or old-style when asked', () => {
    expect(glyphs(['onum'])).not.toEqual(glyphs([]))
    const widths = glyphs(['tnum']).map(face.advance)
    expect(new Set(widths).size).toBe(1)
  })

  test('figures of note calls are the font’s own, other signs are scaled', () => {
    const stack = { families: ['Source Serif 4'], bold: 600 }
    const typesetter = createTypesetter({ text: stack }, library, openFace, plainSettings)
    const style = { family: 'text', bold: true, italic: false, size: 10, language: 'en' }
    expect(superior('12', style, typesetter)).toMatchObject({ features: ['sups'], size: 10, bold: false })
    expect(superior('*', style, typesetter)).toMatchObject({ size: 6.5, rise: 3.5 })
  })
})

describe('words', () => {
  const families = ['Source Serif 4', 'Noto Serif Armenian', 'Noto Serif Georgian', 'Noto Serif Hebrew']
  const typesetter = createTypesetter({ text: { families, bold: 600 } }, library, openFace, plainSettings)
  const cache = typesetter.words({ family: 'text', bold: false, italic: false, size: 10, language: 'en' })

  test('change the font where a script needs it', () => {
    const parts = cache.word('USSR/ՀԽՍՀ/საქ', false).parts
    expect(parts.map(({ face, text }) => [face.id, text])).toEqual([
      ['SourceSerif4-Regular', 'USSR/'],
      ['NotoSerifArmenian-Regular', 'ՀԽՍՀ'],
      ['SourceSerif4-Regular', '/'],
      ['NotoSerifGeorgian-Regular', 'საქ'],
    ])
  })

  test('keep a combining mark with its letter', () => {
    const { parts, missing } = cache.word('ара́на', false)
    expect(parts).toHaveLength(1)
    expect(missing).toEqual([])
  })

  test('are the same object when they come again', () => {
    expect(cache.word('again', false)).toBe(cache.word('again', false))
  })

  test('say which characters no font has', () => {
    expect(cache.word('a中b', false).missing).toEqual([0x4e2d])
  })

  test('every character is in the glyphs once, and the edges end at the width', () => {
    const alphabet = [...'abcfijlABW.,-–’“”0123éşğԱԲՀաբգაბგдежשלםά\u0301\u00ad']
    const words = fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 12 }).map((row) => row.join(''))
    fc.assert(
      fc.property(words, (text) => {
        const word = cache.word(text, false)
        const said = word.parts.flatMap((part) => part.codePoints.flat()).sort((a, b) => a - b)
        expect(said).toEqual(
          Array.from(text.replaceAll('\u00ad', ''), (c) => c.codePointAt(0) ?? 0).sort((a, b) => a - b),
        )
        expect(word.edges[word.text.length]).toBeCloseTo(word.width, 6)
        for (let at = 1; at <= word.text.length; at++)
          expect(word.edges[at]).toBeGreaterThanOrEqual(word.edges[at - 1] ?? 0)
      }),
      { numRuns: 500 },
    )
  })
})

test('bytes that are no font are refused', () => {
  expect(() => openFace(new Uint8Array(100))).toThrow('Not a font file')
})
