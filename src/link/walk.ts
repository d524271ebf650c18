import type { Nodes, Parents, RootContent } from 'mdast'

/**
 * Calls `visitor` with every node below `root`, parents before children, in document order. A visitor that returns
 * `'skip'` is not shown the node's children. Has a stack of its own: sources may nest deeper than the call stack.
 */
export function walk(
  root: Nodes,
  visitor: (node: RootContent, parent: Parents, index: number) => 'skip' | undefined,
): void {
  if (!('children' in root)) return
  const stack: { readonly parent: Parents; next: number }[] = [{ parent: root, next: 0 }]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const index = frame.next++
    const node = frame.parent.children[index]
    if (!node) {
      stack.pop()
      continue
    }
    if (visitor(node, frame.parent, index) !== 'skip' && 'children' in node) stack.push({ parent: node, next: 0 })
  }
}

/** The text that a reader sees in a node, without note calls; line breaks and blocks are parted by a space. */
export function plainText(root: Nodes): string {
  if ('value' in root) return root.value
  let text = ''
  walk(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') text += node.value
    else if (node.type === 'image') text += node.alt ?? ''
    else if (node.type === 'break' || ('children' in node && !inline.has(node.type) && text !== '')) text += ' '
    return undefined
  })
  return text.trim()
}

const inline = new Set<string>(['emphasis', 'strong', 'delete', 'link'] satisfies RootContent['type'][])

const word = /[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*/gu

/** Number of words of a text: runs of letters and digits, with the marks that stand inside a word. */
export function countWords(text: string): number {
  let count = 0
  while (word.test(text)) count++
  return count
}
