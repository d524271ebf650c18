import { box, forbidden, forced, glue, type Items } from './items.ts'
import { addRow, type Row, riversUnder, type TriedLine } from './rivers.ts'

/*
 * The optimum-fit algorithm of Knuth and Plass, "Breaking Paragraphs into Lines" (Software: Practice and Experience 11,
 * 1981), with TeX's demerits. Two additions: hanging punctuation, which only changes where a line's width is measured,
 * and a limit on hyphens in a row.
 */

/** What a paragraph's lines are to be like. */
export interface Fit {
  /** Width of the lines in points. */
  readonly measure: number
  /** Points that the first line is shorter. */
  readonly indent: number
  /** The worst ratio that a line may be stretched at; `Infinity` when some line must come out of it. */
  readonly tolerance: number
  /** Points of white that a line may well have at its end; its spaces keep their width then. 0 when justified. */
  readonly rag: number
  /** Least width of a last line in points, when it is not the only one; a pass with a next one never goes below. */
  readonly runt: number
  /** Whether words stay whole. */
  readonly whole: boolean
  /** Whether another pass follows if this one finds nothing. */
  readonly retry: boolean
  /** The setting of that name: says how much of a line's stretch is that of its spaces. */
  readonly spaceStretch: number
  /** Whether rivers are looked for: not where the edge is ragged, nor where text runs in both directions. */
  readonly rivers: boolean
}

/** Demerits, in TeX's units: the square of a badness of 100 is 10,000. */
export const demerits = {
  /** Badness that each line has by being there. */
  line: 10,
  /** A loose line next to a tight one. */
  fitness: 10000,
  /** Two hyphens in a row. */
  hyphens: 10000,
  /** Three and more: never, if there is another way. */
  ladder: 1e9,
  /** A hyphen in the last line but one. */
  finalHyphen: 10000,
  /** A last line of a word or less. */
  runt: 250000,
  /** A space in the third line of a river or a further one. */
  river: 50000,
  /** A line that sticks out, for each point that it does. */
  overfull: 1e12,
} as const

/** A feasible break. */
export interface Node {
  /** Item at which the line ends; -1 at the start. */
  readonly at: number
  /** First item of the next line. */
  readonly start: number
  /** Width at `start`, less what hangs out there and the indent. */
  readonly base: number
  /** Tight, normal, loose, very loose: 0 to 3. */
  readonly fitness: number
  /** Hyphens in a row up to here, 3 for more. */
  readonly hyphens: number
  readonly demerits: number
  readonly previous: Node | undefined
  /** The spaces of the line that ends here, where they were looked for. */
  readonly row: Row | undefined
}

/** Best way to each class of fitness and number of hyphens, for one place. */
const classes = 16
const bestDemerits = new Float64Array(classes)
const bestNode: (Node | undefined)[] = new Array(classes).fill(undefined)

/** Breaks of the paragraph in hand that a line can end at, in order, and how many: those of the last `optimumFit`. */
let reached = new Int32Array(1024)
let reaches = 0

/**
 * The last node of the way with the least demerits; undefined when none keeps within the tolerance.
 */
export function optimumFit(items: Items, fit: Fit): Node | undefined {
  let active: Node[] = [nodeAt(items, fit, -1, 0, 0, 0, undefined, undefined)]
  let spare: Node[] = []
  reaches = 0
  if (reached.length < items.length) reached = new Int32Array(items.length * 2)
  for (let at = 0; at < items.length; at++) {
    if (!isBreak(items, fit, at) || isTooShort(items, fit, active[0], at)) continue
    const last = active[active.length - 1]
    spare.length = 0
    const found = tryBreak(items, fit, active, at, spare, Number.POSITIVE_INFINITY)
    if (items.cost[at] === forced) spare.length = 0
    if (found) {
      addNodes(items, fit, at, spare, false)
      reached[reaches++] = at
    } else if (spare.length === 0 || at === items.length - 1) {
      // Nothing leads on from here: an overfull line, or in a pass with a tolerance, another pass.
      if (fit.retry || !last) return undefined
      spare.push(overfullNode(items, fit, last, at))
    }
    const swap = active
    active = spare
    spare = swap
  }
  return leastOf(active)
}

/** The same, as if another pass followed. */
export function withRetry({ measure, indent, tolerance, whole, rag, runt, spaceStretch, rivers }: Fit): Fit {
  return { measure, indent, tolerance, whole, retry: true, rag, runt, spaceStretch, rivers }
}

