import type { Line } from '../../../captured/line.ts'
import { startsItem } from '../../evidence/markers.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import type { Chunk, Range } from './chunks.ts'
import { junctionCost, type Reading } from './junction.ts'

/** Most stretches on a page that are tried in other orders, and readings that are followed at a time. */
const most = { chunks: 72, readings: 160 }

/** Costs that do not lie between two lines. */
const costs = {
  /** The capture goes back from the right column to the left one. */
  goBack: 0.3,
  /** Two blocks of one column follow each other where the capture gives both columns by turns. */
  stay: 0.3,
  /** The last block of the right column stands before others of it. */
  lastIsEarly: 1.5,
  /** A column goes on below its notes. */
  goOnBelowNotes: 2,
  /** Notes are not called, or sections not numbered, in their order. */
  disorder: 3,
  /** A list begins or ends. */
  listEdge: 0.3,
  /** One column is longer than the other, for each share of both that it is longer than `even`. */
  imbalance: 9,
}

/** Share of both columns by which one can be longer than the other at no cost. */
const even = 0.05

/** What reading a page as it stands must cost for other orders to be tried, and how much cheaper another must be. */
const least = { cost: 1.4, gain: 1.5 }

/** What stands before and behind a page. */
export interface Surroundings {
  readonly before: Line | undefined
  readonly after: Line | undefined
  /** Whether the page is filled, so that its columns are of one length. */
  readonly isFull: boolean
}

/** A column, as far as it is read. */
interface Column {
  readonly chunks: Chain | undefined
  readonly first: Chunk | undefined
  readonly last: Chunk | undefined
  readonly height: number
}

interface Chain {
  readonly chunk: Chunk
  readonly rest: Chain | undefined
}

/** The columns after some of the chunks, and what it costs to read them so. */
interface Arrangement {
  readonly cost: number
  readonly left: Column
  readonly right: Column
  /** The block that ends the right column although others of it stand behind it. */
  readonly tail: Chunk | undefined
  /** Whether the last chunk stands in the right column. */
  readonly isRight: boolean
  /** Whether the order is another one than the capture's. */
  readonly isNew: boolean
  /** How often two blocks of one column followed each other since the right one began. */
  readonly stays: number
  /** Greatest numbers in the left column, least ones in the right. */
  readonly calls: Bounds
  readonly headings: Bounds
}

interface Bounds {
  readonly left: number
  readonly right: number
}

const emptyColumn: Column = { chunks: undefined, first: undefined, last: undefined, height: 0 }
const open: Bounds = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY }
const nothing: Arrangement = {
  ...{ cost: 0, left: emptyColumn, right: emptyColumn, tail: undefined, isRight: false, isNew: false, stays: 0 },
  ...{ calls: open, headings: open },
}

/**
 * The chunks of a page by column, when reading them in two columns costs clearly less than reading them as they stand.
 * Programs that read PDF files sometimes give the blocks of both columns by turns; each column keeps its order. Where a
 * sentence breaks off, what it goes on with tells the columns apart; so do numbers that count through the text, notes,
 * which end a column, and that the columns of a full page are of one length.
 */
export function arrange(chunks: readonly Chunk[], around: Surroundings, reading: Reading): Chunk[][] | undefined {
  if (chunks.length < 3 || chunks.length > most.chunks) return undefined
  if (costAsItStands(chunks, around, reading) < least.cost) return undefined
  let readings: Arrangement[] = [nothing]
  for (const chunk of chunks) {
    readings = cheapest(
      readings.flatMap((so) => [
        addLeft(so, chunk, around, reading),
        // The left column has something in it.
        ...(so.left.first ? [addRight(so, chunk, reading)] : []),
        ...(so.left.first && !so.tail && isCutOff(chunk) ? [addTail(so, chunk)] : []),
      ]),
    )
  }
  const finished = readings.map((so) => ({ so, cost: so.cost + endCost(so, around, reading) }))
  const top = finished.reduce((one, other) => (other.cost < one.cost ? other : one))
  const plain = Math.min(...finished.map(({ so, cost }) => (so.isNew ? Number.POSITIVE_INFINITY : cost)))
  if (!top.so.isNew || top.cost > plain - least.gain) return undefined
  const { left, right, tail } = top.so
  return [chunksIn(left), [...chunksIn(right), ...(tail ? [tail] : [])]]
}

/** What the ends of the chunks cost in the order of the capture. */
function costAsItStands(chunks: readonly Chunk[], { before, after }: Surroundings, reading: Reading): number {
  let above = before
  let calls = open
  let cost = 0
  for (const chunk of chunks) {
    const order = withLeft(calls, chunk.calls)
    calls = order.bounds
    cost += Math.max(0, joinCost(above, chunk, reading)) + order.cost
    above = chunk.lines.at(-1)
  }
  return cost + (above && after ? Math.max(0, junctionCost(above, after, reading)) : 0)
}

