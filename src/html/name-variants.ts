import type { Query } from 'minisearch'

/** Names of one thing, each as the words that search compares. */
export interface NameVariants {
  readonly names: readonly string[]
  readonly words: readonly (readonly string[])[]
}

/**
 * A query for all of some words, in which a name that the glossary has stands for each of its variants. Of names that
 * begin at the same word the longest counts. No words, no query.
 */
export function withVariants(
  words: readonly string[],
  glossary: readonly NameVariants[],
): { tree: Query | undefined; used: readonly NameVariants[] } {
  const used = new Set<NameVariants>()
  const queries: Query[] = []
  for (let at = 0; at < words.length; ) {
    const length = longestName(words, at, glossary)
    const name = words.slice(at, at + Math.max(1, length))
    const groups = length === 0 ? [] : glossary.filter((group) => group.words.some((other) => isSame(other, name)))
    for (const group of groups) used.add(group)
    const others = groups.flatMap((group) => group.words).filter((other) => !isSame(other, name))
    const own = all(name)
    queries.push(others.length === 0 ? own : { combineWith: 'OR', queries: [own, ...others.map(exactly)] })
    at += name.length
  }
  return { tree: queries.length === 0 ? undefined : { combineWith: 'AND', queries }, used: [...used] }
}

function longestName(words: readonly string[], at: number, glossary: readonly NameVariants[]): number {
  const names = glossary.flatMap((group) => group.words)
  const here = names.filter((name) => name.length > 0 && isSame(name, words.slice(at, at + name.length)))
  return Math.max(0, ...here.map((name) => name.length))
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, place) => word === other[place])
}

function all(words: readonly string[]): Query {
  return { combineWith: 'AND', queries: [...words] }
}

/** What a reader types may be the beginning of a word; a variant is whole. */
function exactly(words: readonly string[]): Query {
  return { combineWith: 'AND', prefix: false, queries: [...words] }
}
