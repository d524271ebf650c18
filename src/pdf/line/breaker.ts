import type { Items } from './items.ts'
import { demerits, type Fit, type Node, optimumFit, otherWay, rowOf, withRetry } from './optimum-fit.ts'
import { findSpaces, type Row } from './rivers.ts'

/**
 * The items at which the lines end, the last item (a forced break) among them; undefined when no way keeps within the
 * tolerance.
 */
export function breakLines(items: Items, fit: Fit): number[] | undefined {
  const best = optimumFit(items, fit)
  if (!best) return undefined
  const nodes = nodesOf(best)
  return breaksOf(fit.rivers ? withoutRivers(items, fit, nodes) : nodes)
}

/** The nodes on the way to a node, from that of the first line. */
function nodesOf(last: Node): Node[] {
  const nodes: Node[] = []
  for (let node = last; node.previous; node = node.previous) nodes.push(node)
  return nodes.reverse()
}

function breaksOf(nodes: readonly Node[]): number[] {
  return nodes.map(({ at }) => at)
}

/** Lines that a paragraph with a river has at least: three with spaces that give, and its last one. */
const least = 4

/** Lines before the third one of the first river that are set anew with it. */
const before = 6

/**
 * The best way when rivers cost, too. Most paragraphs have none, so it is looked for only where the best way has one,
 * from some lines before the first of them, and only among ways that cost less than its rivers do.
 */
function withoutRivers(items: Items, fit: Fit, nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < least) return nodes
  findSpaces(items)
  const rows = rowsOf(items, fit, nodes)
  const rivers = rows.reduce((sum, row) => sum + (row?.rivers ?? 0), 0)
  if (rivers === 0) return nodes
  const excess = rivers * demerits.river
  const from = Math.max(-1, rows.findIndex(hasRiver) - before)
  const other = otherWay(items, withRetry(fit), { nodes, from, row: rows[from], excess })
  const limit = (nodes[nodes.length - 1]?.demerits ?? 0) + excess
  return other && other.demerits < limit ? nodesOf(other) : nodes
}

function hasRiver(row: Row | undefined): boolean {
  return row !== undefined && row.rivers > 0
}

function rowsOf(items: Items, fit: Fit, nodes: readonly Node[]): (Row | undefined)[] {
  let above: Row | undefined
  return nodes.map(({ previous, at }) => {
    above = previous && rowOf(items, fit, previous, at, above)
    return above
  })
}
