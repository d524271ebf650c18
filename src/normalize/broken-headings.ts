import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { type Block, blocksOf, textOf } from './evidence/blocks.ts'
import { annexLabel, headingNumbers } from './evidence/numbering.ts'
import { beginningOf, endingOf } from './evidence/punctuation.ts'
import { wrappingOf } from './evidence/wrapping.ts'
import { isCaption } from './words/captions.ts'
import { endsInFunctionWord } from './words/function-words.ts'

/** Longest part of a heading, in characters. */
const longest = 100

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
      const data = next?.lines?.[0]?.data
      if (next && data && isShort(block) && isShort(next) && goesOn(blocks, at, language)) delete data.startsParagraph
    }
  }
}

/** One line, or two that hang together, without an end mark: what could be part of a heading. */
function isShort({ lines }: Block): boolean {
  const first = lines?.[0]
  const last = lines?.at(-1)
  if (!lines || !first || !last || lines.length > 2 || isCaption(first.value)) return false
  if (first.data?.marker?.kind === 'bullet' || beginningOf(first.value) === 'other') return false
  return textOf(lines).length < longest && /[\p{L}\p{N}:\u2013\u2014)]$/u.test(last.value)
}

function goesOn(blocks: readonly Block[], at: number, language: string): boolean {
  const line = blocks[at]?.lines?.at(-1)
  const next = blocks[at + 1]?.lines?.[0]
  const after = blocks[at + 2]
  if (!line || !next || !after || (next.data?.blankBefore ?? 0) > 0 || isNumbered(next.value)) return false
  if (line.data?.page !== next.data?.page || line.data?.column !== next.data?.column) return false
  if (endsInFunctionWord(line.value, language) || /[:\u2013\u2014]$/.test(line.value)) return true
  if (beginningOf(next.value) === 'lower') return false
  const isNumberedLine = isNumbered(blocks[at]?.lines?.[0]?.value ?? '')
  if (isNumberedLine) return (after.lines?.length ?? 0) > 1 && endingOf(next.value) === 'open'
  return at === 0 && isShort(after)
}

function isNumbered(text: string): boolean {
  return headingNumbers(text).length > 0 || annexLabel(text) !== undefined
}
