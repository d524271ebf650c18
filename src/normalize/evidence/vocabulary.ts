import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { linesOf } from '../../mdast/lines.ts'

declare module 'vfile' {
  interface DataMap {
    vocabulary: ReadonlyMap<string, number>
  }
}

const word = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011'\u2019][\p{L}\p{M}\p{N}]+)*/gu

/**
 * How often each word of a text occurs, in lower case, compounds whole. Words at line ends that end in a hyphen, and
 * what follows them, are left out: they are what the vocabulary is asked about. Found once for each text.
 */
export function vocabularyOf(tree: Root, file: VFile): ReadonlyMap<string, number> {
  file.data.vocabulary ??= count(tree)
  return file.data.vocabulary
}

function count(tree: Root): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let cut = false
  for (const { value } of linesOf(tree)) {
    const endsCut = /[-\u00AD\u2010]$/.test(value)
    const whole = value.replaceAll('\u00AD', '')
    const from = cut ? Math.max(0, whole.search(/\s/)) : 0
    const to = endsCut ? Math.max(from, whole.lastIndexOf(' ')) : whole.length
    for (const [found] of whole.slice(from, to).matchAll(word)) {
      const key = wordKey(found)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    cut = endsCut
  }
  return counts
}

/** A word as the vocabulary knows it: lower case, plain hyphens and apostrophes. */
export function wordKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u2019', "'")
}