/** What another way is measured by. */
export interface Known {
  /** The nodes of the way that was found, from the end of the first line. */
  readonly nodes: readonly Node[]
  /** Node that others go out from, -1 for the start of the paragraph, and the spaces of its line. */
  readonly from: number
  readonly row: Row | undefined
  /** By how many demerits they may be worse at any place. */
  readonly excess: number
}

/**
 * The last node of the way with the least demerits when rivers cost, too; undefined when there is none. Lines end only
 * where the last pass of `optimumFit` found that they can.
 */
export function otherWay(items: Items, fit: Fit, { nodes, from, row, excess }: Known): Node | undefined {
  const branch = nodes[from]
  const first = branch ? withRow(branch, row) : nodeAt(items, fit, -1, 0, 0, 0, undefined, undefined)
  let active: Node[] = [first]
  let spare: Node[] = []
  let passed = from + 1
  for (let index = 0; index < reaches; index++) {
    const at = reached[index] ?? 0
    if (at <= first.at || isTooShort(items, fit, active[0], at)) continue
    while ((nodes[passed]?.at ?? at) < at) passed++
    const limit = (nodes[passed]?.demerits ?? 0) + excess
    if ((leastOf(active)?.demerits ?? 0) + lineDemerits(0, items.cost[at] ?? 0) > limit) continue
    spare.length = 0
    const found = tryBreak(items, fit, active, at, spare, limit)
    if (items.cost[at] === forced) spare.length = 0
    if (found) addNodes(items, fit, at, spare, true)
    if (spare.length === 0) return undefined
    const swap = active
    active = spare
    spare = swap
  }
  return leastOf(active)
}

/** The spaces of the line from a node to a break, under those of the line above; none where they keep their width. */
export function rowOf(items: Items, fit: Fit, node: Node, at: number, above: Row | undefined): Row | undefined {
  return items.cost[at] === forced ? undefined : addRow(above, items, triedLine(items, fit, node, at), fit.spaceStretch)
}

function triedLine(items: Items, fit: Fit, node: Node, at: number): TriedLine {
  const width = lineWidth(items, node, at)
  const shrink = (items.shrink[at] ?? 0) - (items.shrink[node.start] ?? 0)
  const ratio = Math.max(-1, ratioOf(items, fit, node, at, width, shrink, false))
  return { start: node.start, end: at, base: node.base, slack: fit.measure - width, ratio }
}

function isBreak(items: Items, fit: Fit, at: number): boolean {
  const kind = items.kind[at]
  if (fit.whole && items.inside[at] === 1) return false
  if (kind === box || (items.cost[at] ?? 0) >= forbidden) return false
  return kind !== glue || (at > 0 && items.kind[at - 1] !== glue)
}

/** Whether even the longest line that could end here is too short; then so are all the others. */
function isTooShort(items: Items, fit: Fit, longest: Node | undefined, at: number): boolean {
  if (!longest || items.cost[at] === forced || fit.tolerance === Number.POSITIVE_INFINITY) return false
  const stretch = (items.stretch[at] ?? 0) - (items.stretch[longest.start] ?? 0) + fit.rag
  return lineWidth(items, longest, at) + stretch * fit.tolerance < fit.measure
}

/** Natural width of the line from a node to a break: with its hyphen, without what hangs out. */
function lineWidth(items: Items, node: Node, at: number): number {
  const extra = items.extra[at] ?? 0
  const hang = extra > 0 ? (items.hangEnd[at] ?? 0) : at > 0 ? (items.hangEnd[at - 1] ?? 0) : 0
  return (items.width[at] ?? 0) + extra - hang - node.base
}

