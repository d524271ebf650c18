import type { Line } from '../../../captured/line.ts'
import { sentenceEnd } from '../../evidence/sentence-ends.ts'

/** How often sentences begin with each word: those that begin paragraphs for certain, and those in the middle of lines. */
export interface Openings {
  readonly first: ReadonlyMap<string, number>
  readonly within: ReadonlyMap<string, number>
}

/** Sentences before a count says as much as what is already known. */
const weight = 8
/** Share of the evidence that is believed: neighbouring sentences are not drawn independently. */
const belief = 0.5
const sentenceStart = new RegExp(`${sentenceEnd}(?=["\u2018\u201C\u201E\u00AB(]?\\p{Lu})`, 'gu')

/** Counts the first words of paragraphs and of sentences within lines. */
export function openingsOf(starts: readonly Line[], lines: readonly Line[]): Openings {
  const first = new Map<string, number>()
  const within = new Map<string, number>()
  for (const { value } of starts) count(first, openingOf(value))
  for (const { value } of lines) {
    for (const { index, 0: gap } of value.matchAll(sentenceStart))
      count(within, openingOf(value.slice(index + gap.length, index + gap.length + 40)))
  }
  return { first, within }
}

/** Natural logarithm of how much likelier a text's first word is at the start of a paragraph than inside one. */
export function openingOdds(text: string, { first, within }: Openings): number {
  const word = openingOf(text)
  const firsts = sum(first)
  const others = sum(within)
  const share = ((first.get(word) ?? 0) + (within.get(word) ?? 0) + 0.5) / (firsts + others + 1)
  const asFirst = ((first.get(word) ?? 0) + weight * share) / (firsts + weight)
  const asOther = ((within.get(word) ?? 0) + weight * share) / (others + weight)
  return belief * Math.log(asFirst / asOther)
}

/** The first word with the comma behind it, figures alike; "First," is another opening than "First". */
function openingOf(text: string): string {
  const [, quote = '', word = ''] = /^(["\u2018\u201C\u201E\u00AB(]*)([\p{L}\p{N}'\u2019]+,?)/u.exec(text) ?? []
  return `${quote === '' ? '' : '"'}${word.replace(/\d+/g, '0')}`
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const value of counts.values()) total += value
  return total
}
