import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { startsItem } from '../../evidence/markers.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { wordKey } from '../../evidence/vocabulary.ts'

/** What is known of a text when two of its lines are tried beside each other. */
export interface Reading {
  readonly vocabulary: ReadonlyMap<string, number>
  readonly language: string
  /** Length of full lines, in characters. */
  readonly full: number
}

/** Costs of a line end in front of a line, about the negative logarithm of how often it occurs in text in order. */
const costs = { wordFound: -2, wordGoesOn: 0, wordBroken: 4, cutSentence: 3, lostBeginning: 4, name: 1.5, item: 0.3 }

/** What it costs to read `line` right after `before`, two lines that the capture has apart; negative when it fits well. */
export function junctionCost(before: Line, line: Line, reading: Reading): number {
  const ending = endingOf(before.value)
  const begins = beginningOf(line.value)
  const isItem = startsItem(line.value)
  if (ending === 'hyphen' && before.value.length > shortest)
    return begins === 'lower' ? hyphenCost(before.value, line.value, reading) : costs.wordBroken
  if (ending === 'open' || ending === 'hyphen') {
    if (begins === 'lower') return isItem ? costs.item : standsAlone(before, reading) ? costs.name : -0.5
    if (standsAlone(before, reading)) return costs.item
    if (endsInFunctionWord(before.value, reading.language) && begins === 'upper') return costs.name
    return isItem || startsBlock(line)
      ? costs.cutSentence + 1
      : beginsSentence(line, reading)
        ? costs.cutSentence
        : costs.name
  }
  if (begins === 'lower' && !isItem) return ending === 'sentence' ? costs.lostBeginning : 0.5
  if (ending === 'clause') return isItem ? 0 : begins === 'upper' ? 1 : 0.5
  return 0
}

/** Shorter lines are cells, which may end in half a word. */
const shortest = 12

/** The halves of a word that the text has elsewhere belong together. */
function hyphenCost(before: string, line: string, { vocabulary }: Reading): number {
  const head = /[\p{L}\p{M}\p{N}-]+(?=[-\u00AD\u2010]$)/u.exec(before)?.[0] ?? ''
  const tail = /^[\p{L}\p{M}-]+/u.exec(line)?.[0] ?? ''
  const known = vocabulary.has(wordKey(head + tail)) || vocabulary.has(wordKey(`${head}-${tail}`))
  return known ? costs.wordFound : costs.wordGoesOn
}

/** A heading, a cell or a caption: what may end without a mark. */
function standsAlone({ value }: Line, { full }: Reading): boolean {
  return value.length < 0.7 * full || startsWithNumber(value)
}

function startsBlock({ value }: Line): boolean {
  return isCaption(value) || annexLabel(value) !== undefined
}

function startsWithNumber(value: string): boolean {
  return isCaption(value) || annexLabel(value) !== undefined || headingNumbers(value).length > 0
}

/** Whether a capitalized word occurs in small letters, too, so that it is no name but begins a sentence. */
function beginsSentence({ value }: Line, { vocabulary }: Reading): boolean {
  const word = /^["“„«(]?(\p{Lu}[\p{L}\p{M}'’]*)/u.exec(value)?.[1]
  return word !== undefined && (vocabulary.get(wordKey(word)) ?? 0) > 2
}
