import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { measureOnce } from '../../evidence/evidence.ts'
import { smallWordsIn } from '../../evidence/small-words.ts'
import { typesetHyphensIn } from '../../evidence/typeset-hyphens.ts'
import { vocabularyIn } from '../../evidence/vocabulary.ts'

/** Measures the words of a text: which there are, which of them it writes small, and which hyphens are a typesetter's. */
export function measureWords() {
  return (tree: Root, file: VFile): void => {
    measureOnce(file, 'vocabulary', () => vocabularyIn(tree))
    measureOnce(file, 'smallWords', () => smallWordsIn(tree))
    measureOnce(file, 'typesetHyphens', () => typesetHyphensIn(tree))
  }
}
