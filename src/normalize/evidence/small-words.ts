import type { Root } from 'mdast'
import { linesOf } from '../../captured/lines.ts'

const smallWord = /(?<![\p{L}\p{M}'\u2019-])\p{Ll}[\p{L}\p{M}'\u2019-]+/gu

/** The words that the lines of a text have in small letters: capitalized elsewhere, they are no names. */
export function smallWordsIn(tree: Root): ReadonlySet<string> {
  return new Set(linesOf(tree).flatMap(({ value }) => value.match(smallWord) ?? []))
}
