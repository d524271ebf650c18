import type { Element, Nodes } from 'hast'
import { h } from 'hastscript'

/** Characters of a run: one that begins before a heading may be shorter, one that would end at a note call longer. */
const short = 4_000
const usual = 7_000
const long = 12_000

/**
 * The blocks of a long part in runs of some pages each, so that a browser sets only those that are near the window
 * (`content-visibility` in the style sheet). A run ends before a heading where it can, else after a block without
 * notes, because notes beside the text hang below the call. A part that is one run stays as it is.
 */
export function inRuns(blocks: readonly Element[]): readonly Element[] {
  const runs: Element[][] = []
  let size = long
  let before: Element | undefined
  for (const block of blocks) {
    const mayEnd = size >= long || (size >= usual && !hasCall(before)) || (size >= short && isHeading(block))
    // Not between a heading and what it is about.
    if (mayEnd && !isHeading(before)) {
      runs.push([])
      size = 0
    }
    runs.at(-1)?.push(block)
    size += length(block)
    before = block
  }
  return runs.length < 2 ? blocks : runs.map((run) => h('div.run', run))
}

function isHeading(block: Element | undefined): boolean {
  return block !== undefined && /^h[1-6]$/.test(block.tagName)
}

function hasCall(node: Nodes | undefined): boolean {
  if (node?.type !== 'element') return false
  return node.tagName === 'sup' || node.children.some(hasCall)
}

function length(node: Nodes): number {
  if (node.type === 'text') return node.value.length
  if (!('children' in node)) return 0
  let sum = 0
  for (const child of node.children) sum += length(child)
  return sum
}
