import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { linesOf, startOf } from '../../../captured/lines.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { type Block, blocksOf, textOf } from '../../evidence/blocks.ts'
import { isCreditLine } from '../../evidence/credit-line.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { isClosing, isPlace } from '../../evidence/facts.ts'
import { answersQuestions, countsOf } from '../../evidence/headings/blocks.ts'
import { inCapitals } from '../../evidence/headings/features.ts'
import { labelsOf } from '../../evidence/headings/labels.ts'
import { isAmongFields, isNoTitle } from '../../evidence/headings/no-title.ts'
import { annexLabel, follows, headingNumbers, isBareNumber } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { widthOf } from '../../evidence/width.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'
import { contentsIn } from './contents.ts'
import { type Candidate, type Depth, depthsOf, numbered } from './levels.ts'
import { isSureHeading, judged } from './readings.ts'

/** Settings of {@link headings}. */
export interface HeadingsOptions {
  /** Longest heading, in characters; 140 by default. */
  readonly longest?: number
}

/** Longest question that is a heading, in characters; a longer one is a sentence of the text. */
const longestQuestion = 80

/** Lines of a title at most, and the number of blocks at the top among which it is. */
const mostTitleLines = 6
const titleWithin = 2
/** Number of blocks at the top among which the lines with authors and date are. */
const creditWithin = 8

/** Longest heading with a full stop, in characters. */
const longestSentence = 70

/**
 * Finds headings that the capture left without marks: short blocks without an end mark that stand in front of text. A
 * row of numbers (1, 1.1, 1.2, 2), the word for an annex and capitals are evidence for one; captions, list items, cells
 * of tables and lines of verse are left alone. Levels come from the numbers where there are any.
 */
export function headings({ longest = 140 }: HeadingsOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const { wrapping, language } = evidenceOf(file)
    const blocks = blocksOf(tree.children)
    const contents = contentsIn(blocks)
    const apart = wrapping.blankLinesSeparate ? gapAbove(blocks) : Number.POSITIVE_INFINITY
    const isCredit = (at: number) => {
      const { lines } = blocks[at] ?? {}
      return at < creditWithin && lines !== undefined && isCreditLine(textOf(lines), file)
    }
    const candidates = numbered(
      blocks.flatMap((_, at) => {
        const candidate = contents.entries.has(at) ? undefined : candidateAt(blocks, at, { longest, apart })
        return candidate && !isCredit(at) ? [candidate] : []
      }),
    )
    const accepted = inCompany(
      candidates.filter(
        (candidate) =>
          (contents.headings.has(candidate.at) || isHeading(candidate, blocks, wrapping)) &&
          !endsInFunctionWord(candidate.text, language),
      ),
      blocks,
    )
    const labels = labelsOf(linesOf(tree))
    const texts = candidates.map((candidate) => candidate.text)
    const text = { wrapping, labels, blocks: countsOf(blocks), answersQuestions: answersQuestions(texts, labels) }
    const title = hasTitle(tree) ? undefined : titleAmong(candidates, blocks, isCredit)
    const below = accepted.filter(
      (candidate) =>
        (title === undefined || candidate.at > title.at) &&
        (contents.headings.has(candidate.at) || isSureHeading(file, candidate, judged(candidate, blocks, text))),
    )
    const depths = depthsOf(below)
    if (title) mark(title, 1)
    for (const candidate of below) mark(candidate, depths.get(candidate) ?? 2)
  }
}

/** Blank lines above a block. */
function gapOf(block: Block | undefined): number {
  return block?.lines?.[0]?.data?.blankBefore ?? 0
}

/** One blank line more than stands above most blocks of several lines. */
function gapAbove(blocks: readonly Block[]): number {
  const gaps = blocks.flatMap((block) => ((block.lines?.length ?? 0) > 2 ? [gapOf(block)] : [])).sort((a, b) => a - b)
  // Of a few blocks, one or two stand below a heading.
  const at = gaps.length < 10 ? Math.floor((gaps.length - 1) * 0.8) : Math.floor(gaps.length * 0.9)
  return (gaps[at] ?? 1) + 1
}

function hasTitle(tree: Root): boolean {
  return tree.children.some((node) => node.type === 'heading' && node.depth === 1)
}

/**
 * The title among the short blocks that the text begins with: the longest of them, but for the last one when that is the
 * heading of the first section. Authors and date stand below the title.
 */
