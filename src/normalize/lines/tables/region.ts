import type { RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { startOf } from '../../../captured/lines.ts'

/** The lines of one table, without its caption. */
export interface Region {
  /** What parts its cells: gaps between them, tabs, bars, single spaces, or nothing but their order. */
  readonly kind: 'grid' | 'tabs' | 'bars' | 'rows' | 'sequence'
  /** Whether the text calls it a table, or the lines alone do; then they must leave no doubt. */
  readonly captioned: boolean
  /** Index of the first line among the root's children. */
  readonly from: number
  /** One past the index of the last. */
  readonly to: number
  readonly lines: readonly Line[]
}

/** The line at a place among the root's children, if it is one and has its list marker, if any, on it. */
export function lineAt(nodes: readonly RootContent[], at: number): Line | undefined {
  const node = nodes[at]
  if (node?.type !== 'line') return undefined
  return node.data?.marker && node.data.marker.start < startOf(node) ? undefined : node
}
