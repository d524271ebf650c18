import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { trueTypeFont } from '../../src/pdf/paint/true-type.ts'
import { familyNames, fontLibrary } from '../../src/read/fonts.ts'

/** All font files that come with the tool. */
const library = fontLibrary('.')
const files = familyNames.flatMap((family) =>
  [400, 600, 700].flatMap((weight) =>
    [false, true].flatMap((italic) => {
      const file = library.find(family, weight, italic)
      return file && file.italic === italic ? [file] : []
    }),
  ),
)

/** fontkit's font, with what its types leave out. */
interface Opened extends Omit<Font, 'createSubset'> {
  createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array }
  readonly post: { readonly isFixedPitch: number }
  readonly head: { readonly macStyle: { readonly italic: boolean } }
}

function opened(bytes: Uint8Array): Opened {
  return create(Buffer.from(bytes)) as unknown as Opened
}

function find(family: string): Uint8Array {
  const file = library.find(family, 400, false)
  return file ? library.read(file) : new Uint8Array()
}

describe('a font cut down to some of its glyphs', () => {
  test.each(files)('is what fontkit makes of it: $family $weight $italic', (file) => {
    const bytes = library.read(file)
    const theirs = opened(bytes)
    const ours = trueTypeFont(bytes)
    const theirSubset = theirs.createSubset()
    const ourSubset = ours?.createSubset()
    // Every seventh from the end, so that letters with accents come before the letters that they are made of.
    for (let glyph = theirs.numGlyphs - 1; glyph > 0; glyph -= 7) {
      expect(ourSubset?.includeGlyph(glyph)).toBe(theirSubset.includeGlyph(glyph))
      expect(ours?.getGlyph(glyph).advanceWidth).toBe(theirs.getGlyph(glyph).advanceWidth)
    }
    expect(Buffer.compare(ourSubset?.encode() ?? Buffer.alloc(0), theirSubset.encode())).toBe(0)
  })

  test('has the parts of its glyphs, too', () => {
    const bytes = find('Source Serif 4')
    const subset = trueTypeFont(bytes)?.createSubset()
    subset?.includeGlyph(opened(bytes).glyphForCodePoint(0xe9).id)
    subset?.encode()
    expect(subset?.glyphs).toHaveLength(4)
  })

  test('says of itself what fontkit says of it', () => {
    for (const file of files) {
      const bytes = library.read(file)
      const theirs = opened(bytes)
      const { ascent, descent, lineGap, xHeight, capHeight, italicAngle, unitsPerEm, postscriptName } = theirs
      const { minX, minY, maxX, maxY } = theirs.bbox
      expect(trueTypeFont(bytes)).toMatchObject({
        ...{ ascent, descent, lineGap, xHeight, capHeight, italicAngle, unitsPerEm, postscriptName },
        bbox: { minX, minY, maxX, maxY },
        'OS/2': { sFamilyClass: theirs['OS/2'].sFamilyClass },
        post: { isFixedPitch: theirs.post.isFixedPitch },
        head: { macStyle: { italic: theirs.head.macStyle.italic } },
      })
    }
  })

  test('is not made of fonts with other outlines', () => {
    const bytes = Uint8Array.from(find('Source Serif 4'))
    bytes.set(Buffer.from('CFF '), Buffer.from(bytes).indexOf('glyf'))
    expect(trueTypeFont(bytes)).toBeUndefined()
  })
})
