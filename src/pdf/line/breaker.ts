import { demerits } from './optimum-fit/demerits.ts'
import { type Fit, withRetry } from './optimum-fit/fit.ts'
import { measureEnd } from './optimum-fit/metrics.ts'
import { type Node, nodesOf } from './optimum-fit/node.ts'
import { findSpaces, type Row } from './optimum-fit/rivers.ts'
import type { BreakRoom } from './optimum-fit/room.ts'
import { type Found, optimumFit, otherWay, rowAfter } from './optimum-fit/search.ts'

/**
 * The items at which the lines end, the last item (a forced break) among them; undefined when no way keeps within the
 * tolerance.
 */
export function breakLines(room: BreakRoom, fit: Fit): number[] | undefined {
  const found = optimumFit(room, fit)
  return found && (fit.rivers ? withoutRivers(room, fit, found) : nodesOf(found.last)).map(({ at }) => at)
}

/** Lines that a paragraph with a river has at least: three with spaces that give, and its last one. */
const least = 4

/** Lines before the third one of the first river that are set anew with it. */
const before = 6

/**
 * The best way when rivers cost, too. Most paragraphs have none, so it is looked for only where the best way has one,
 * from some lines before the first of them, and only among ways that cost less than its rivers do.
 */
function withoutRivers(room: BreakRoom, fit: Fit, { last, reached }: Found): readonly Node[] {
  const nodes = nodesOf(last)
  if (nodes.length < least) return nodes
  findSpaces(room.rivers, fit.spaceStretch)
  const rows = rowsOf(room, fit, nodes)
  const rivers = rows.reduce((sum, row) => sum + (row?.rivers ?? 0), 0)
  if (rivers === 0) return nodes
  const excess = rivers * demerits.river
  const from = Math.max(-1, rows.findIndex(hasRiver) - before)
  const other = otherWay(room, withRetry(fit), { nodes, reached, from, row: rows[from], excess })
  return other && other.demerits < last.demerits + excess ? nodesOf(other) : nodes
}

function hasRiver(row: Row | undefined): boolean {
  return row !== undefined && row.rivers > 0
}

function rowsOf({ items, end, rivers }: BreakRoom, fit: Fit, nodes: readonly Node[]): (Row | undefined)[] {
  const fitted = { items, fit, rivers }
  let above: Row | undefined
  return nodes.map(({ previous, at }) => {
    above = previous && rowAfter(fitted, previous, measureEnd(end, items, at), above)
    return above
  })
}
