import { type ByteEncoding, upperHalves } from './upper-halves.ts'

/** Bytes of an encoding with one byte a character, by the code unit that stands for each; 0 or nothing where there is none. */
export type CodePage = Uint8Array

const pages = new Map<ByteEncoding, CodePage>()

/** Stands where a byte has no meaning. */
const meaningless = '\uFFFD'

/** The bytes that an encoding has for characters: the way back from text to the bytes that it was read from. */
export function codePage(encoding: ByteEncoding): CodePage {
  const known = pages.get(encoding)
  if (known) return known
  const units = Array.from(upperHalves[encoding], (sign) => (sign === meaningless ? 0 : sign.charCodeAt(0)))
  const page = new Uint8Array(Math.max(...units) + 1)
  // Some programs read ISO 8859-1 where others read Windows: then these bytes are control characters.
  for (let byte = 0x80; byte < 0xa0; byte++) page[byte] = byte
  for (const [index, unit] of units.entries()) if (unit > 0) page[unit] = 128 + index
  pages.set(encoding, page)
  return page
}

/** The bytes of a text in one encoding, read in another; what has no byte, or no meaning, stays as it is. */
export function reread(text: string, from: ByteEncoding, to: ByteEncoding): string {
  const page = codePage(from)
  const meanings = upperHalves[to]
  return text.replace(/[^\0-\x7f]/g, (sign) => {
    const meaning = meanings[(page[sign.charCodeAt(0)] ?? 0) - 128] ?? meaningless
    return meaning === meaningless ? sign : meaning
  })
}
