import type { Paragraph, Root } from 'mdast'
import type { VFile } from 'vfile'
import { kept } from '../../captured/captured.ts'

/** Settings of {@link keepLines}. */
export interface KeepLinesOptions {
  /** Numbers of source lines, from 1. */
  readonly lines: readonly number[]
}

/** Makes each of the given source lines a paragraph that no later rule changes. */
export function keepLines({ lines }: KeepLinesOptions) {
  const keep = new Set(lines)
  return (tree: Root, file: VFile): void => {
    if (keep.size === 0) return
    tree.children = tree.children.map((node) => {
      const { start, end } = node.position ?? {}
      if (node.type !== 'line' || !start || !end || !keep.has(start.line)) return node
      const leaf = kept(file, start.offset ?? 0, end.offset ?? 0)
      return { type: 'paragraph', children: [leaf], position: { start, end }, data: { keep: true } } satisfies Paragraph
    })
  }
}
