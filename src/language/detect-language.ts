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

/** The blocks of these scripts: most texts have no character of them. */
const anyScript = /[\u0370-\u03ff\u0530-\u058f\u10a0-\u10ff\u1c90-\u1cbf\u1f00-\u1fff\u2d00-\u2d2f]/

/** Words that one in eight is in English, and hardly any in the other languages. */
const englishWords = new Set(['the', 'of', 'and'])
const leastEnglish = 0.08

/** How much of a text its commonest words are counted in. */
const countedLength = 4000

/** Figures and the marks of tables are no words. */
const lettered = /[a-z\u0080-\uffff]/i

/** Whether a text is in English beyond doubt: that takes a tenth of the time of comparing letter triples. */
function isEnglish(text: string): boolean {
  const words = text
    .slice(0, countedLength)
    .split(/\s+/)
    .filter((word) => lettered.test(word))
  const count = words.reduce((sum, word) => sum + (englishWords.has(word.toLowerCase()) ? 1 : 0), 0)
  return count >= leastEnglish * words.length
}

/**
 * Detects the language of a text by its script where no other language has it, else by its letter triples; "en" when
 * the text is too short to tell.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, sampleLength)
  const alone = anyScript.test(sample) ? scripts.find(([, letter]) => isMostly(letter, sample)) : undefined
  if (!alone && isEnglish(sample)) return 'en'
  return alone?.[0] ?? tags[franc(sample, { only: Object.keys(tags) })] ?? 'en'
}

const anyLetter = /\p{L}/gu

function isMostly(letter: RegExp, text: string): boolean {
  const count = countOf(letter, text)
  return !hasLatin(text, count) && count * 2 > countOf(anyLetter, text)
}

/** Whether a text has so many letters of a to z, which are counted many times as fast as letters of any script. */
function hasLatin(text: string, least: number): boolean {
  let count = 0
  for (let at = 0; at < text.length && count < least; at++) {
    const lower = text.charCodeAt(at) | 0x20
    if (lower >= 0x61 && lower <= 0x7a) count++
  }
  return count >= least
}

function countOf(letter: RegExp, text: string): number {
  let count = 0
  while (letter.test(text)) count++
  return count
}
