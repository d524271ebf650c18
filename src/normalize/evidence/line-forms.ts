import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
import { endingOf, withoutDirections } from './punctuation.ts'
import { reachOf, type Wrapping } from './wrapping.ts'

/*
 * Texts made of entries begin each in the same form: "term = what it means", "[14:05] Name:", "NAME. What is said".
 * A form says where entries begin if it comes again and again, and mostly where something has just ended.
 */

/** What an entry of a text looks like at its beginning; `sent` also ends with the time, its words follow below. */
export type LineForm = 'term' | 'dash' | 'time' | 'bracket' | 'label' | 'speaker' | 'sent' | 'letter'

const forms: readonly (readonly [LineForm, RegExp])[] = [
  ['sent', /^\p{Lu}[^[\]]{1,60}\[[^[\]]*\d{1,2}[:.]\d\d(?:[:.]\d\d)?\]$/u],
  ['letter', /^\p{Lu}$/u],
  ['bracket', /^\[[^\]]*\d[^\]]*\]\s+\p{L}[^:]{1,40}:/u],
  ['time', /^\d{1,2}[:.]\d\d(?:\s?[\u2013\u2014-]\s?\d{1,2}[:.]\d\d)?\s+\S/],
  // Settings of a program have a value there, not words.
  ['term', /^\p{L}[^=.:;!?]{0,60}=\s+\P{L}?\p{L}+[,:]?\s+\p{L}/u],
  ['speaker', /^\p{Lu}{2}[\p{Lu} .'\u2019-]{0,30}\.\s+\S/u],
  ['label', /^\p{L}[^:.;,!?]{0,40}:(?:\s|$)/u],
  ['dash', /^\p{L}[^.:;,!?\u2013\u2014]{0,40}\s[\u2013\u2014-]\s+\S/u],
]

/** The form in which a line begins; undefined where it has none of them. */
export function formOf(text: string): LineForm | undefined {
  const plain = withoutDirections(text)
  return forms.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** Fewest lines of one form in a text of entries. */
const fewest = 3
/** Share of them that must stand where something has ended: a glossary has all, a wrapped text with colons .1 to .4. */
const leastAtEnds = 0.7

/** The forms in which the entries of a text begin; empty where it has no entries. */
export function lineFormsIn(tree: Root, wrapping: Wrapping): ReadonlySet<LineForm> {
  const counts = new Map<LineForm, { all: number; atEnds: number }>()
  for (const [at, line] of tree.children.entries()) {
    const form = line.type === 'line' ? formOf(line.value) : undefined
    if (line.type !== 'line' || !form) continue
    const count = counts.get(form) ?? { all: 0, atEnds: 0 }
    const before = tree.children[at - 1]
    count.all++
    if (before?.type !== 'line' || hasEnded(before, line, wrapping)) count.atEnds++
    counts.set(form, count)
  }
  const recurring = [...counts].filter(([, { all, atEnds }]) => all >= fewest && atEnds >= leastAtEnds * all)
  return new Set(recurring.map(([form]) => form))
}

/** Whether something may have ended before the line: a sentence, a line that is not full, a letter of the alphabet. */
export function hasEnded(before: Line, line: Line, wrapping: Wrapping): boolean {
  const ending = endingOf(before.value)
  if ((line.data?.blankBefore ?? 0) > 0 || ending === 'sentence' || ending === 'clause') return true
  return ending === 'open' && reachOf(before, line, wrapping) < wrapping.leastReach
}
