import { createRequire } from 'node:module'
import { hyphenatorFor } from '../../language/hyphenation/hyphenate.ts'
import type { Word, WordBreak } from '../measure/word.ts'

/** Costs of dividing a word, in the units of TeX's penalties, where its hyphen costs 50; much dearer here, because letters give too. */
const cost = {
  hyphen: 250,
  name: 500,
  soft: 50,
  compound: 50,
  dash: 10,
  slash: 60,
  address: 80,
  addressMark: 250,
  ideograph: 0,
} as const

/** Where a word may be divided, ascending; the result is kept on the word. `divide` adds the language's hyphenation. */
export function breaksOf(word: Word, language: string): readonly WordBreak[] {
  word.breaks ??= findBreaks(word, language)
  return word.breaks
}

const address = /^\W{0,2}(?:[a-z][a-z0-9+.-]*:\/\/|www\.)|^[^\s@]+@[^\s@]+\.\w+/i
/** Scripts whose words are not set apart by spaces: there the line-breaking algorithm of Unicode decides. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u{3ffff}]/u
/** Letters, and punctuation that no line ends after: what most words are, which only the language divides. */
const plain = /^([“‘("]?)([A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0481\u048a-\u052f]+)[.,;:!?”’)"]*$/

function findBreaks(word: Word, language: string): readonly WordBreak[] {
  const { text } = word
  if (word.soft.length === 0) {
    const [, before, letters] = plain.exec(text) ?? []
    if (before !== undefined && letters !== undefined)
      return hyphenBreaks(letters, before.length, hyphenCost(letters), language)
    if (address.test(text)) return addressBreaks(text)
  }
  const places = new Map<number, WordBreak>()
  for (const place of allHyphenBreaks(text, language)) places.set(place.at, place)
  const marked = unspaced.test(text) ? unicodeBreaks(text) : markedBreaks(text)
  for (const place of marked) places.set(place.at, place)
  for (const { at, hyphen } of word.soft) places.set(at, { at, hyphen, cost: hyphen ? cost.soft : 0 })
  return [...places.values()].sort((a, b) => a.at - b.at)
}

/**
 * An address breaks after its double slash and before its other marks, never with a hyphen (Chicago Manual of Style,
 * 14.18): then a mark at the end of a line is never taken for the sentence's. Best before a slash.
 */
function addressBreaks(text: string): WordBreak[] {
  const places: WordBreak[] = []
  for (let at = 3; at < text.length - 2; at++) {
    const mark = text.charAt(at)
    const slash = mark === '/' ? !'/:'.includes(text.charAt(at - 1)) : text.startsWith('//', at - 2)
    if (slash) places.push({ at, hyphen: false, cost: cost.address })
    else if (addressMarks.includes(mark)) places.push({ at, hyphen: false, cost: cost.addressMark })
  }
  return places
}

const addressMarks = '.?&=_-#~%,'

/** After a hyphen, dash or slash between letters or figures; a hyphen keeps to the figure that follows it (UAX #14, rule LB25). */
const marked = /(?<=[\p{L}\p{M}\p{N}’”)\]])(?:[-\u2010\u058a](?=\p{L})|[\u2012-\u2014/|](?=[\p{L}\p{N}“‘(]))/gu

function markedBreaks(text: string): WordBreak[] {
  return Array.from(text.matchAll(marked), ({ 0: mark, index }) => {
    return { at: index + mark.length, hyphen: false, cost: costAfter(mark) }
  })
}

/** The package has big tables, which most dossiers do without. */
let loaded: LineBreakerClass | undefined

type LineBreakerClass = new (text: string) => { nextBreak(): { readonly position: number } | null }

/** The places of UAX #14 inside a word: between ideographs, after hyphens, dashes and slashes. */
function unicodeBreaks(text: string): WordBreak[] {
  loaded ??= createRequire(import.meta.url)('linebreak') as LineBreakerClass
  const places: WordBreak[] = []
  const breaker = new loaded(text)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const at = next.position
    if (at > 0 && at < text.length) places.push({ at, hyphen: false, cost: costAfter(text.charAt(at - 1)) })
  }
  return places
}

function costAfter(character: string): number {
  if (character === '/' || character === '|') return cost.slash
  if (isHyphen(character)) return cost.compound
  return character === '–' || character === '—' ? cost.dash : cost.ideograph
}

/** Whether a line that ends with the character ends in a hyphen, for ladders. */
export function isHyphen(character: string): boolean {
  return character === '-' || character === '\u2010' || character === '\u058a'
}

const stretchOfLetters = /[\p{L}\p{M}]{5,}/gu
const capital = /^\p{Lu}/u
const allCapitals = /^[\p{Lu}\p{M}]+$/u
const digit = /\p{N}/u

/** The places that the language's patterns allow. Words with digits stay whole. */
function allHyphenBreaks(text: string, language: string): WordBreak[] {
  if (digit.test(text)) return []
  const inCompound = text.includes('-', 1)
  const price = inCompound ? cost.name : hyphenCost(text.slice(Math.max(0, text.search(/\p{L}/u))))
  return Array.from(text.matchAll(stretchOfLetters)).flatMap(({ 0: letters, index }) =>
    hyphenBreaks(letters, index, price, language),
  )
}

/** Names, like the parts of a compound, are divided at need only. */
function hyphenCost(letters: string): number {
  return capital.test(letters) ? cost.name : cost.hyphen
}

const noBreaks: readonly WordBreak[] = []

/** The places in letters that begin at an offset of their word. Short words in capitals stay whole. */
function hyphenBreaks(letters: string, offset: number, price: number, language: string): readonly WordBreak[] {
  if (letters.length < 5 || (letters.length < 8 && allCapitals.test(letters))) return noBreaks
  const places = hyphenatorFor(language)?.(letters) ?? []
  return places.length === 0 ? noBreaks : places.map((at) => ({ at: offset + at, hyphen: true, cost: price }))
}
