import type { Word } from '../measure/word.ts'
import { tiedWords } from './tied-words.ts'

/** What a word is at its end or its start; a word's traits are some of these, added up. */
const trait = {
  endsInNumber: 1,
  initial: 2,
  abbreviation: 4,
  startsWithNumber: 8,
  unit: 16,
  startsWithDash: 32,
  lonely: 64,
  kind: 128,
  measure: 256,
  sign: 512,
  thousands: 1024,
  group: 2048,
  ellipsis: 4096,
  letter: 8192,
  label: 16384,
  day: 32768,
  month: 65536,
  title: 131072,
  name: 262144,
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
  // "±", "<", "€"
  [trait.sign, /^[\p{Sc}±×÷=<>≤≥≈~+−]$/u],
  // The "12" of "12 000", and its "000"
  [trait.thousands, /^\P{L}?\p{Nd}{1,3}$/u],
  [trait.group, /^\p{Nd}{3}(?!\p{Nd})/u],
  [trait.ellipsis, /^(?:…|\.{3})/u],
  // The "z." and "B." of "z. B."
  [trait.letter, /^\P{L}?\p{L}\.[,;:)]?$/u],
  // "7", "21st", "3.", the day of a month
  [trait.day, /^\P{L}?(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|ª|\.)?[,;:.)”’]?$/u],
  // "Smith", after a title
  [trait.name, /^\p{Lu}/u],
  // The "A" of "Annex A"
  [trait.label, /^\p{Lu}[.,;:)]?$/u],
]

/** Words that can be of a kind only: most words of a text are like this. */
const plain = /^[\p{Ll}’]{3,}[,;:]?$/u

function traitsOf(word: Word, language: string): number {
  word.traits ??= wordTraits(word.text, language) + (plain.test(word.text) ? 0 : formTraits(word.text))
  return word.traits
}

function formTraits(text: string): number {
  return patterns.reduce((sum, [bit, pattern]) => (pattern.test(text) ? sum + bit : sum), 0)
}

function wordTraits(text: string, language: string): number {
  const { lonely, kind, measure, month, title } = tiedWords(language)
  const letter = text.length <= 2 ? text.toLowerCase().replace(/^\P{L}/u, '') : ''
  return (
    (lonely.has(letter) ? trait.lonely : 0) +
    (kind.test(text) ? trait.kind : 0) +
    (measure.test(text) ? trait.measure : 0) +
    (month.test(text) ? trait.month : 0) +
    (title.test(text) ? trait.title : 0)
  )
}

/**
 * What a line break between two words costs beyond an ordinary space, in TeX's units: a number keeps its unit, its
 * sign, its thousands and what it is the number of, a day keeps its month, initials and titles keep their name, a short
 * word keeps the next one where the language wants it, and a dash or an ellipsis stays with what it follows.
 */
export function tie(before: Word | undefined, after: Word, language: string): number {
  if (!before) return 0
  const end = traitsOf(before, language)
  const start = traitsOf(after, language)
  if (end + start === 0) return 0
  if (start & (trait.startsWithDash + trait.ellipsis)) return 400
  if (end & trait.endsInNumber) {
    if (end & trait.thousands && start & trait.group) return 1000
    if (start & (trait.unit + trait.sign)) return 300
    if (start & trait.measure) return 150
  }
  if ((end & trait.day && start & trait.month) || (end & trait.month && start & trait.day)) return 150
  if (end & trait.title && start & trait.name) return 200
  if (end & trait.initial || (end & trait.letter && start & trait.letter)) return 200
  if (start & trait.startsWithNumber) {
    if (end & (trait.abbreviation + trait.sign)) return 500
    if (end & trait.kind) return 200
  }
  if (end & trait.kind && start & trait.label) return 200
  return end & trait.lonely ? tiedWords(language).lonelyCost : 0
}
