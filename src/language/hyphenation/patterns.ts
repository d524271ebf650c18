import { createRequire } from 'node:module'
import { type FlatTrie, flatten, type Trie } from './trie.ts'

/** What a language's words are hyphenated by. */
export interface Patterns {
  /** The levels that a pattern gives to the places before and between its letters. */
  readonly rows: readonly (readonly number[])[]
  readonly trie: FlatTrie
  /** Words whose places are known. */
  readonly known: Readonly<Record<string, readonly number[]>>
}

/** A file of the `hyphen` package. */
type PatternFile = readonly [Patterns['rows'], Trie, Patterns['known']?]

const load = createRequire(import.meta.url)

/** Reads a file of patterns by its name in the `hyphen` package ("en-us"). */
export function readPatterns(name: string): Patterns {
  const [rows, trie, known = {}]: PatternFile = load(`hyphen/patterns/${name}`)
  return { rows, trie: flatten(trie), known }
}
