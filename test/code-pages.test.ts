import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { reread } from '../src/normalize/characters/code-pages.ts'
import { type ByteEncoding, upperHalves } from '../src/normalize/characters/upper-halves.ts'

const encodings = Object.keys(upperHalves) as ByteEncoding[]
const upperBytes = Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index))

test.each(encodings)('%s is what the library that decodes says', (encoding) => {
  const decoded = [...iconv.decode(upperBytes, encoding)]
  const ready = [...upperHalves[encoding]]
  expect(ready).toHaveLength(128)
  // Where a byte has no meaning, browsers give the control character of its number.
  expect(ready.map((sign, index) => (decoded[index] === '\uFFFD' ? '\uFFFD' : sign))).toEqual(decoded)
})

test('a text is read again in another encoding, and what has no byte in the first stays', () => {
  const bytes = iconv.encode('порт и мост', 'windows-1251')
  const wrong = iconv.decode(bytes, 'windows-1252')
  expect(reread(`${wrong} 港`, 'windows-1252', 'windows-1251')).toBe('порт и мост 港')
})
