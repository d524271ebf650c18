import type { VFile } from 'vfile'
import { measureOnce } from './evidence.ts'

/*
 * How often two words stand next to each other in a text, by a table of hashes: a few collisions do no harm, and the
 * table is no larger for a large text.
 */

/** Number of places in the table: a power of two. */
const places = 1 << 20

/** How often `left` stands right before `right` in the text, in any case of letters; 255 at most. */
export function pairCount(file: VFile, left: string, right: string): number {
  // A text without tables never asks; what comes out depends on the source alone, not on when it is asked.
  const pairs = measureOnce(file, 'wordPairs', () => countPairs(String(file.value)))
  return pairs[pairHash(wordHash(left), wordHash(right))] ?? 0
}

function countPairs(text: string): Uint8Array {
  const counts = new Uint8Array(places)
  const lower = text.toLowerCase()
  let before: number | undefined
  let hash = 0
  let inWord = false
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32
    if (code > 32 && code !== 0xa0) {
      hash = mixed(inWord ? hash : 0, code)
      inWord = true
    } else if (inWord) {
      if (before !== undefined) {
        const place = pairHash(before, hash)
        if ((counts[place] ?? 0) < 255) counts[place] = (counts[place] ?? 0) + 1
      }
      before = hash
      inWord = false
    }
  }
  return counts
}

function wordHash(word: string): number {
  const lower = word.toLowerCase()
  let hash = 0
  for (let at = 0; at < lower.length; at++) hash = mixed(hash, lower.charCodeAt(at))
  return hash
}

function mixed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

function pairHash(left: number, right: number): number {
  const hash = Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b)
  return (hash ^ (hash >>> 15)) & (places - 1)
}
