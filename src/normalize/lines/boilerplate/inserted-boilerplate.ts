import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { removeLines } from '../../../captured/lines.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { insertedIn } from './inserted.ts'

const rule = 'normalize:site-matter-is-left-out'

/**
 * Takes out what a web page prints between the paragraphs of an article: advertisements, and buttons to share it. It
 * leaves alone text whose lines are cut at a measure, for there such a line may be the last of a sentence.
 */
export function insertedBoilerplate() {
  return (tree: Root, file: VFile): void => {
    if (evidenceOf(file).wrapping.hardWrapped) return
    const evidence = 'a line of its own between the paragraphs of a web page: an advertisement, or buttons to share it'
    removeLines(tree, file, insertedIn(tree.children), { rule, evidence, confidence: 0.9 })
  }
}
