import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { measureOnce } from '../../evidence/evidence.ts'
import { wrappingIn } from '../../evidence/wrapping.ts'

/** Measures how the lines of a text came about: cut at a measure, and at which, or a paragraph each. */
export function measureLines() {
  return (tree: Root, file: VFile): void => {
    measureOnce(file, 'wrapping', () => wrappingIn(tree))
  }
}
