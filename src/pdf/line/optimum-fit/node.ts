import type { Row } from './rivers.ts'

/** Where a line begins. */
export interface LineStart {
  /** Item at which the line before ends; -1 at the start of the paragraph. */
  readonly at: number
  /** First item of the line. */
  readonly start: number
  /** Width at `start`, less what hangs out there and the indent. */
  readonly base: number
}

/** A feasible break: the end of a line, the start of the next one, and the best way there. */
export interface Node extends LineStart {
  /** Tight, normal, loose, very loose: 0 to 3. */
  readonly fitness: number
  /** Hyphens in a row up to here, 3 for more. */
  readonly hyphens: number
  /** Those of all lines up to here. */
  readonly demerits: number
  readonly previous: Node | undefined
  /** The spaces of the line that ends here, where they were looked for. */
  readonly row: Row | undefined
}

/** The node with the least demerits, the first of several. */
export function leastOf(nodes: readonly Node[]): Node | undefined {
  let best = nodes[0]
  for (const node of nodes) if (best && node.demerits < best.demerits) best = node
  return best
}

/** The nodes on the way to a node, from that of the first line. */
export function nodesOf(last: Node): Node[] {
  const nodes: Node[] = []
  for (let node = last; node.previous; node = node.previous) nodes.push(node)
  return nodes.reverse()
}
