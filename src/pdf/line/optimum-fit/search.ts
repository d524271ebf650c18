import { forced } from '../items.ts'
import { isBreak, isLeft, isRunt, isTooShort } from './bounds.ts'
import { companyDemerits, demerits, fitnessOf, hyphensAfter, lineDemerits } from './demerits.ts'
import type { Fit, Fitted } from './fit.ts'
import { excessOf, type LineEnd, measureEnd, ratioOf, shrinkOf, startAfter, triedLine } from './metrics.ts'
import { type LineStart, leastOf, type Node } from './node.ts'
import { addRow, type Row, riversUnder } from './rivers.ts'
import type { BreakRoom } from './room.ts'
import { classOf, fitnessIn, forget, hyphensIn } from './ways.ts'

/*
 * The optimum-fit algorithm of Knuth and Plass, "Breaking Paragraphs into Lines" (Software: Practice and Experience 11,
 * 1981), with TeX's demerits. Two additions: hanging punctuation, which only changes where a line's width is measured,
 * and a limit on hyphens in a row.
 *
 * For each break in turn: `bounds.ts` says whether it is worth a try; a line is tried from each node that one can come
 * from, as `metrics.ts` measures it; the best way of each class is kept (`ways.ts`), as `demerits.ts` weighs it, and
 * becomes a node.
 */

/** A pass over a paragraph. */
interface Search extends Fitted, BreakRoom {
  /** Nodes that lines can come from, and of them those that longer lines still can. */
  active: Node[]
  alive: Node[]
  /** Demerits above which ways to the break in hand are left out. */
  limit: number
  /** Whether rivers cost. */
  readonly rows: boolean
}

/** What a pass found. */
export interface Found {
  /** The last node of the way with the least demerits. */
  readonly last: Node
  /** Breaks that a line can end at, in order. */
  readonly reached: readonly number[]
}

/** The way with the least demerits; undefined when none keeps within the tolerance. */
export function optimumFit(room: BreakRoom, fit: Fit): Found | undefined {
  const search = searchFrom(undefined, room, fit)
  const { items } = room
  const reached: number[] = []
  for (let at = 0; at < items.length; at++) {
    if (!isBreak(items, fit, at) || isTooShort(items, fit, search.active[0], at)) continue
    if (tryBreak(search, at)) reached.push(at)
    else if (search.alive.length === 0 || at === items.length - 1) {
      // Nothing leads on from here: an overfull line, or in a pass with a tolerance, another pass.
      const last = search.active[search.active.length - 1]
      if (fit.retry || !last) return undefined
      search.alive.push(overfullNode(search, last, at))
    }
    goOn(search)
  }
  const last = leastOf(search.active)
  return last && { last, reached }
}

/** What another way is measured by. */
export interface Known {
  /** The nodes of the way that was found, from the end of the first line. */
  readonly nodes: readonly Node[]
  /** Breaks that a line can end at, in order: at no others. */
  readonly reached: readonly number[]
  /** Node that others go out from, -1 for the start of the paragraph, and the spaces of its line. */
  readonly from: number
  readonly row: Row | undefined
  /** By how many demerits they may be worse at any place. */
  readonly excess: number
}

/** The last node of the way with the least demerits when rivers cost, too; undefined when there is none. */
export function otherWay(room: BreakRoom, fit: Fit, known: Known): Node | undefined {
  const { nodes, reached, from, row, excess } = known
  const { items } = room
  const branch = nodes[from]
  const search = searchFrom(branch && withRow(branch, row), room, fit, true)
  let passed = from + 1
  for (let index = 0; index < reached.length; index++) {
    const at = reached[index] ?? 0
    if (at <= (branch?.at ?? -1) || isTooShort(items, fit, search.active[0], at)) continue
    while ((nodes[passed]?.at ?? at) < at) passed++
    search.limit = (nodes[passed]?.demerits ?? 0) + excess
    if ((leastOf(search.active)?.demerits ?? 0) + lineDemerits(0, items.cost[at] ?? 0) > search.limit) continue
    tryBreak(search, at)
    if (search.alive.length === 0) return undefined
    goOn(search)
  }
  return leastOf(search.active)
}

/** A search that goes out from a node, or from the start of the paragraph. */
function searchFrom(node: Node | undefined, { items, end, ways, rivers }: BreakRoom, fit: Fit, rows = false): Search {
  const first = node ?? nodeAt(startAfter({ items, fit }, -1), atStart)
  return { items, fit, end, ways, rivers, active: [first], alive: [], limit: Number.POSITIVE_INFINITY, rows }
}

/** Goes on to the next break, with the nodes that are alive. */
function goOn(search: Search): void {
  const { active, alive } = search
  search.active = alive
  search.alive = active
}

