import type { Code, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { positionAt } from '../../../captured/captured.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { type Stretch, stretchesOf } from '../../../captured/stretches.ts'
import { report } from '../../../diagnostics/report.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { type SplitWords, splitWordsOf } from '../../evidence/split-words.ts'
import { readRegion } from './read-region.ts'
import type { Region } from './region.ts'
import { regionsOf } from './regions.ts'
import { tableOf } from './table-node.ts'

/**
 * Makes tables of cells that stand under each other with gaps, tabs or rulings between them, and of cells that a PDF
 * reader gives one after the other under a caption. Cells that run over several lines are whole. Where no rows can be
 * told, the lines stay as they are, in a block that keeps line ends, and the place is reported. Captions stay in front
 * of their table.
 */
export function tables() {
  return (tree: Root, file: VFile): void => {
    const regions = regionsOf(file, tree.children, evidenceOf(file).wrapping)
    if (regions.length === 0) return
    const words = splitWordsOf(file)
    const result: RootContent[] = []
    let at = 0
    for (const region of regions) {
      for (; at < region.from; at++) result.push(tree.children[at] as RootContent)
      const { blocks, taken } = blocksFor(file, region, words)
      const gone = new Set<RootContent>(taken)
      for (; at < region.to; at++) {
        const node = tree.children[at] as RootContent
        if (node === taken[0]) result.push(...blocks)
        if (!gone.has(node)) result.push(node)
      }
    }
    for (; at < tree.children.length; at++) result.push(tree.children[at] as RootContent)
    tree.children = result
  }
}

/** The blocks for a region's lines, and the lines that went into them. Lines that only look like a table stay lines. */
function blocksFor(file: VFile, region: Region, words: SplitWords): { blocks: RootContent[]; taken: readonly Line[] } {
  const { lines, captioned } = region
  const reading = readRegion(file, region)
  const { skip = 0 } = reading ?? {}
  const taken = reading ? lines.slice(skip, skip + reading.lines) : lines
  const table = reading && tableOf(file, reading, taken, words)
  if (table) return { blocks: [table], taken }
  if (!captioned) return { blocks: [], taken: [] }
  return { blocks: stretchesOf(file, lines.map(placeOf)).map((place) => asItIs(file, place)), taken: lines }
}

function placeOf(line: Line): Stretch {
  return { start: startOf(line), end: endOf(line) }
}

function asItIs(file: VFile, { start, end }: Stretch): Code {
  const position = positionAt(file, start, end)
  report(file, 'normalize:tables-are-tables', 'Cells without rows: the lines of the table stay as they are', {
    place: position,
    note: 'Correct the table by hand, or capture it again with its layout.',
  })
  return { type: 'code', value: String(file.value).slice(start, end), position }
}
