import type { AsPlainObject } from 'minisearch'

/** The words of a dossier and where they stand, as they are stored: about a fifth of MiniSearch's own serialization. */
export interface PackedWords {
  /**
   * Each word, folded, followed by its blocks: how far each is from the one before, in base 36, and after a dot how
   * often the word stands there when it is more than once (`gauge 3 1.2`). Words are parted by `|`.
   */
  readonly words: string
  /** Number of different words of each block. */
  readonly lengths: readonly number[]
}

/** Collects words block by block and packs them. Blocks are numbered from 0 in the order of `add`. */
export function wordPacker(): { add(words: readonly string[]): void; pack(): PackedWords } {
  const places = new Map<string, { last: number; count: number; text: string }>()
  const lengths: number[] = []
  return {
    add(words) {
      const block = lengths.length
      let length = 0
      for (const word of words) {
        const place = places.get(word)
        if (place?.last === block) {
          place.count++
          continue
        }
        length++
        if (!place) places.set(word, { last: block, count: 1, text: ` ${block.toString(36)}` })
        else {
          place.text += `${more(place.count)} ${(block - place.last).toString(36)}`
          place.last = block
          place.count = 1
        }
      }
      lengths.push(length)
    },
    pack: () => ({
      words: Array.from(places, ([word, { text, count }]) => word + text + more(count)).join('|'),
      lengths,
    }),
  }
}

function more(count: number): string {
  return count === 1 ? '' : `.${count.toString(36)}`
}

/** The same as MiniSearch's serialization of an index of one field, `text`, whose documents are the blocks. A page that cannot wait unpacks the entries bit by bit and gives them as `index`. */
export function unpackWords(packed: PackedWords, index = entriesOf(packed).map(unpackWord)): AsPlainObject {
  const { lengths } = packed
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return {
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: Object.fromEntries(lengths.map((_, block) => [block, block])),
    fieldIds: { text: 0 },
    fieldLength: Object.fromEntries(lengths.map((length, block) => [block, [length]])),
    averageFieldLength: [total / Math.max(1, lengths.length)],
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  }
}

/** A word, and for the one field how often it stands in each block. */
export type UnpackedWord = [string, { 0: Record<number, number> }]

/** The packed words, one by one. */
export function entriesOf({ words }: PackedWords): string[] {
  return words === '' ? [] : words.split('|')
}

/** Unpacks one entry. */
export function unpackWord(entry: string): UnpackedWord {
  const [word = '', ...steps] = entry.split(' ')
  const counts: Record<number, number> = {}
  let block = 0
  for (const step of steps) {
    const dot = step.indexOf('.')
    block += Number.parseInt(step, 36)
    counts[block] = dot < 0 ? 1 : Number.parseInt(step.slice(dot + 1), 36)
  }
  return [word, { 0: counts }]
}
