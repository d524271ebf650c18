import type { RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { isClosing } from '../../evidence/facts.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { reachOf, type Wrapping } from '../../evidence/wrapping.ts'

/** Lines that follow each other at once and all end before the measure does, but for the last. */
export interface Stretch {
  readonly lines: readonly Line[]
  /** Whether blank lines, or other blocks, stand above the first line and below the last. */
  readonly apart: boolean
  /** The line above, of whatever block. */
  readonly above: Line | undefined
  /** The line below, of whatever block. */
  readonly below: Line | undefined
}

/** Share of the least reach below which a line was not wrapped at the text's measure. */
const early = 0.95

/** Most characters of a line of verse or of an address where no measure says how long lines are. */
const longest = 90

/** The stretches of lines that may have been broken by their author. */
export function stretchesOf(nodes: readonly RootContent[], wrapping: Wrapping): Stretch[] {
  return runsOf(nodes).flatMap((run) => stretchesIn(run, wrapping))
}

/** Lines without anything between them, and their neighbours. */
interface Run {
  readonly lines: readonly Line[]
  readonly above: Line | undefined
  readonly below: Line | undefined
}

function runsOf(nodes: readonly RootContent[]): Run[] {
  const runs: { lines: Line[]; above: Line | undefined; below: Line | undefined }[] = []
  let before: RootContent | undefined
  for (const node of nodes) {
    const last = runs.at(-1)
    const above = before?.type === 'line' ? before : undefined
    if (node.type === 'line') {
      if (last && above && isAdjacent(above, node)) last.lines.push(node)
      else {
        if (last && above) last.below = node
        runs.push({ lines: [node], above, below: undefined })
      }
    }
    before = node
  }
  return runs
}

/** Whether a line follows another at once, in the source, too. */
function isAdjacent(line: Line, next: Line): boolean {
  if ((next.data?.blankBefore ?? 0) > 0) return false
  if (next.data?.page !== line.data?.page || next.data?.column !== line.data?.column) return false
  return (next.position?.start.line ?? 0) === (line.position?.end.line ?? 0) + 1
}

function stretchesIn({ lines, above, below }: Run, wrapping: Wrapping): Stretch[] {
  const stretches: Stretch[] = []
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (to + 1 < lines.length && endsEarly(lines[to] as Line, lines[to + 1] as Line, wrapping)) to++
    // The first line may end the paragraph above, and the last begin the one below.
    const first = from > 0 && !beginsAnew(lines[from - 1], lines[from]) ? from + 1 : from
    const last = to + 1 < lines.length ? to - 1 : to
    if (last > first) {
      stretches.push({
        lines: lines.slice(first, last + 1),
        apart: first === 0 && last === lines.length - 1,
        above: lines[first - 1] ?? above,
        below: lines[last + 1] ?? below,
      })
    }
    from = to
  }
  return stretches.filter(
    ({ lines: own, above: over }) => own.every((line, at) => isPlain(line, at, over)) && !areEntries(own),
  )
}

function beginsAnew(before: Line | undefined, line: Line | undefined): boolean {
  const ending = endingOf(before?.value ?? '')
  return (ending === 'sentence' || ending === 'clause') && beginningOf(line?.value ?? '') !== 'lower'
}

/** Entries of an index or a table of contents, with the numbers of pages behind them. */
const entry = /[\p{L}).'’”]+[,.\s]+(?:\d{1,4}(?:[-–]\d{1,4})?[,;\s]*)+(?:\(\p{L}\))?[;.]?$/u

function areEntries(lines: readonly Line[]): boolean {
  return lines.length > 2 && lines.filter(({ value }) => entry.test(value)).length > 0.5 * lines.length
}

function endsEarly(line: Line, next: Line, wrapping: Wrapping): boolean {
  if (line.value.length > longest) return false
  return !wrapping.hardWrapped || reachOf(line, next, wrapping) < early * wrapping.leastReach
}

/** Whether a line is none that another rule knows better: of a table, a list, a heading with a number, a caption. */
function isPlain({ value, data }: Line, at: number, above: Line | undefined): boolean {
  if (data?.marker || data?.noteCall || data?.foot || (at > 0 && data?.startsParagraph) || /\t|\S\s{3,}\S/.test(value))
    return false
  // Initials under the closing formula of a letter are no numbers.
  if (at > 0 || isClosing(above)) return true
  return !isCaption(value) && annexLabel(value) === undefined && !headingNumbers(value).some(isOfHeading)
}

/** A house number or a year is no number of a heading. */
function isOfHeading({ scheme, path }: { readonly scheme: string; readonly path: readonly number[] }): boolean {
  return scheme !== '#' || (path[0] ?? 0) < 30
}
