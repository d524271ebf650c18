import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { measureOnce } from '../../evidence/evidence.ts'
import { lineGapIn } from '../../evidence/line-gap.ts'

/** Measures how many blank lines stand between any two lines of a text: none, or those of double space. */
export function measureLineGap() {
  return (tree: Root, file: VFile): void => {
    measureOnce(file, 'lineGap', () => lineGapIn(tree))
  }
}