function titleAmong(
  candidates: readonly Candidate[],
  blocks: readonly Block[],
  isCredit: (at: number) => boolean,
): Candidate | undefined {
  const front = candidates.filter(
    (candidate, at) => candidate.at === at && !candidate.number && candidate.annex === undefined,
  )
  const next = candidates[front.length]
  const beforeNumber = next !== undefined && next.at === front.length && next.number !== undefined
  const all = beforeNumber || isCredit(front.length) ? front : front.slice(0, -1)
  const choice = all.filter(({ at, lines: [first] }) => first && !isNoTitle(first) && !isFieldAt(blocks, at))
  if (choice.length === 0 || choice.length > 4 || blocks.length < front.length + 2) return undefined
  return choice.reduce((best, candidate) => (candidate.text.length > best.text.length ? candidate : best))
}

/** Whether a block is one of several fields that stand together. */
function isFieldAt(blocks: readonly Block[], at: number): boolean {
  const above = blocks[at - 1]?.lines ?? []
  const lines = blocks.slice(Math.max(0, at - 1), at + 2).flatMap((block) => block.lines ?? [])
  return isAmongFields(lines, above.length)
}

function mark({ lines, annex }: Candidate, depth: Depth): void {
  const data = lines[0]?.data
  if (!data) return
  data.heading = annex === undefined ? { depth } : { depth, annex }
  delete data.marker
}

/** What a block is measured by that may be a heading. */
interface Limits {
  /** Most characters. */
  readonly longest: number
  /** Number of blank lines above that only headings have. */
  readonly apart: number
}

