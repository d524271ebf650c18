import type { Root } from 'mdast'
import { linesOf } from '../../captured/lines.ts'

/**
 * How often each word of a text occurs, in lower case, compounds whole. Words at line ends that end in a hyphen, and
 * what follows them, are left out: they are what the vocabulary is asked about.
 */
export function vocabularyIn(tree: Root): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let cut = false
  for (const { value } of linesOf(tree)) {
    const endsCut = /[-\u00AD\u2010\u058A]$/.test(value)
    const whole = value.includes('\u00AD') ? value.replaceAll('\u00AD', '') : value
    const from = cut ? Math.max(0, whole.search(/\s/)) : 0
    const to = endsCut ? Math.max(from, whole.lastIndexOf(' ')) : whole.length
    countWords(whole, from, to, counts)
    cut = endsCut
  }
  return counts
}

/** Counts the words of `text.slice(from, to)`; a loop over characters, because this reads the whole text. */
function countWords(text: string, from: number, to: number, counts: Map<string, number>): void {
  let start = -1
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 32
    if (isWordCode(code)) {
      if (start < 0) start = at
    } else if (start >= 0 && !(isJoiner(code) && at + 1 < to && isWordCode(text.charCodeAt(at + 1)))) {
      const key = wordKey(text.slice(start, at))
      counts.set(key, (counts.get(key) ?? 0) + 1)
      start = -1
    }
  }
}

/** Hyphens and apostrophes, which belong to a word between two of its letters. */
function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x2010 || code === 0x2011
}

/** For each code unit: 1 a letter, mark or digit, 2 none, 0 not yet known. */
const kinds = new Uint8Array(0x10000)

function isWordCode(code: number): boolean {
  const known = kinds[code]
  if (known) return known === 1
  const is = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) || (code >= 0xd800 && code <= 0xdfff)
  kinds[code] = is ? 1 : 2
  return is
}

/** A word as the vocabulary knows it: lower case, plain hyphens and apostrophes. */
export function wordKey(text: string): string {
  const lower = text.toLowerCase()
  return /[\u2010\u2011\u2019]/.test(lower) ? lower.replace(/[\u2010\u2011]/g, '-').replaceAll('\u2019', "'") : lower
}
