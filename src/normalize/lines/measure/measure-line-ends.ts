import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { evidenceOf, measureOnce } from '../../evidence/evidence.ts'
import { lineEndsIn } from '../../evidence/line-ends.ts'

/** Measures what the place of a line's end says in a text: at which limit lines were broken, and whether words were divided. */
export function measureLineEnds() {
  return (tree: Root, file: VFile): void => {
    const { wrapping, language } = evidenceOf(file)
    measureOnce(file, 'lineEnds', () => lineEndsIn(tree, wrapping, language))
  }
}
