import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { type Block, blocksOf, textOf } from './evidence/blocks.ts'
import { annexLabel, headingNumbers } from './evidence/numbering.ts'
import { beginningOf, endingOf } from './evidence/punctuation.ts'
import { wrappingOf } from './evidence/wrapping.ts'
import { isCaption } from './words/captions.ts'
import { endsInFunctionWord } from './words/function-words.ts'

/**
 * Joins the lines of headings that run over two lines. Set in larger type, their lines are shorter than those of the
 * text, so that each looks like a heading of its own. A line that ends in a preposition, a colon or the like must go on;
 * so does a numbered one in front of an unnumbered one, and the first line of a text above two more. Lines with a blank
 * line between them are left alone.
 */
export function brokenHeadings() {
  return (tree: Root, file: VFile): void => {
    if (!wrappingOf(tree, file).hardWrapped) return
    const language = file.data.language ?? 'en'
    const blocks = blocksOf(tree.children)
    for (const [at, block] of blocks.entries()) {
      const next = blocks[at + 1]
      if (next && isShort(block) && isShort(next) && goesOn(blocks, at, language)) {
        const data = next.lines?.[0]?.data
        if (data) delete data.startsParagraph
      }
    }
  }
}

/** One line, without an end mark, that could be part of a heading. */
function isShort({ lines }: Block): boolean {
  const [line] = lines ?? []
  if (!line || lines?.length !== 1 || line.data?.marker?.kind === 'bullet' || isCaption(line.value)) return false
  const begins = beginningOf(line.value)
  return (begins === 'upper' || begins === 'digit') && /[\p{L}\p{N}:\u2013\u2014)]$/u.test(line.value)
}

function goesOn(blocks: readonly Block[], at: number, language: string): boolean {
  const [line] = blocks[at]?.lines ?? []
  const [next] = blocks[at + 1]?.lines ?? []
  const after = blocks[at + 2]
  if (!line || !next || !after || (next.data?.blankBefore ?? 0) > 0 || isNumbered(next.value)) return false
  if (line.data?.page !== next.data?.page || line.data?.column !== next.data?.column) return false
  if (endsInFunctionWord(line.value, language) || /[:\u2013\u2014]$/.test(line.value)) return true
  const text = after.lines ? textOf(after.lines) : ''
  if (isNumbered(line.value)) return (after.lines?.length ?? 0) > 1 && endingOf(next.value) === 'open'
  return at === 0 && isShort(after) && !isNumbered(line.value) && text.length < 80
}

function isNumbered(text: string): boolean {
  return headingNumbers(text).length > 0 || annexLabel(text) !== undefined
}