/**
 * Lets lines end at a break: the nodes that longer lines can still come from are alive, and those of the best ways to
 * the break. Gives back whether there is a way.
 */
function tryBreak(search: Search, at: number): boolean {
  const end = measureEnd(search.end, search.items, at)
  search.alive.length = 0
  forget(search.ways)
  tryLines(search, end)
  const found = search.ways.least < Number.POSITIVE_INFINITY
  if (end.cost === forced) search.alive.length = 0
  if (found) addNodes(search, end)
  return found
}

/** Tries a line to a break from each active node. */
function tryLines(search: Search, end: LineEnd): void {
  const { active, alive, fit } = search
  const { measure, tolerance } = fit
  // Of a short dossier most of the time is spent in calls of functions here: those that nothing comes of are spared.
  const mayBeLeft = fit.retry && (end.hyphen || end.final)
  for (let index = 0; index < active.length; index++) {
    const node = active[index]
    if (!node) continue
    if (end.sum - node.base - shrinkOf(search, node, end) <= measure) alive.push(node)
    const ratio = ratioOf(search, node, end)
    if (ratio < -1 || ratio > tolerance || (mayBeLeft && isLeft(fit, node, end))) continue
    keepWay(search, node, end, ratio)
  }
}

/** Keeps the way through a node to a break if it is the best of its class so far. */
function keepWay(search: Search, node: Node, end: LineEnd, ratio: number): void {
  const { fit, ways, limit } = search
  const fitness = fitnessOf(ratio)
  const hyphens = end.hyphen ? hyphensAfter(node.hyphens) : 0
  const kind = classOf(fitness, hyphens)
  const least = ways.demerits[kind] ?? 0
  let sum = node.demerits + lineDemerits(ratio, end.cost) + companyDemerits(node, end, fitness, hyphens)
  if (end.final && isRunt(fit, node, end)) sum += demerits.runt
  // Rivers are looked for last, because that takes longest.
  if (node.row?.goesOn && sum <= limit && sum < least && end.cost !== forced) {
    sum += demerits.river * riversUnder(search.rivers, node.row, triedLine(search, node, end))
  }
  if (sum > limit || sum >= least) return
  ways.demerits[kind] = sum
  ways.from[kind] = node
  if (sum < ways.least) ways.least = sum
}

/**
 * Makes nodes of the best ways to a break; one that is worse than the best by more than it can win back is left out.
 * With rows only the best one stays: a river weighs more than what tells the others apart.
 */
function addNodes(search: Search, end: LineEnd): void {
  const { ways, rows, alive } = search
  const { least } = ways
  const limit = rows ? least : least + demerits.fitness + (end.hyphen ? demerits.ladder : 0)
  const start = startAfter(search, end.at)
  for (let kind = 0; kind < ways.demerits.length; kind++) {
    const sum = ways.demerits[kind] ?? 0
    if (sum > limit || sum === Number.POSITIVE_INFINITY) continue
    const previous = ways.from[kind]
    const row = rows && previous ? rowAfter(search, previous, end, previous.row) : undefined
    alive.push(nodeAt(start, { fitness: fitnessIn(kind), hyphens: hyphensIn(kind), demerits: sum, previous, row }))
  }
}

/** The spaces of the line from a node to its end, under those of the line above; none where they keep their width. */
export function rowAfter(
  room: Fitted & Pick<BreakRoom, 'rivers'>,
  node: Node,
  end: LineEnd,
  above: Row | undefined,
): Row | undefined {
  return end.cost === forced ? undefined : addRow(room.rivers, above, triedLine(room, node, end))
}

/** The way to a node: all of it but its place. */
type Way = Omit<Node, keyof LineStart>

const atStart: Way = { fitness: 0, hyphens: 0, demerits: 0, previous: undefined, row: undefined }

/** All nodes are made here, with their fields in one order: what reads very many of them is fast then. */
function nodeAt({ at, start, base }: LineStart, { fitness, hyphens, demerits: sum, previous, row }: Way): Node {
  return { at, start, base, fitness, hyphens, demerits: sum, previous, row }
}

function withRow(node: Node, row: Row | undefined): Node {
  const { fitness, hyphens, demerits: sum, previous } = node
  return nodeAt(node, { fitness, hyphens, demerits: sum, previous, row })
}

function overfullNode(search: Search, previous: Node, at: number): Node {
  const over = excessOf(search.fit, previous, measureEnd(search.end, search.items, at))
  const sum = previous.demerits + demerits.overfull * (1 + over)
  return nodeAt(startAfter(search, at), { fitness: 1, hyphens: 0, demerits: sum, previous, row: undefined })
}
