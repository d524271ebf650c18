import { createRequire } from 'node:module'
import { hyphenatorFor } from '../../language/hyphenate.ts'
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

function findBreaks(word: Word, language: string): readonly WordBreak[] {
  const { text } = word
  if (word.soft.length === 0 && address.test(text)) return addressBreaks(text)
  const places = new Map<number, WordBreak>()
  for (const at of hyphenPlaces(text, language)) places.set(at, { at, hyphen: true, cost: hyphenCost(text, at) })
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

const letters = /[\p{L}\p{M}]{5,}/gu
const capital = /^\p{Lu}/u
const allCapitals = /^[\p{Lu}\p{M}]+$/u
const digit = /\p{N}/u

/** The places that the language's patterns allow. Words with digits and short words in capitals stay whole. */
function hyphenPlaces(text: string, language: string): number[] {
  const hyphenator = text.length < 5 || digit.test(text) ? undefined : hyphenatorFor(language)
  if (!hyphenator) return []
  const places: number[] = []
  for (const match of text.matchAll(letters)) {
    if (match[0].length < 8 && allCapitals.test(match[0])) continue
    for (const at of hyphenator(match[0])) places.push(match.index + at)
  }
  return places
}

/** Names and the parts of a compound are divided at need only. */
function hyphenCost(text: string, at: number): number {
  const start = text.search(/\p{L}/u)
  const inCompound = text.includes('-', 1)
  return capital.test(text.slice(start, at)) || inCompound ? cost.name : cost.hyphen
}
