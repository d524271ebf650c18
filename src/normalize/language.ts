import { franc } from 'franc-min'

/** How much of a text is looked at: a language shows itself in a few pages. */
const sampleLength = 20_000

/** BCP 47 tags of the languages that rules know, by the ISO 639-3 code that the detector gives. */
const tags: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  rus: 'ru',
  azj: 'az',
  tur: 'tr',
  hye: 'hy',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  ukr: 'uk',
  kat: 'ka',
  ell: 'el',
  arb: 'ar',
  heb: 'he',
  pes: 'fa',
}

/** Languages that are alone in their script, which the detector may not know. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['el', /\p{Script=Greek}/gu],
]

/**
 * Detects the language of a text by its script where no other language has it, else by its letter triples; "en" when
 * the text is too short to tell.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, sampleLength)
  const alone = scripts.find(([, letter]) => isMostly(letter, sample))
  return alone?.[0] ?? tags[franc(sample, { only: Object.keys(tags) })] ?? 'en'
}

const anyLetter = /\p{L}/gu

function isMostly(letter: RegExp, text: string): boolean {
  const count = countOf(letter, text)
  return count > 0 && count * 2 > countOf(anyLetter, text)
}

function countOf(letter: RegExp, text: string): number {
  let count = 0
  while (letter.test(text)) count++
  return count
}
