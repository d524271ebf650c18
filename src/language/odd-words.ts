/** What words have beyond ASCII; dashes, quotation marks and ellipses are in every text and make no word odd. */
const beyondAscii = /[^\0-\x7f\s\u2010-\u201F\u2026]/g

/** A stretch without white space, and its place in the text. */
export interface PlacedWord {
  readonly word: string
  readonly index: number
}

/** The words of a text that have a character beyond ASCII which could make them odd, in order. */
function* wordsBeyondAscii(text: string): Generator<PlacedWord> {
  let end = 0
  for (const { index: at } of text.matchAll(beyondAscii)) {
    if (at < end) continue
    let start = at
    while (start > 0 && !isSpace(text, start - 1)) start--
    end = at + 1
    while (end < text.length && !isSpace(text, end)) end++
    yield { word: text.slice(start, end), index: start }
  }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0x0a || (code < 0x21 && code > 0x08) || (code > 0x7f && /\s/.test(text.charAt(at)))
}

/** Signs that wrong decodings put inside words. Marks of notes, units and quotation may stand there in any text. */
const strangers =
  '\\u02C6\\u02DC\\u2030\\u2039\\u203A\\u2122\\u00A1-\\u00A6\\u00A8\\u00A9\\u00AC\\u00AE\\u00AF\\u00B6\\u00B8\\u00BC-\\u00BF\\u2202\\u2206\\u220F\\u2211\\u221A\\u221E\\u222B\\u2248\\u2260\\u2264\\u2265\\u2320-\\u25FF'

/**
 * What no word has in an alphabet with Latin letters: a stranger between its letters, a control character, a capital
 * beyond ASCII behind a small letter where no capitals follow, a Cyrillic letter alone among Latin ones.
 */
const oddWord = new RegExp(
  [
    `[a-z][${strangers}][a-z]`,
    '[A-Za-z][\\u0080-\\u0084\\u0086-\\u009F]|[\\u0080-\\u0084\\u0086-\\u009F][A-Za-z]',
    '[a-z](?=[^\\0-\\x7f])\\p{Lu}(?!\\p{L}*\\p{Lu})',
    '[A-Za-z]\\p{Script=Cyrillic}[a-z]|[a-z]{2}\\p{Script=Cyrillic}(?!\\p{L})',
  ].join('|'),
  'u',
)

/** The words of a text that are odd, in order: the sign of a wrong decoding. */
export function* placedOddWords(text: string): Generator<PlacedWord> {
  for (const placed of wordsBeyondAscii(text)) if (oddWord.test(placed.word)) yield placed
}

/** The words of a text that are odd: the sign of a wrong decoding. */
export function oddWords(text: string): string[] {
  return [...placedOddWords(text)].map(({ word }) => word)
}
