import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { hyphenatorFor } from '../language/hyphenate.ts'
import { isSure, type Proposal } from '../ledger/doubt.ts'
import type { Line } from '../mdast/line.ts'
import { endOf } from '../mdast/lines.ts'
import { vocabularyOf, wordKey } from './evidence/vocabulary.ts'

/** Settings of {@link hyphens}. */
export interface HyphensOptions {
  /** Words that keep their hyphen wherever a line ends in it. */
  readonly keep?: readonly string[]
}

/** Words that join the halves of "pre- and post-war": the hyphen before them stays, and a space with it. */
export const conjunction =
  /^(?:and|or|nor|to|but|und|oder|bis|bzw|et|ou|y|e|o|u|i|\u0438|\u0438\u043B\u0438|v\u0259|ve|veya|\u0587|\u056F\u0561\u0574)$/iu

type Finding = NonNullable<NonNullable<Line['data']>['hyphen']>

/**
 * Finds out what becomes of a hyphen at a line end: it stays in a compound and goes from a word that was split. The
 * text's own words decide first, then the kind of hyphen (soft hyphens are never part of a word), then the places where
 * the language splits words.
 */
export function hyphens({ keep = [] }: HyphensOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const wanted = new Set(keep.map(wordKey))
    const signs = automaticSigns(tree)
    const context: Context = {
      vocabulary: vocabularyOf(tree, file),
      wanted,
      signs,
      language: file.data.language ?? 'en',
    }
    for (const parent of [tree, ...tree.children.filter((node) => node.type === 'footnoteDefinition')]) {
      for (const [at, node] of parent.children.entries()) {
        const next = parent.children[at + 1]
        if (node.type !== 'line' || next?.type !== 'line' || next.data?.startsParagraph || !node.data) continue
        const found = findingFor(node.value, next.value, context)
        if (found) node.data.hyphen = isSure(file, proposalOf(node, next, found)) ? found : { ...found, keep: true }
      }
    }
  }
}

/** The word at the end of a text; a word longer than any is no word. */
function wordBefore(text: string): string | undefined {
  return /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'\u2019\-\u2010\u2011\u00AD]*$/u.exec(text.slice(-60))?.[0]
}

/**
 * The edit that a finding comes to. In doubt a word keeps the sign that the source has, whichever way the finding leans:
 * a reader can see it, and correct it.
 */
function proposalOf(line: Line, next: Line, { evidence, confidence }: Finding): Proposal {
  const left = /\S*$/.exec(line.value.slice(-60))?.[0] ?? ''
  const right = /^\S*/.exec(next.value.slice(0, 60))?.[0] ?? ''
  const place = { start: endOf(line) - left.length, end: endOf(line) }
  const after = left.slice(0, -1) + right
  return { rule: 'normalize:split-words-are-joined', ...place, after, left: left + right, evidence, confidence }
}

interface Context {
  readonly vocabulary: ReadonlyMap<string, number>
  readonly wanted: ReadonlySet<string>
  /** Signs that stand at line ends only, so that a typesetter must have put them there. */
  readonly signs: ReadonlySet<string>
  readonly language: string
}

function automaticSigns(tree: Root): Set<string> {
  const signs = new Set(['\u00AD'])
  let ends = 0
  let within = 0
  for (const node of tree.children) {
    if (node.type !== 'line') continue
    const at = node.value.indexOf('\u2010')
    if (at < 0) continue
    if (at === node.value.length - 1) ends++
    else within++
  }
  if (ends > within) signs.add('\u2010')
  return signs
}

function findingFor(before: string, after: string, context: Context): Finding | undefined {
  const sign = before.at(-1) ?? ''
  if (!/[-\u00AD\u2010\u058A]/.test(sign)) return undefined
  const left = wordBefore(before.slice(0, -1))
  const right = /^[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011\u00AD'\u2019][\p{L}\p{M}\p{N}]+)*/u.exec(after)?.[0]
  if (!left || !right || conjunction.test(right)) return undefined
  if (context.signs.has(sign))
    return { keep: false, evidence: 'the hyphen is one that a typesetter put there', confidence: 0.99 }
  return fromVocabulary(wordKey(left), wordKey(right), context) ?? fromForm(left, right, context)
}

function fromVocabulary(left: string, right: string, { vocabulary, wanted }: Context): Finding | undefined {
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

function fromForm(left: string, right: string, context: Context): Finding {
  if (/^[\p{Lu}\p{N}]/u.test(right))
    return { keep: true, evidence: 'a capital or a figure follows the hyphen', confidence: 0.9 }
  if (context.signs.size > 1)
    return { keep: true, evidence: 'split words have another hyphen in this text', confidence: 0.9 }
  if (/[-\u2010].*[-\u2010]/.test(left))
    return { keep: true, evidence: 'the word has hyphens before this one', confidence: 0.9 }
  const head = left.slice(Math.max(left.lastIndexOf('-'), left.lastIndexOf('\u2010')) + 1)
  const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(right)?.[0] ?? right
  const isWord = (text: string) => (context.vocabulary.get(wordKey(text)) ?? 0) > 0
  if (head.length > 3 && tail.length > 3 && isWord(head) && isWord(tail)) {
    return { keep: true, evidence: `"${head}" and "${tail}" are words of the text`, confidence: 0.6 }
  }
  const places = hyphenatorFor(context.language)?.(head + tail)
  if (places && !places.includes(head.length)) {
    return { keep: true, evidence: `"${head}${tail}" is not split there in this language`, confidence: 0.55 }
  }
  return { keep: false, evidence: `"${head}${tail}" can be split there`, confidence: 0.93 }
}
