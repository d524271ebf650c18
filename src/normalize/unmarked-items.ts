import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../mdast/line.ts'
import { startOf } from '../mdast/lines.ts'
import { type Block, blocksOf, textOf } from './evidence/blocks.ts'
import { beginningOf, endingOf } from './evidence/punctuation.ts'
import { reachOf, type Wrapping, wrappingOf } from './evidence/wrapping.ts'
import { isCaption } from './words/captions.ts'

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
    const wrapping = wrappingOf(tree, file)
    let run: Plain[] = []
    let above: Block | undefined
    const close = () => {
      for (const items of itemsIn(run, above, wrapping)) for (const { lines } of items) mark(lines[0])
      above = run.at(-1) ?? above
      run = []
    }
    for (const block of blocksOf(tree.children)) {
      if (
        !isPlain(block) ||
        block.lines[0]?.data?.ownLine ||
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
  }
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
  const apart = wrapping.blankLinesSeparate && !wrapping.hardWrapped && run.every(({ lines }) => isFinished(lines))
  if (apart || (isFartherIn(run, above) && run.some(isItem))) return [[...run]]
  const lists: Plain[][] = []
  let open: Plain[] = []
  for (const [at, block] of run.entries()) {
    const before = run[at - 1]
    const follows = before !== undefined && open.length > 0 && endsWithSemicolon(before) && isFinished(block.lines)
    if (follows || isItem(block, before ?? above)) open.push(block)
    else {
      lists.push(open)
      open = []
    }
  }
  return [...lists, open].filter(({ length }) => length > 1)
}

function isFinished(lines: readonly Line[]): boolean {
  const ending = endingOf(textOf(lines))
  return ending === 'sentence' || ending === 'clause'
}

function isFartherIn(run: readonly Plain[], above: Block | undefined): boolean {
  const outer = above?.lines?.at(-1)?.data?.indent
  return outer !== undefined && run.every(({ lines }) => (lines[0]?.data?.indent ?? 0) >= outer + farther)
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
