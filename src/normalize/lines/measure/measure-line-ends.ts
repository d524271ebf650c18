import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { evidenceOf, measureOnce } from '../../evidence/evidence.ts'
import { lineEndsIn } from '../../evidence/line-ends.ts'
import { lineFormsIn } from '../../evidence/line-forms.ts'

/** Measures what the place of a line's end says in a text: at which limit lines were broken, whether words were divided, and in which form entries begin. */
export function measureLineEnds() {
  return (tree: Root, file: VFile): void => {
    const { wrapping, language } = evidenceOf(file)
    measureOnce(file, 'lineForms', () => lineFormsIn(tree, wrapping))
    measureOnce(file, 'lineEnds', () => lineEndsIn(tree, wrapping, language))
  }
}
