/** The package's trie: under a letter the number of a row of levels, the letters that may follow, or both. */
export type Trie = { readonly [letter: string]: number | Trie | readonly [Trie, number] | undefined }

/**
 * The same as columns, which are looked up several times as fast. An entry is a letter after those that lead to it; the
 * first one is the root. The entries for the letters that may follow one lie side by side.
 */
export interface FlatTrie {
  readonly letters: readonly number[]
  /** Number of the row of levels where a pattern ends; -1 where none does. */
  readonly rows: readonly number[]
  /** The first entry that follows; what belongs to an entry ends where that of the next one begins. */
  readonly first: readonly number[]
}

/** A trie, and the rows of levels that its patterns raise. */
export interface LeveledTrie {
  readonly trie: FlatTrie
  readonly rows: readonly (readonly number[])[]
}

/** Lays the trie out level by level. */
export function flatten(trie: Trie): FlatTrie {
  const nodes: (Trie | undefined)[] = [trie]
  const letters = [0]
  const rows = [-1]
  const first: number[] = []
  for (let entry = 0; entry < nodes.length; entry++) {
    first.push(nodes.length)
    const node = nodes[entry]
    if (node === undefined) continue
    for (const letter in node) {
      const next = node[letter]
      letters.push(letter.charCodeAt(0))
      rows.push(typeof next === 'number' ? next : isBoth(next) ? next[1] : -1)
      nodes.push(typeof next === 'number' ? undefined : isBoth(next) ? next[0] : next)
    }
  }
  first.push(nodes.length)
  return { letters, rows, first }
}

function isBoth(next: Trie[string]): next is readonly [Trie, number] {
  return Array.isArray(next)
}

/** Raises the levels by the patterns that begin at one letter; the level before letter `n` of the text is `levels[n]`. */
export function layPatterns(
  text: string,
  start: number,
  { trie: { letters, rows, first }, rows: levelRows }: LeveledTrie,
  levels: Uint8Array,
): void {
  let entry = 0
  for (let at = start; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    const end = first[entry + 1] ?? 0
    let next = first[entry] ?? 0
    while (next < end && letters[next] !== letter) next++
    if (next === end) return
    entry = next
    const levelRow = levelRows[rows[entry] ?? -1]
    if (levelRow)
      for (let i = 0; i < levelRow.length; i++) levels[start + i] = Math.max(levels[start + i] ?? 0, levelRow[i] ?? 0)
  }
}
