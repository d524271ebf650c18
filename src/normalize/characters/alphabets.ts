import type { ByteEncoding } from './upper-halves.ts'

/** An alphabet, the encodings with one byte a character that texts in it come in, and its commonest letters. */
export interface Alphabet {
  readonly encodings: readonly ByteEncoding[]
  readonly letter: RegExp
  /** The ten letters that make up most of a text, in small letters. */
  readonly common: ReadonlySet<string>
}

/** Alphabets whose encodings are taken for others. The commonest letters are those of newspaper prose. */
export const alphabets: readonly Alphabet[] = [
  {
    encodings: ['windows-1251', 'koi8-r', 'cp866', 'maccyrillic', 'iso-8859-5'],
    letter: /\p{Script=Cyrillic}/u,
    common: new Set('оеаинтсрвл'),
  },
  { encodings: ['windows-1253'], letter: /\p{Script=Greek}/u, common: new Set('αοιετσνηυρ') },
  { encodings: ['windows-1255'], letter: /\p{Script=Hebrew}/u, common: new Set('יוהלאמרתבש') },
  { encodings: ['windows-1256'], letter: /\p{Script=Arabic}/u, common: new Set('اليمنوترب') },
]

/** How well a text is one in an alphabet, each from 0 to 1. */
export interface Fit {
  /** Share of its letters, and of its signs beyond ASCII, that are letters of the alphabet. */
  readonly script: number
  /** Share of those that are among the commonest. */
  readonly common: number
  /** Share of words in small letters, in capitals, or with a capital first. */
  readonly shape: number
}

/** Signs beyond ASCII that stand in a text of any alphabet. */
const anyText = /[\u00A0\u00A7\u00AB\u00AD\u00B0\u00BB\u2010-\u203A\u20AC\u2116]/

const shapely = /^(?:\p{Lu}?[\p{Ll}\p{M}]*|\p{Lu}+|[\p{Lo}\p{M}]+)$/u

/** Holds a text against an alphabet. Letters of ASCII are words of another language in it, and say nothing. */
export function fitOf(text: string, { letter, common }: Alphabet): Fit {
  const signs = [...text].filter((sign) => sign > '\x7f' && !anyText.test(sign))
  const letters = signs.filter((sign) => letter.test(sign))
  const words = text.match(/[\p{L}\p{M}]{2,}/gu) ?? []
  return {
    script: share(letters.length, signs.length),
    common: share(letters.filter((sign) => common.has(plain(sign))).length, letters.length),
    shape: share(words.filter((word) => shapely.test(word)).length, words.length),
  }
}

/** A letter small and without accents. */
function plain(letter: string): string {
  return letter.toLowerCase().normalize('NFD')[0] ?? ''
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
