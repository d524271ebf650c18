import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { isCaption } from '../../../language/words/captions.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'
import { behindCaption, cellsUnder } from './caption-region.ts'
import { figureCells, figureRows } from './figure-rows.ts'
import { gridRegion, ruledRegion, tabbedRegion } from './grid-region.ts'
import { lineAt, type Region } from './region.ts'

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
