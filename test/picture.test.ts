import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureSize } from '../src/pdf/style/picture.ts'
import { pictureFault } from '../src/read/picture.ts'
import { jpeg, png } from './pictures.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const whole = png({ width: 30, height: 20, color: 2 })

describe('a picture', () => {
  test.each([
    ['RGB', whole],
    ['grey', png({ width: 3, height: 3, color: 0 })],
    ['transparent', png({ width: 3, height: 3, color: 6 })],
    ['interlaced', png({ width: 13, height: 11, color: 2, interlaced: true })],
    ['narrow and interlaced', png({ width: 1, height: 1, color: 6, interlaced: true })],
    ['JPEG', jpeg({ width: 40, height: 30, colors: 3 })],
    ['grey JPEG', jpeg({ width: 40, height: 30, colors: 1 })],
  ])('that is %s can be shown', (_, bytes) => {
    expect(pictureFault(bytes)).toBeUndefined()
  })

  test.each([
    ['empty', new Uint8Array(), 'is empty'],
    ['cut short in its pixels', whole.slice(0, -20), 'ends too early'],
    ['cut short in its head', whole.slice(0, 20), 'ends too early'],
    ['of too few rows', Buffer.from(whole).fill(40, 23, 24), 'ends too early'],
    ['damaged in its pixels', Buffer.from(whole).fill(0x55, 44, 52), 'is damaged: its pixels can’t be unpacked'],
    ['of no colours', Buffer.from(whole).fill(5, 25, 26), 'is damaged: its colours are of no known kind'],
    [
      'huge',
      jpeg({ width: 40000, height: 40000, colors: 3 }),
      'has 40000 × 40000 pixels, expected 100 million at most',
    ],
    ['flat', jpeg({ width: 40, height: 0, colors: 3 }), 'is damaged: it has no height or no width'],
    ['CMYK', jpeg({ width: 40, height: 30, colors: 4 }), 'has CMYK colours, expected RGB or grey'],
    ['a JPEG without an end', jpeg({ width: 40, height: 30, colors: 3 }).slice(0, -2), 'ends too early'],
    [
      'lossless',
      Buffer.from(jpeg({ width: 9, height: 9, colors: 3 })).fill(0xc3, 3, 4),
      expect.stringContaining('of a rare kind'),
    ],
    [
      'SVG',
      latin('<?xml version="1.0"?>\n<!-- a map -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'is SVG, expected PNG or JPEG',
    ],
    ['WebP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'is WebP, expected PNG or JPEG'],
    ['GIF', latin('GIF89a\x01\0\x01\0'), 'is GIF, expected PNG or JPEG'],
    ['text', latin('not a picture'), 'is neither PNG nor JPEG'],
  ])('that is %s is named, with something to do about it', (_, bytes, reason) => {
    expect(pictureFault(bytes)).toEqual({ reason, remedy: expect.stringMatching(/^[A-Z].+\.$/) })
  })

  test('never makes the check fail, wherever it is cut or changed', () => {
    const pictures = fc.constantFrom(whole, jpeg({ width: 8, height: 8, colors: 3, orientation: 6 }))
    fc.assert(
      fc.property(pictures, fc.nat(), fc.nat(255), fc.nat(), (bytes, at, value, length) => {
        const changed = Buffer.from(bytes)
        changed[at % bytes.length] = value
        const cut = changed.subarray(0, bytes.length - (length % bytes.length))
        if (!pictureFault(cut)) expect(pictureSize(cut)).toBeDefined()
      }),
    )
  })

  test('has the size that a reader sees, when a camera was held upright', () => {
    expect(pictureSize(jpeg({ width: 40, height: 30, colors: 3 }))).toEqual({ width: 40, height: 30, orientation: 1 })
    const upright = jpeg({ width: 40, height: 30, colors: 3, orientation: 6 })
    expect(pictureSize(upright)).toEqual({ width: 30, height: 40, orientation: 6 })
  })
})
