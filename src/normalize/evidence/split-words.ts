import type { VFile } from 'vfile'
import type { Line } from '../../captured/line.ts'
import { hyphenatorFor } from '../../language/hyphenation/hyphenate.ts'
import { evidenceOf } from './evidence.ts'
import { wordKey } from './vocabulary.ts'

/** Words that join the halves of "pre- and post-war": the hyphen before them stays, and a space with it. */
const conjunction =
  /^(?:and|or|nor|to|but|und|oder|bis|bzw|et|ou|y|e|o|u|i|\u0438|\u0438\u043B\u0438|v\u0259|ve|veya|\u0587|\u056F\u0561\u0574)$/iu

/** What becomes of a hyphen at the end of a piece of text that goes on elsewhere. */
export type Finding = NonNullable<NonNullable<Line['data']>['hyphen']>

/** What decides about the hyphens of a text. */
export interface SplitWords {
  readonly vocabulary: ReadonlyMap<string, number>
  /** Words that keep their hyphen, as the vocabulary knows words. */
  readonly wanted: ReadonlySet<string>
  /** Signs that stand at line ends only, so that a typesetter must have put them there. */
  readonly signs: ReadonlySet<string>
  readonly language: string
}

/** Collects what decides about the hyphens of a text; `keep` are words that keep theirs. */
export function splitWordsOf(file: VFile, keep: readonly string[] = []): SplitWords {
  const { vocabulary, typesetHyphens, language } = evidenceOf(file)
  return { vocabulary, wanted: new Set(keep.map(wordKey)), signs: typesetHyphens, language }
}

/** The word at the end of a text; a word longer than any is no word. */
function wordBefore(text: string): string | undefined {
  return /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'\u2019\-\u2010\u2011\u00AD]*$/u.exec(text.slice(-60))?.[0]
}

/** What becomes of the hyphen with which `before` ends when `after` is joined to it; undefined when there is none. */
export function findingFor(before: string, after: string, context: SplitWords): Finding | undefined {
  const sign = before.at(-1) ?? ''
  if (!/[-\u00AD\u2010\u058A]/.test(sign)) return undefined
  const left = wordBefore(before.slice(0, -1))
  const right = /^[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011\u00AD'\u2019][\p{L}\p{M}\p{N}]+)*/u.exec(after)?.[0]
  if (!left || !right || conjunction.test(right)) return undefined
  if (context.signs.has(sign))
    return { keep: false, evidence: 'the hyphen is one that a typesetter put there', confidence: 0.99 }
  return fromVocabulary(wordKey(left), wordKey(right), context) ?? fromForm(left, right, context)
}

function fromVocabulary(left: string, right: string, { vocabulary, wanted }: SplitWords): Finding | undefined {
  const compound = `${left}-${right}`
  const word = left + right
  if (wanted.has(compound)) return { keep: true, evidence: `"${compound}" is in the source's list`, confidence: 1 }
  const withHyphen = occurrences(vocabulary, compound)
  const without = occurrences(vocabulary, word)
  if (withHyphen === without) return undefined
  const keep = withHyphen > without
  const evidence = `"${keep ? compound : word}" stands elsewhere in the text`
  return { keep, evidence, confidence: 0.97 }
}

function occurrences(vocabulary: ReadonlyMap<string, number>, key: string): number {
  const other = key.endsWith('s') ? key.slice(0, -1) : `${key}s`
  return (vocabulary.get(key) ?? 0) + (vocabulary.get(other) ?? 0)
}

function fromForm(left: string, right: string, context: SplitWords): Finding {
  if (/^[\p{Lu}\p{N}]/u.test(right))
    return { keep: true, evidence: 'a capital or a figure follows the hyphen', confidence: 0.9 }
  if (context.signs.size > 1)
    return { keep: true, evidence: 'split words have another hyphen in this text', confidence: 0.9 }
  if (/[-\u2010].*[-\u2010]/.test(left))
    return { keep: true, evidence: 'the word has hyphens before this one', confidence: 0.9 }
  const head = left.slice(Math.max(left.lastIndexOf('-'), left.lastIndexOf('\u2010')) + 1)
  const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(right)?.[0] ?? right
  if (context.language.startsWith('de') && /^\p{Lu}\p{Ll}{2}/u.test(head)) {
    return { keep: false, evidence: 'behind a hyphen, the noun of a German compound has a capital', confidence: 0.95 }
  }
  const isWord = (text: string) => (context.vocabulary.get(wordKey(text)) ?? 0) > 0
  if (head.length > 3 && tail.length > 3 && isWord(head) && isWord(tail)) {
    return { keep: true, evidence: `"${head}" and "${tail}" are words of the text`, confidence: 0.6 }
  }
  const places = hyphenatorFor(context.language)?.(head + tail)
  // German writes almost all compounds as one word, and its patterns miss many prefixes.
  if (places && !places.includes(head.length) && !context.language.startsWith('de')) {
    return { keep: true, evidence: `"${head}${tail}" is not split there in this language`, confidence: 0.55 }
  }
  return { keep: false, evidence: `"${head}${tail}" can be split there`, confidence: 0.93 }
}
