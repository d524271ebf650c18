import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { startOf } from '../../../captured/lines.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { type Block, blocksOf, textOf } from '../../evidence/blocks.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { headingNumbers } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { reachOf, type Wrapping } from '../../evidence/wrapping.ts'

/** Columns by which items stand farther in than the text around them. */
const farther = 3

/** A block of lines without a marker. */
type Plain = Block & { readonly lines: readonly Line[] }

/**
 * Marks the items of lists whose bullets were lost in the capture. Blocks that end with a semicolon, or begin small
 * after a finished sentence, are items, and so is what follows a semicolon; blocks that stand together without the blank
 * line between the paragraphs of the text, or farther in than they, are items with them. One block alone is none.
 */
export function unmarkedItems() {
  return (tree: Root, file: VFile): void => {
    const { wrapping } = evidenceOf(file)
    const stretches: Stretch[] = []
    let run: Plain[] = []
    let above: Block | undefined
    const close = () => {
      if (run.length > 0) stretches.push({ run, above })
      above = run.at(-1) ?? above
      run = []
    }
    for (const block of blocksOf(tree.children)) {
      if (
        !isPlain(block) ||
        block.lines[0]?.data?.lineation ||
        block.lines[0]?.data?.quote ||
        (wrapping.hardWrapped && isBrokenOnPurpose(block.lines, wrapping))
      ) {
        close()
        above = block
      } else {
        if (run.length > 0 && !standsWith(run.at(-1), block, wrapping)) close()
        run.push(block)
      }
    }
    close()
    const endsInParagraph = wrapping.blankLinesSeparate && !wrapping.hardWrapped && endInParagraphs(stretches)
    for (const { run, above } of stretches) {
      const blocks = endsInParagraph ? run.slice(0, -1) : run
      for (const items of itemsIn(blocks, above, wrapping)) for (const { lines } of items) mark(lines[0])
    }
  }
}

/** Blocks that stand together, and the one above them. */
interface Stretch {
  readonly run: readonly Plain[]
  readonly above: Block | undefined
}

/** Fewest headings that show how a browser copies. */
const fewestHeadings = 2

/**
 * Whether blank lines stand below paragraphs only, as in what is selected on a web page: then what stands together is a
 * heading or the items of a list, and a paragraph at its end.
 */
function endInParagraphs(stretches: readonly Stretch[]): boolean {
  const headed = stretches.filter(({ run }) => {
    const last = run.at(-1)
    const title = run.at(-2)
    return last && title && (isTitle(title) || isQuestion(title)) && !isTitle(last) && isFinished(last.lines)
  })
  const alone = stretches.filter(({ run: [first, second] }) => first && !second && isTitle(first))
  return headed.length >= fewestHeadings && headed.length > alone.length
}

function isPlain(block: Block): block is Plain {
  return block.lines !== undefined && !block.lines[0]?.data?.marker && !isCaption(block.lines[0]?.value ?? '')
}

/** Share of the measure before which no line is wrapped, set in as it may be. */
const early = 0.75

/** Whether one of the lines before the last ends early, as lines of verse and of addresses do. */
function isBrokenOnPurpose(lines: readonly Line[], wrapping: Wrapping): boolean {
  return lines.some((line, at) => {
    const next = lines[at + 1]
    return next !== undefined && reachOf(line, next, wrapping) < early * wrapping.leastReach
  })
}

/** Whether two blocks can be items of one list by the white space between and before them. */
function standsWith(before: Plain | undefined, block: Plain, { blankLinesSeparate }: Wrapping): boolean {
  const data = block.lines[0]?.data
  if (blankLinesSeparate && (data?.blankBefore ?? 0) > 0) return false
  return Math.abs((data?.indent ?? 0) - (before?.lines[0]?.data?.indent ?? 0)) < farther
}

function mark(line: Line | undefined): void {
  if (!line?.data) return
  const at = startOf(line)
  line.data.marker = { kind: 'bullet', style: '', ordinal: 0, start: at, end: at, indent: line.data.indent }
}

/** The lists in a run of blocks that stand together. */
function itemsIn(run: readonly Plain[], above: Block | undefined, wrapping: Wrapping): Plain[][] {
  if (run.length < 2) return []
  const together = wrapping.blankLinesSeparate && !wrapping.hardWrapped ? itemsTogether(run, above) : undefined
  if (together) return [together]
  if (isFartherIn(run, above) && (run.some(isItem) || isSetIn(run, above))) return [[...run]]
  const lists: Plain[][] = []
  let open: Plain[] = []
  const isLed = (list: readonly Plain[]) => {
    const first = list[0] ? run.indexOf(list[0]) : -1
    const lead = (run[first - 1] ?? above)?.lines
    return list.length >= fewestOpen || (lead !== undefined && endsWithColon(lead))
  }
  for (const [at, block] of run.entries()) {
    const before = run[at - 1]
    const follows = before !== undefined && open.length > 0 && endsWithSemicolon(before) && isFinished(block.lines)
    if (follows || isItem(block, before ?? above)) open.push(block)
    else {
      lists.push(open)
      open = []
    }
  }
  // Two halves of a sentence that was cut at its semicolon look like two items; a list of two is announced.
  return [...lists, open].filter((list) => list.length > 1 && isLed(list))
}

/** Fewest items that need not end with a mark, where a heading or a colon leads up to them. */
const fewestOpen = 3

