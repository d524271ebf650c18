import { type Patterns, readPatterns } from './patterns.ts'
import { layPatterns } from './trie.ts'

/*
 * Liang's algorithm ("Word Hy-phen-a-tion by Com-put-er", 1983) over the patterns of the `hyphen` package. The package's
 * own function works on whole texts and takes 20 microseconds a word; this one takes about one.
 */

/** Where a language's words may be divided, as UTF-16 offsets, ascending. */
export type Hyphenator = (word: string) => readonly number[]

/** The files of patterns, by language; a language that is not here is not hyphenated. */
const patternFiles: Readonly<Record<string, string>> = {
  be: 'be', bg: 'bg', ca: 'ca', cs: 'cs', da: 'da', de: 'de-1996', 'de-ch': 'de-ch-1901', el: 'el-monoton',
  en: 'en-us', 'en-gb': 'en-gb', es: 'es', et: 'et', fi: 'fi', fr: 'fr', hr: 'hr', hu: 'hu', hy: 'hy', is: 'is',
  it: 'it', ka: 'ka', la: 'la', lt: 'lt', lv: 'lv', mk: 'mk', nb: 'nb', nl: 'nl', nn: 'nn', no: 'nb', pl: 'pl',
  pt: 'pt', ro: 'ro', ru: 'ru', sk: 'sk', sl: 'sl', sq: 'sq', sr: 'sr-cyrl', sv: 'sv', tk: 'tk', tr: 'tr', uk: 'uk',
} // biome-ignore format: a table

/** Least letters before and after a division; two and three unless the language's printers are stricter or freer. */
const margins: Readonly<Record<string, readonly [number, number]>> = {
  de: [2, 2], es: [2, 2], hy: [2, 2], pl: [2, 2], ru: [2, 2], tr: [2, 2], uk: [2, 2],
} // biome-ignore format: a table

const hyphenators = new Map<string, Hyphenator | undefined>()

/** The hyphenator of a BCP 47 language, loaded when first asked for; undefined when there are no patterns for it. */
export function hyphenatorFor(language: string): Hyphenator | undefined {
  if (!hyphenators.has(language)) hyphenators.set(language, makeHyphenator(language.toLowerCase()))
  return hyphenators.get(language)
}

function makeHyphenator(language: string): Hyphenator | undefined {
  const primary = language.split('-')[0] ?? ''
  const [before, after] = margins[primary] ?? [2, 3]
  if (primary === 'az') return (word) => within(bySyllable(word), word, 2, 2)
  const file = patternFiles[language] ?? patternFiles[primary]
  if (!file) return undefined
  const patterns = readPatterns(file)
  // In Turkish the small letter of İ is i, in other languages an i with a dot of its own.
  const toLower = (word: string) => (primary === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase())
  return remembering((word) => within(byPattern(word, patterns), word, before, after), toLower)
}

/** How many words a hyphenator remembers. */
const mostRemembered = 8_192

/** The same word comes in several styles, with a capital, beside punctuation. */
function remembering(hyphenate: Hyphenator, toLower: (word: string) => string): Hyphenator {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const lower = toLower(word)
    if (lower.length !== word.length) return []
    let places = known.get(lower)
    if (!places) {
      places = hyphenate(lower)
      if (known.size === mostRemembered) known.clear()
      known.set(lower, places)
    }
    return places
  }
}

function within(places: readonly number[], word: string, before: number, after: number): number[] {
  return places.filter((at) => at >= before && at <= word.length - after)
}

/** Lays every pattern that fits over the word, in small letters, and divides where the highest level is odd. */
function byPattern(lower: string, patterns: Patterns): readonly number[] {
  const { known } = patterns
  if (Object.hasOwn(known, lower)) return known[lower] ?? []
  const text = `.${lower}.`
  const levels = new Uint8Array(text.length + 2)
  for (let start = 0; start < text.length; start++) layPatterns(text, start, patterns, levels)
  const places: number[] = []
  for (let at = 1; at < lower.length; at++) if ((levels[at + 1] ?? 0) % 2 === 1) places.push(at)
  return places
}

const azerbaijaniVowels = 'aeəiıouöü'

/** Azerbaijani, Latin script, has no patterns: a syllable has one vowel and begins with the consonant before it. */
function bySyllable(word: string): number[] {
  const letters = word.toLocaleLowerCase('az')
  const places: number[] = []
  if (letters.length !== word.length) return places
  let seen = false
  for (let at = 0; at < letters.length; at++) {
    if (!azerbaijaniVowels.includes(letters.charAt(at))) continue
    if (seen) places.push(azerbaijaniVowels.includes(letters.charAt(at - 1)) ? at : at - 1)
    seen = true
  }
  return places
}