/** The cheapest readings: of those that agree in all that can matter later the cheapest one. */
function cheapest(readings: readonly Arrangement[]): Arrangement[] {
  const rising = [...readings].sort((one, other) => one.cost - other.cost)
  return [
    ...rising.filter(({ isNew }) => !isNew).slice(0, most.readings / 2),
    ...rising.filter(({ isNew }) => isNew).slice(0, most.readings),
  ]
}

function chunksIn(column: Column): Chunk[] {
  const found: Chunk[] = []
  for (let chain = column.chunks; chain; chain = chain.rest) found.push(chain.chunk)
  return found.reverse()
}

function addLeft(so: Arrangement, chunk: Chunk, { before }: Surroundings, reading: Reading): Arrangement {
  const cost = so.left.last ? belowCost(so.left.last, chunk, reading) : joinCost(before, chunk, reading)
  const calls = withLeft(so.calls, chunk.calls)
  const headings = withLeft(so.headings, chunk.headings)
  const goesBack = so.isRight
  return {
    ...{ right: so.right, tail: so.tail, isRight: false, isNew: so.isNew || goesBack },
    stays: so.stays + (so.isNew && !goesBack ? 1 : 0),
    ...{ left: add(so.left, chunk), calls: calls.bounds, headings: headings.bounds },
    cost: so.cost + cost + calls.cost + headings.cost + (goesBack ? costs.goBack : 0),
  }
}

function addRight(so: Arrangement, chunk: Chunk, reading: Reading): Arrangement {
  const calls = withRight(so.calls, chunk.calls)
  const headings = withRight(so.headings, chunk.headings)
  const cost = so.right.last ? belowCost(so.right.last, chunk, reading) : 0
  return {
    ...{ left: so.left, tail: so.tail, isRight: true, isNew: so.isNew || so.tail !== undefined },
    stays: so.stays + (so.isRight ? 1 : 0),
    ...{ right: add(so.right, chunk), calls: calls.bounds, headings: headings.bounds },
    cost: so.cost + cost + calls.cost + headings.cost,
  }
}

/** Whether a block of running text ends within a sentence. */
function isCutOff({ lines }: Chunk): boolean {
  const ending = endingOf(lines.at(-1)?.value ?? '')
  return lines.length > 2 && (ending === 'open' || ending === 'hyphen')
}

function addTail(so: Arrangement, chunk: Chunk): Arrangement {
  return { ...so, tail: chunk, isRight: true, cost: so.cost + costs.lastIsEarly }
}

function add({ chunks, first, height }: Column, chunk: Chunk): Column {
  return { chunks: { chunk, rest: chunks }, first: first ?? chunk, last: chunk, height: height + chunk.height }
}

/** What it costs that a chunk stands below another one in its column. */
function belowCost(above: Chunk, chunk: Chunk, reading: Reading): number {
  const line = chunk.lines[0]
  const isEdge = line !== undefined && above.endsInItem !== startsItem(line.value)
  return (
    joinCost(above.lines.at(-1), chunk, reading) +
    (above.endsColumn ? costs.goOnBelowNotes : 0) +
    (isEdge ? costs.listEdge : 0)
  )
}

function joinCost(above: Line | undefined, { lines }: Chunk, reading: Reading): number {
  const line = lines[0]
  return above && line ? junctionCost(above, line, reading) : 0
}

/** Numbers that stand in the left column must be lower than those already in the right one. */
function withLeft(bounds: Bounds, range: Range | undefined): { bounds: Bounds; cost: number } {
  if (!range) return { bounds, cost: 0 }
  const cost = range.most >= bounds.right || range.least < bounds.left ? costs.disorder : 0
  return { bounds: { ...bounds, left: Math.max(bounds.left, range.most) }, cost }
}

function withRight(bounds: Bounds, range: Range | undefined): { bounds: Bounds; cost: number } {
  if (!range) return { bounds, cost: 0 }
  const cost = range.least <= bounds.left ? costs.disorder : 0
  return { bounds: { ...bounds, right: Math.min(bounds.right, range.least) }, cost }
}

/** What it costs to go on in the right column where the left one ends, and on the next page where the right one ends. */
function endCost(
  { left, right, tail, isNew, stays }: Arrangement,
  { after, isFull }: Surroundings,
  reading: Reading,
): number {
  const first = right.first ?? tail
  const foot = left.last?.lines.at(-1)
  const end = (tail ?? right.last ?? left.last)?.lines.at(-1)
  const turn = first && foot ? joinCost(foot, first, reading) : 0
  const toTail = tail && right.last ? joinCost(right.last.lines.at(-1), tail, reading) : 0
  const leave = end && after ? junctionCost(end, after, reading) : 0
  const rightHeight = right.height + (tail?.height ?? 0)
  const uneven = Math.abs(left.height - rightHeight) / Math.max(1, left.height + rightHeight)
  const shape = (isFull ? costs.imbalance : costs.imbalance / 4) * Math.max(0, uneven - even)
  return turn + toTail + leave + shape + (isNew ? costs.stay * stays : 0)
}
