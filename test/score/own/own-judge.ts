import type { Score } from '../columns.ts'
import type { Exhibit, Harms, Judge } from '../judge.ts'
import { align } from './align.ts'
import { callsFound, headingsFound, type Pair, paragraphsFound } from './found.ts'
import { harmsOf, kinds } from './harms.ts'
import { wordTextOf } from './words.ts'

/**
 * A small scorer of our own, for texts of some thousand words: paragraph boundaries, headings, note calls and links,
 * words dropped and moved. It looks at less than the scorers that stand beside the project, and its figures are not
 * theirs.
 */
export const ownJudge: Judge = { name: 'our own small scorer', isForAll: false, kinds, score, harms }

function score(exhibit: Exhibit): Partial<Score> {
  const pair = pairOf(exhibit)
  const { found, linked } = callsFound(pair)
  const [calls, made] = [pair.truth.calls.length, pair.made.calls.length]
  const missing = pair.places.filter((place) => place < 0).length
  return {
    para: { f1: paragraphsFound(pair), rPara: null },
    head: headingsFound(pair),
    fn: { calls, r: share(found, calls), p: share(found, made), linked: share(linked, calls) },
    dropped: share(missing, pair.truth.words.length, 0),
  }
}

function harms(exhibit: Exhibit): Harms {
  return harmsOf(pairOf(exhibit), exhibit)
}

function pairOf({ truth, markdown }: Exhibit): Pair {
  const [wanted, made] = [wordTextOf(truth), wordTextOf(markdown)]
  return { truth: wanted, made, places: align(wanted.words, made.words) }
}

function share(count: number, of: number, ofNone = 1): number {
  return of === 0 ? ofNone : count / of
}
