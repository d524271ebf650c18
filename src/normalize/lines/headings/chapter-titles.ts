import type { Root } from 'mdast'
import { isCaption } from '../../../language/words/captions.ts'
import { type Block, blocksOf, textOf } from '../../evidence/blocks.ts'
import { headingNumbers, isBareNumber } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'

/** Longest title below the number of a chapter, in characters, and its lines at most. */
const longest = 110
const mostLines = 3
/** Longest title that ends with a full stop and is not in capitals. */
const longestSentence = 80
/** Share of the chapters of a text that must have such a title. */
const share = 0.6

/**
 * Joins the title of a part or chapter to its number, which plain text sets on a line of its own, with blank lines
 * between: "CHAPTER IV." and below it "Of Tolls". What stands below most numbers of a text in the same way is a title;
 * where only one number has something short below it, the title must be in capitals or end without a full stop.
 */
export function joinChapterTitles(tree: Root): void {
  const blocks = blocksOf(tree.children)
  const numbers = blocks.flatMap((block, at) => (isNumber(block) ? [at] : []))
  const titled = numbers.filter((at) => canBeTitle(blocks[at + 1], blocks[at + 2]))
  const habit = titled.length > 1 && titled.length >= share * numbers.length
  for (const at of titled) {
    const lines = blocks[at + 1]?.lines ?? []
    const text = textOf(lines)
    if (!habit && text !== text.toUpperCase() && endingOf(text) !== 'open') continue
    for (const { data } of lines) {
      delete data?.startsParagraph
      delete data?.lineation
    }
    const behind = blocks[at + 2]?.lines?.[0]?.data
    if (behind) behind.startsParagraph ??= { evidence: 'the title of a chapter stands above it', confidence: 0.9 }
  }
}

function isNumber({ lines }: Block): boolean {
  return lines?.length === 1 && isBareNumber(lines[0]?.value ?? '')
}

function canBeTitle(block: Block | undefined, behind: Block | undefined): boolean {
  const lines = block?.lines
  if (!lines || !behind || lines.length > mostLines || lines[0]?.data?.marker || lines[0]?.data?.quote) return false
  const text = textOf(lines)
  if (text.length > longest || isCaption(text) || headingNumbers(text).some(({ scheme }) => scheme.endsWith(' #')))
    return false
  const begins = beginningOf(text)
  if (begins === 'lower' || begins === 'other' || /[,;:\u2013\u2014]$/.test(text)) return false
  const capitals = text === text.toUpperCase()
  return capitals || endingOf(text) === 'open' || (text.length <= longestSentence && lines.length === 1)
}