/**
 * The items among lines that stand together where blank lines separate paragraphs, as browsers copy lists. Headings
 * stand without a blank line above and below a list, but not above and below a paragraph whose lines were broken.
 */
function itemsTogether(run: readonly Plain[], above: Block | undefined): Plain[] | undefined {
  const first = run[0]
  const last = run.at(-1)
  const leadsUp = first !== undefined && run.length > 2 && (isTitle(first) || endsWithColon(first.lines))
  const inner = run.slice(leadsUp ? 1 : 0)
  const isNextHeading = last !== undefined && inner.length > 1 && isTitle(last)
  const isOther = isNextHeading ? isHeadingAmong(last, inner.slice(0, -1)) : isMuchLonger(last, inner.slice(0, -1))
  const items = isOther ? inner.slice(0, -1) : inner
  if (!isOther && run.every(({ lines }) => isFinished(lines))) return [...run]
  if (items.length > 1 && items.every(({ lines }) => isFinished(lines))) return items
  const isAnnounced = leadsUp || (above?.lines !== undefined && endsWithColon(above.lines))
  return isAnnounced && items.length >= fewestOpen && !isVerse(items) ? items : undefined
}

/** Characters of a heading, at most. */
const longestTitle = 80

function isTitle({ lines }: Plain): boolean {
  const value = lines[0]?.value ?? ''
  const begins = beginningOf(value)
  if (/[,;\u2014\u2013-]$/.test(value)) return false
  return (
    lines.length === 1 && value.length <= longestTitle && endingOf(value) === 'open' && /^(?:upper|digit)$/.test(begins)
  )
}

/** Characters of a paragraph below a list, at least, and how many times longer than an item it is. */
const paragraph = { length: 240, times: 2 }

/** Whether a block below several others is a paragraph that goes on behind the list. */
function isMuchLonger(last: Plain | undefined, before: readonly Plain[]): boolean {
  const length = last?.lines[0]?.value.length ?? 0
  const longest = Math.max(...before.map(({ lines }) => lines[0]?.value.length ?? 0))
  return before.length > 1 && length >= paragraph.length && length > paragraph.times * longest
}

/** Whether a block is a short question, as the headings of answers are. */
function isQuestion({ lines }: Plain): boolean {
  return lines.length === 1 && (lines[0]?.value.length ?? 0) <= longestTitle && /\?$/.test(lines[0]?.value ?? '')
}

/** Whether a line that can be a heading is one: it has the number of a heading, or the lines before it are sentences. */
function isHeadingAmong(last: Plain, before: readonly Plain[]): boolean {
  if (before.every(({ lines }) => isFinished(lines))) return true
  return headingNumbers(last.lines[0]?.value ?? '').length > 0
}

function endsWithColon(lines: readonly Line[]): boolean {
  return /[:：]$/.test(lines.at(-1)?.value ?? '')
}

/** Lines of verse end with commas, or begin small. */
function isVerse(blocks: readonly Plain[]): boolean {
  const count = blocks.filter(({ lines }) => {
    const value = lines[0]?.value ?? ''
    return /[,\u2014\u2013-]$/.test(value) || beginningOf(value) === 'lower'
  }).length
  return count * 3 > blocks.length
}

function isFinished(lines: readonly Line[]): boolean {
  const ending = endingOf(textOf(lines))
  return ending === 'sentence' || ending === 'clause'
}

function isFartherIn(run: readonly Plain[], above: Block | undefined): boolean {
  const outer = above?.lines?.at(-1)?.data?.indent
  // First lines alone are set in where paragraphs begin so.
  const all = run.flatMap(({ lines }) => lines)
  return outer !== undefined && all.every(({ data }) => (data?.indent ?? 0) >= outer + farther)
}

/** Lines that items of a list have at most, on average. */
const mostLines = 3

/**
 * Whether blocks farther in are items whose bullets were drawn, not written: short blocks without blank lines between
 * them, each set in as a whole. Paragraphs of a quotation are longer, or have blank lines between them.
 */
function isSetIn(run: readonly Plain[], above: Block | undefined): boolean {
  const lines = run.flatMap((block) => block.lines)
  if (run.length < 2 || lines.length > mostLines * run.length || isVerse(run)) return false
  const indent = lines[0]?.data?.indent ?? 0
  if (lines.some(({ data }, at) => data?.indent !== indent || (at > 0 && data.blankBefore > 0))) return false
  if (run.some((block) => beginningOf(block.lines[0]?.value ?? '') === 'opening')) return false
  const finished = run.every((block) => isFinished(block.lines))
  const lead = above?.lines ? (above.lines.at(-1)?.value ?? '') : ''
  const isAnnounced = /[:：]$/.test(lead) || (lead !== '' && endingOf(lead) === 'open' && lead.length <= longestTitle)
  return finished ? run.length >= fewestOpen || isAnnounced : run.length >= fewestOpen && isAnnounced
}

function endsWithSemicolon({ lines }: Plain): boolean {
  return /[;\u037E]$/.test(lines.at(-1)?.value ?? '')
}

/** Whether a block shows by itself that it is an item. */
function isItem(block: Plain, before?: Block | number): boolean {
  if (endsWithSemicolon(block)) return true
  if (beginningOf(block.lines[0]?.value ?? '') !== 'lower' || !isFinished(block.lines)) return false
  return typeof before !== 'object' || before.lines === undefined || isFinished(before.lines)
}