/** Tries a line from each active node; keeps in `alive` the nodes that longer lines can still come from. Ways with more demerits than `limit` are left out. */
function tryBreak(items: Items, fit: Fit, active: readonly Node[], at: number, alive: Node[], limit: number): boolean {
  const end = items.cost[at] === forced
  const flagged = items.flagged[at] === 1
  const final = at === items.length - 1
  let found = false
  bestDemerits.fill(Number.POSITIVE_INFINITY)
  for (let index = 0; index < active.length; index++) {
    const node = active[index]
    if (!node) continue
    const width = lineWidth(items, node, at)
    const shrink = fit.rag > 0 ? 0 : (items.shrink[at] ?? 0) - (items.shrink[node.start] ?? 0)
    if ((items.width[at] ?? 0) - node.base - shrink <= fit.measure) alive.push(node)
    const ratio = ratioOf(items, fit, node, at, width, shrink, end)
    if (ratio < -1 || ratio > fit.tolerance) continue
    const isRunt = final && node.previous !== undefined && width < fit.runt
    if (isRunt && fit.retry) continue
    const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    const hyphens = flagged ? Math.min(3, node.hyphens + 1) : 0
    if (hyphens > 2 && fit.retry) continue
    let sum = node.demerits + lineDemerits(ratio, items.cost[at] ?? 0)
    if (Math.abs(fitness - node.fitness) > 1) sum += demerits.fitness
    if (hyphens > 1) sum += hyphens > 2 ? demerits.ladder : demerits.hyphens
    if (end && node.hyphens > 0) sum += demerits.finalHyphen
    if (isRunt) sum += demerits.runt
    const slot = fitness * 4 + hyphens
    if (sum > limit) continue
    if (node.row?.goesOn && !end && sum < (bestDemerits[slot] ?? 0)) {
      sum += demerits.river * riversUnder(node.row, items, triedLine(items, fit, node, at), fit.spaceStretch)
      if (sum > limit) continue
    }
    if (sum < (bestDemerits[slot] ?? 0)) {
      bestDemerits[slot] = sum
      bestNode[slot] = node
      found = true
    }
  }
  return found
}

function ratioOf(items: Items, fit: Fit, node: Node, at: number, width: number, shrink: number, end: boolean): number {
  const slack = fit.measure - width
  if (slack < 0) return shrink > 0 ? slack / shrink : slack > -1e-6 ? 0 : Number.NEGATIVE_INFINITY
  if (end) return 0
  const stretch = fit.rag > 0 ? fit.rag : (items.stretch[at] ?? 0) - (items.stretch[node.start] ?? 0)
  if (stretch > 0) return slack / stretch
  return slack < 1e-6 ? 0 : Number.MAX_SAFE_INTEGER
}

function lineDemerits(ratio: number, cost: number): number {
  const size = Math.min(Math.abs(ratio), 1000)
  const badness = demerits.line + 100 * size * size * size
  if (cost === forced) return badness * badness
  return cost >= 0 ? (badness + cost) * (badness + cost) : badness * badness - cost * cost
}

/**
 * Makes nodes of the best ways to a break; one that is worse than the best by more than it can win back is left out.
 * With rows only the best one stays: a river weighs more than what tells the others apart.
 */
function addNodes(items: Items, fit: Fit, at: number, alive: Node[], rows: boolean): void {
  let least = Number.POSITIVE_INFINITY
  for (let slot = 0; slot < classes; slot++) least = Math.min(least, bestDemerits[slot] ?? 0)
  const limit = rows ? least : least + demerits.fitness + (items.flagged[at] === 1 ? demerits.ladder : 0)
  for (let slot = 0; slot < classes; slot++) {
    const sum = bestDemerits[slot] ?? 0
    if (sum > limit || sum === Number.POSITIVE_INFINITY) continue
    const previous = bestNode[slot]
    const row = rows && previous ? rowOf(items, fit, previous, at, previous.row) : undefined
    alive.push(nodeAt(items, fit, at, slot >> 2, slot & 3, sum, previous, row))
  }
}

function nodeAt(
  items: Items,
  fit: Fit,
  at: number,
  fitness: number,
  hyphens: number,
  sum: number,
  previous: Node | undefined,
  row: Row | undefined,
): Node {
  let start = at < 0 ? 0 : at
  while (start < items.length && items.kind[start] !== box && (start === at || items.cost[start] !== forced)) start++
  const base = (items.width[start] ?? 0) + (items.hangStart[start] ?? 0) - (at < 0 ? fit.indent : 0)
  return { at, start, base, fitness, hyphens, demerits: sum, previous, row }
}

function withRow({ at, start, base, fitness, hyphens, demerits: sum, previous }: Node, row: Row | undefined): Node {
  return { at, start, base, fitness, hyphens, demerits: sum, previous, row }
}

function overfullNode(items: Items, fit: Fit, previous: Node, at: number): Node {
  const over = Math.max(0, lineWidth(items, previous, at) - fit.measure)
  return nodeAt(items, fit, at, 1, 0, previous.demerits + demerits.overfull * (1 + over), previous, undefined)
}

function leastOf(active: readonly Node[]): Node | undefined {
  let best = active[0]
  for (const node of active) if (best && node.demerits < best.demerits) best = node
  return best
}
