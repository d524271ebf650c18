import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { linesOf } from '../../../captured/lines.ts'
import { evidenceOf } from '../../evidence/evidence.ts'

/**
 * Takes the blank lines that stand between all lines of a double-spaced text from those that are counted, so that a
 * blank line that is left over means something. Typescripts and court papers come so out of a word processor. The text
 * is not changed; where lines are not double spaced, nothing is.
 */
export function lineGaps() {
  return (tree: Root, file: VFile): void => {
    const { lineGap } = evidenceOf(file)
    if (lineGap === 0) return
    for (const { data } of linesOf(tree)) {
      if (!data) continue
      const blank = data.blankBefore + (data.gap ?? 0)
      data.gap = Math.min(blank, lineGap)
      data.blankBefore = blank - data.gap
    }
  }
}
