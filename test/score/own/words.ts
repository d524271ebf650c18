import { type Blocks, blocksOf, wordsOf } from '../../blocks.ts'

/** A block of a markdown, as a stretch of its words. */
export interface WordBlock {
  readonly isHeading: boolean
  /** Index of its first word, and one past its last. */
  readonly start: number
  readonly end: number
}

/** A note call: the number of words before it, and the label of its note. */
export interface Call {
  readonly at: number
  readonly label: string
}

/** A markdown as one row of words, with its blocks and note calls as places in that row. */
export interface WordText {
  readonly words: readonly string[]
  readonly blocks: readonly WordBlock[]
  readonly calls: readonly Call[]
  /** Words of the notes by their labels. */
  readonly notes: ReadonlyMap<string, readonly string[]>
}

/** What a list writes before its items, one or two of them: whether a number is the list's or the text's is no matter here. */
const itemMark = /^(?:(?:\d+\.|\(?[a-z\d]{1,3}\)) ){1,2}/i

/** Reads a markdown into words; front matter is left out, and each line of verse is a block of its own. */
export function wordTextOf(markdown: string): WordText {
  const { body, notes }: Blocks = blocksOf(markdown.replaceAll('\\\n', '\n\n'))
  const words: string[] = []
  const blocks: WordBlock[] = []
  const calls: Call[] = []
  for (const block of body) {
    const start = words.length
    const pieces = block.split(/\[\^([^\]]+)\]/)
    pieces.forEach((piece, at) => {
      if (at % 2 === 0) words.push(...wordsOf([piece.replace(itemMark, '')]))
      else calls.push({ at: words.length, label: piece })
    })
    if (words.length > start) blocks.push({ isHeading: /^#+ /.test(block), start, end: words.length })
  }
  return { words, blocks, calls, notes: new Map([...notes].map(([label, text]) => [label, wordsOf([text])])) }
}
