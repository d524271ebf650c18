import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { startOf } from '../../../captured/lines.ts'
import { isCaption } from '../../../language/words/captions.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'
import { behindCaption, cellsUnder } from './caption-region.ts'
import { figureCells, figureRows } from './figure-rows.ts'
import { gridRegion, ruledRegion, tabbedRegion } from './grid-region.ts'

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

/** The regions of the root that look like tables: rows with gaps, tabs or bars, and short lines under a caption. */
export function regionsOf(file: VFile, nodes: readonly RootContent[], wrapping: Wrapping): Region[] {
  const regions: Region[] = []
  let free = 0
  for (let at = 0; at < nodes.length; at++) {
    const line = lineAt(nodes, at)
    if (!line) continue
    const found = isCaption(line.value)
      ? underCaption(nodes, behindCaption(nodes, at), wrapping)
      : (ruledRegion(nodes, at, false) ??
        tabbedRegion(nodes, at, false) ??
        gridRegion(file, nodes, at, false) ??
        figureRows(nodes, at, free) ??
        figureCells(nodes, at, free))
    if (!found) continue
    regions.push(found)
    at = found.to - 1
    free = found.to
  }
  return regions
}

function underCaption(nodes: readonly RootContent[], from: number, wrapping: Wrapping): Region | undefined {
  return (
    ruledRegion(nodes, from, true) ??
    tabbedRegion(nodes, from, true) ??
    gridRegion(undefined, nodes, from, true) ??
    cellsUnder(nodes, from, wrapping)
  )
}
