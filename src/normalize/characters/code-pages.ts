import { decode } from '../../encoding.ts'

/** Bytes of an encoding with one byte a character, by the code unit that stands for each; 0 where there is none. */
export type CodePage = Uint8Array

const upperHalf = Array.from({ length: 128 }, (_, index) => 128 + index)
const pages = new Map<string, CodePage>()
const characters = new Map<string, readonly string[]>()

/** What an encoding's bytes from 0x80 on mean, by byte less 0x80. A byte without a meaning is the control character of its number, as in browsers. */
export function upperHalfOf(encoding: string): readonly string[] {
  const known = characters.get(encoding)
  if (known) return known
  const made = upperHalf.map((byte) => {
    const decoded = decode(Uint8Array.of(byte), encoding)
    const control = byte < 0xa0 ? String.fromCharCode(byte) : ''
    return 'offset' in decoded || decoded.text.length !== 1 || decoded.text === '\uFFFD' ? control : decoded.text
  })
  characters.set(encoding, made)
  return made
}

/** The bytes that an encoding has for characters: the way back from text to the bytes that it was read from. */
export function codePage(encoding: string): CodePage {
  const known = pages.get(encoding)
  if (known) return known
  const page = new Uint8Array(0x10000)
  // Some programs read ISO 8859-1 where others read Windows: then these bytes are control characters.
  for (let byte = 0x80; byte < 0xa0; byte++) page[byte] = byte
  for (const [index, character] of upperHalfOf(encoding).entries()) {
    if (character !== '') page[character.charCodeAt(0)] = 128 + index
  }
  pages.set(encoding, page)
  return page
}

/** The bytes of a text in one encoding, read in another; what has no byte, or no meaning, stays as it is. */
export function reread(text: string, from: string, to: string): string {
  const page = codePage(from)
  const meaning = upperHalfOf(to)
  return text.replace(/[^\0-\x7f]/g, (sign) => meaning[(page[sign.charCodeAt(0)] ?? 0) - 128] || sign)
}
