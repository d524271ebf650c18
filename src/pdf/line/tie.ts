import type { Word } from '../measure/word.ts'

/** What a word is at its end or its start; a word's traits are some of these, added up. */
const trait = {
  endsInNumber: 1,
  initial: 2,
  abbreviation: 4,
  startsWithNumber: 8,
  unit: 16,
  startsWithDash: 32,
} as const

const patterns: readonly (readonly [number, RegExp])[] = [
  // "12", "1,200", "3.5"
  [trait.endsInNumber, /[\p{Nd}½¼¾]$/u],
  // "J."
  [trait.initial, /^\P{L}?\p{Lu}\.$/u],
  // "No.", "Art.", "p.", "§"
  [trait.abbreviation, /^\P{L}?(?:\p{L}{1,4}\.|§+|№|#)$/u],
  [trait.startsWithNumber, /^(?:\p{Nd}|[IVXLC]+\P{L}?$)/u],
  // "km", "km²", "kg,", "°C", "%"
  [trait.unit, /^(?:°?\p{L}{1,2}[²³23]?|%|°)[.,;:)”’]*$/u],
  [trait.startsWithDash, /^[–—]/u],
]

function traitsOf(word: Word): number {
  word.traits ??= patterns.reduce((sum, [bit, pattern]) => (pattern.test(word.text) ? sum + bit : sum), 0)
  return word.traits
}

/**
 * What a line break between two words costs beyond an ordinary space, in TeX's units: a number keeps its unit, an
 * abbreviation its number, initials their name, and a dash stays with what it follows.
 */
export function tie(before: Word | undefined, after: Word): number {
  if (!before) return 0
  const end = traitsOf(before)
  const start = traitsOf(after)
  if (start & trait.startsWithDash) return 400
  if (end & trait.endsInNumber && start & trait.unit) return 300
  if (end & trait.initial) return 200
  return end & trait.abbreviation && start & trait.startsWithNumber ? 500 : 0
}
