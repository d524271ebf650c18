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
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const alone = scripts.find(([, letter]) => (sample.match(letter)?.length ?? 0) * 2 > letters)
  return alone?.[0] ?? tags[franc(sample, { only: Object.keys(tags) })] ?? 'en'
}