function candidateAt(blocks: readonly Block[], at: number, { longest, apart }: Limits): Candidate | undefined {
  const { lines } = blocks[at] ?? {}
  if (!lines || lines.length > (at < titleWithin ? mostTitleLines : 3)) return undefined
  if (lines[0]?.data?.lineation || lines[0]?.data?.quote || isOfLetter(blocks, at) || isStretched(lines))
    return undefined
  if (isBelowMarker(lines)) return undefined
  const text = textOf(lines)
  if (text.length > longest || !/\p{L}{2}/u.test(text) || isCaption(text) || /:\/\/|www\./.test(text)) return undefined
  const begins = beginningOf(text)
  // A text can begin with a name in small letters as its title.
  if (begins === 'other' || (begins === 'lower' && (at > 0 || text.length > 40))) return undefined
  const ending = endingOf(text)
  const capitals = inCapitals(text)
  const isApart = gapOf(blocks[at]) >= apart
  const standsApart = isApart && (isChapter(lines) || (text.length <= longestSentence && lines.length === 1))
  const stops = /\.["'\u2019\u201D\u00BB)]*(?:\[\d{1,3}\])?$/.test(text)
  if (/(?:[,;:\u2013\u2014]|--)$/.test(text) || ending === 'hyphen' || (stops && !capitals && !standsApart))
    return undefined
  if (text.endsWith('?') && text.length > longestQuestion) return undefined
  if (ending === 'sentence' && !/[?!]$/.test(text) && !((capitals || standsApart) && stops)) return undefined
  if (lines[0]?.data?.marker?.kind === 'bullet' || isEntry(text)) return undefined
  const annex = annexLabel(text)
  return { at, lines, text, standsApart, ...(annex !== undefined && { annex }) }
}

function isHeading(candidate: Candidate, blocks: readonly Block[], wrapping: Wrapping): boolean {
  const next = blocks[candidate.at + 1]
  const before = blocks[candidate.at - 1]
  if (!next || beginningOf(candidate.text) === 'lower') return false
  if (candidate.annex !== undefined) return true
  if (candidate.lines[0]?.data?.marker && !candidate.number) return false
  if (before && !isComplete(before)) return false
  if (candidate.number) return !isNextInRow(candidate, next)
  if (candidate.standsApart && isText(next)) return true
  return introduces(next, wrapping) && !isAmongCells(candidate.at, blocks)
}

/** Blocks between the closing formula of a letter and the last line of its signature at most. */
const signature = 3

/** Whether a block is of an address, however doubtful, or of the signature below the closing formula of a letter. */
function isOfLetter(blocks: readonly Block[], at: number): boolean {
  const lines = blocks[at]?.lines ?? []
  if (lines.some(isPlace)) return true
  for (let before = at - 1; before >= at - signature; before--) {
    const above = blocks[before]?.lines
    if (!above || above.length > 4 || above.some(({ value }) => value.length > 60)) return false
    if (above.some(isClosing)) return true
  }
  return false
}

/** Whether the marker of an item stands on a line of its own above: a heading would leave it behind. */
function isBelowMarker([first]: readonly Line[]): boolean {
  const marker = first?.data?.marker
  return first !== undefined && marker !== undefined && marker.start < startOf(first)
}

/** Whether a line has wide gaps in it, as what stands side by side has; the gap behind a heading's number is none. */
function isStretched(lines: readonly Line[]): boolean {
  return lines.some(({ value }) => {
    const number = Math.max(0, ...headingNumbers(value).map(({ length }) => length))
    return /\S\s{3,}\S/.test(value.slice(number))
  })
}

/** An entry of an index, with the number of its page. */
function isEntry(text: string): boolean {
  return /\p{L}.*,\s\d{1,4}(?:[-\u2013]\d{1,4})?$/u.test(text) && !/\d{4}$/.test(text)
}

/** The number of a chapter, with its title on lines of their own below it. */
function isChapter(lines: readonly Line[]): boolean {
  return lines.length > 1 && isBareNumber(lines[0]?.value ?? '')
}

/** Whether a block is a sentence or more, however short. */
function isText({ lines }: Block): boolean {
  if (lines?.[0]?.data?.lineation?.kind === 'facts') return false
  return lines !== undefined && (lines.length > 1 || endingOf(textOf(lines).replace(/_$/, '')) !== 'open')
}

/** A line under the headline that would be the only heading is its deck or a caption: sections come in company. */
function inCompany(accepted: readonly Candidate[], blocks: readonly Block[]): readonly Candidate[] {
  const [only] = accepted
  if (accepted.length !== 1 || !only || only.number || only.annex !== undefined) return accepted
  // An extract begins with any number.
  if (headingNumbers(only.text).length > 0) return accepted
  const above = blocks[only.at - 1]?.node
  return above?.type === 'heading' || above?.type === 'figure' ? [] : accepted
}

/** Whether the block before has come to its end, so that a heading can follow. */
function isComplete(block: Block): boolean {
  if (!block.lines) return true
  const text = textOf(block.lines)
  return endingOf(text) !== 'hyphen' && (endingOf(text) !== 'open' || text.length < 90 || block.lines.length < 2)
}

/** Whether the next block carries the next number of the same kind: then both are items of a list. */
function isNextInRow({ number, text }: Candidate, next: Block): boolean {
  if (!number || !next.lines || number.path.length > 1) return false
  const own = text.length
  const following = textOf(next.lines)
  return (
    following.length < 3 * own &&
    headingNumbers(following).some(({ scheme, path }) => scheme === number.scheme && follows(number.path, path))
  )
}

/** Whether a block has several short ones right above it, as cells have, and the text does not begin with them. */
function isAmongCells(at: number, blocks: readonly Block[]): boolean {
  const above = blocks.slice(Math.max(0, at - cellsInRow), at)
  return above.length === cellsInRow && at > titleBlocks && above.every(isCell)
}

/** Short blocks in a row that are cells, and those of a title that are none. */
const cellsInRow = 3
const titleBlocks = 5

function isCell({ lines }: Block): boolean {
  if (!lines || lines.length > 3 || lines[0]?.data?.marker) return false
  const text = textOf(lines)
  return text.length < 40 && endingOf(text) !== 'sentence' && headingNumbers(text).length === 0
}

/** Share of the measure that a cell of a table fills at most. */
const cellWidth = 0.5

/** Whether a block can stand under a heading: text of some length, or another heading, table or list. */
function introduces(next: Block, { measure, model }: Wrapping): boolean {
  if (next.node?.type === 'thematicBreak') return false
  if (!next.lines) return next.node?.type !== 'heading' || next.node.depth > 1
  const text = textOf(next.lines)
  const first = next.lines[0]?.value ?? ''
  const own = next.lines[0]?.data?.lineation
  if (own) return own.kind === 'verse'
  return (
    // Cells of tables can have two lines, too, but they are far shorter.
    (next.lines.length > 1 && widthOf(first, model) > cellWidth * measure) ||
    text.length > 60 ||
    isCaption(text) ||
    next.lines[0]?.data?.marker !== undefined ||
    headingNumbers(text).length > 0
  )
}
