import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { type Block, blocksOf, textOf } from '../../evidence/blocks.ts'
import { isCreditLine } from '../../evidence/credit-line.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { fillsLargeType, headingEnd, isHeadingLine } from '../../evidence/type-run.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'
import { joinChapterTitles } from './chapter-titles.ts'

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
    const { wrapping, language } = evidenceOf(file)
    joinChapterTitles(tree)
    if (!wrapping.hardWrapped) return
    const isCredit = (line: Line) => isCreditLine(line.value, file)
    headingsAtTop(tree, wrapping, { language, isCredit })
    headingsInText(tree, wrapping)
    const blocks = blocksOf(tree.children)
    for (const [at, block] of blocks.entries()) {
      const next = blocks[at + 1]
      const data = next?.lines?.[0]?.data
      if (next && data && isShort(block) && isShort(next) && goesOn(blocks, at, { language, isCredit }, wrapping))
        delete data.startsParagraph
    }
  }
}

/** Most headings that a text begins with: publisher, title, subtitle and the first section. */
const mostAtTop = 4

const inLargeType = { evidence: 'lines in larger type begin or end here', confidence: 0.8 }

/** What is known of a text besides its lines. */
interface Context {
  readonly language: string
  /** Whether a line gives authors, date or number of the text. */
  readonly isCredit: (line: Line) => boolean
}

/** Tells the lines of the title from those of the first section, and both from the text. */
function headingsAtTop(tree: Root, wrapping: Wrapping, context: Context): void {
  const end = tree.children.findIndex((node) => node.type !== 'line')
  const lines = tree.children.slice(0, end < 0 ? undefined : end).slice(0, longestTop) as Line[]
  let at = 0
  for (let count = 0; count < mostAtTop && at < lines.length - 1; count++) {
    const line = lines[at] as Line
    const isCredit = context.isCredit(line)
    if (!isHeadingLine(line, wrapping) || line.data?.marker) return
    if (!isCredit && beginningOf(line.value) === 'lower') return
    const stop = isCredit ? at + 1 : endAtTop(lines, at, wrapping, context)
    const [last, behind] = [lines[stop - 1], lines[stop]]
    // What goes on in small letters, or behind a comma or a dash, is a sentence.
    if (!last || !behind || /[,\u2013\u2014]$/.test(last.value)) return
    if (beginningOf(behind.value) === 'lower' && !context.isCredit(behind)) return
    makeWhole(lines, at, stop)
    at = stop
  }
}

/**
 * A last line right above the text may be the heading of the first section: where it seems to start anew, or where the
 * title has capitals and it has not.
 */
function endAtTop(lines: readonly Line[], from: number, wrapping: Wrapping, { language, isCredit }: Context): number {
  const stop = headingEnd(lines, from, wrapping)
  const credit = lines.slice(from, stop).findIndex((line, at) => at > 0 && isCredit(line))
  if (credit > 0) return from + credit
  const [above, last, behind] = [lines[stop - 2], lines[stop - 1], lines[stop]]
  if (stop - from < 2 || !above || !last || !behind || isHeadingLine(behind, wrapping)) return stop
  const mustGoOn = endsInFunctionWord(above.value, language) || /[:\u2013\u2014]$/.test(above.value)
  if (mustGoOn || beginningOf(last.value) !== 'upper') return stop
  // One line alone below them is a date or a place rather than a section's text.
  if (lines[stop + 1]?.data?.startsParagraph) return stop
  const isOther = capitals(above.value) > 0.7 && capitals(last.value.replace(/^\S+/, '')) < 0.3
  return last.data?.startsParagraph || isOther ? stop - 1 : stop
}

/** Share of capitalized words among the longer ones. */
function capitals(text: string): number {
  const words = text.match(/\p{L}{4,}/gu) ?? []
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length)
}

/** Lines of a text in which its title is looked for. */
const longestTop = 40

/** Headings whose lines run on in the same type, in front of text. */
function headingsInText(tree: Root, wrapping: Wrapping): void {
  const lines = tree.children.filter((node) => node.type === 'line')
  for (const [at, line] of lines.entries()) {
    if (line.data?.marker || !isHeadingLine(line, wrapping) || !canBegin(line, lines[at - 1])) continue
    if (isCaption(line.value) || !(isNumbered(line.value) || standsApart(lines, at))) continue
    const stop = headingEnd(lines, at, wrapping)
    const behind = lines[stop]
    if (stop - at > 1 && stop - at < mostLines && behind && !isHeadingLine(behind, wrapping)) makeWhole(lines, at, stop)
  }
}

/** Whether a heading can begin at a line: a numbered one also where the line above it is full. */
function canBegin(line: Line, before: Line | undefined): boolean {
  if (line.data?.startsParagraph) return true
  return before !== undefined && endingOf(before.value) === 'sentence' && isNumbered(line.value)
}

/** Whether a line in a column stands off from a sentence above it, and its next line from it, as lines in larger type do. */
function standsApart(lines: readonly Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (line?.data?.column === undefined || line.data.blankBefore < 1 || next?.data?.blankBefore !== 1) return false
  return beginningOf(line.value) === 'upper' && before !== undefined && endingOf(before.value) === 'sentence'
}

/** Lines of such a heading at most. */
const mostLines = 5

function makeWhole(lines: readonly Line[], from: number, to: number): void {
  const first = lines[from]
  const behind = lines[to]
  if (first?.data) first.data.startsParagraph ??= inLargeType
  for (const line of lines.slice(from + 1, to)) delete line.data?.startsParagraph
  if (behind?.data && !behind.data.noteCall) behind.data.startsParagraph ??= inLargeType
}

/** One line, or two that hang together, without an end mark: what could be part of a heading. */
function isShort({ lines }: Block): boolean {
  const first = lines?.[0]
  const last = lines?.at(-1)
  if (!lines || !first || !last || lines.length > 2 || isCaption(first.value)) return false
  if (first.data?.lineation || first.data?.marker?.kind === 'bullet' || beginningOf(first.value) === 'other')
    return false
  return textOf(lines).length < longest && /[\p{L}\p{N}:\u2013\u2014)]$/u.test(last.value)
}

function goesOn(blocks: readonly Block[], at: number, { language, isCredit }: Context, wrapping: Wrapping): boolean {
  const line = blocks[at]?.lines?.at(-1)
  const next = blocks[at + 1]?.lines?.[0]
  const after = blocks[at + 2]
  if (!line || !next || !after || (next.data?.blankBefore ?? 0) > 0 || isNumbered(next.value)) return false
  if (line.data?.page !== next.data?.page || line.data?.column !== next.data?.column) return false
  if (isCredit(line) || isCredit(next)) return false
  if (endsInFunctionWord(line.value, language) || /[:\u2013\u2014]$/.test(line.value)) return true
  if (beginningOf(next.value) === 'lower') return false
  const isNumberedLine = isNumbered(blocks[at]?.lines?.[0]?.value ?? '')
  if (isNumberedLine) return (after.lines?.length ?? 0) > 1 && endingOf(next.value) === 'open'
  return at === 0 && isShort(after) && fillsLargeType(line, next, wrapping)
}

function isNumbered(text: string): boolean {
  return headingNumbers(text).length > 0 || annexLabel(text) !== undefined
}
