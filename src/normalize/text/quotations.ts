import type { Blockquote, Root, RootContent } from 'mdast'

declare module 'mdast' {
  interface ParagraphData {
    /** How deep the paragraph is quoted, until the rule for quotations has dealt with it. */
    quote?: number
  }
}

/** Makes block quotations of paragraphs and lists that are quoted, one inside the other where the depth grows. */
export function quotations() {
  return (tree: Root): void => {
    if (tree.children.some((node) => depthOf(node) > 0)) tree.children = quoted(tree.children, 0)
  }
}

/** The blocks of one depth, with what is quoted deeper in block quotations. */
function quoted(nodes: readonly RootContent[], depth: number): RootContent[] {
  const result: RootContent[] = []
  let deeper: RootContent[] = []
  const close = () => {
    if (deeper.length > 0) result.push(quotationOf(quoted(deeper, depth + 1)))
    deeper = []
  }
  for (const node of nodes) {
    if (depthOf(node) > depth) {
      deeper.push(node)
      continue
    }
    close()
    result.push(node)
  }
  close()
  for (const node of result) forget(node)
  return result
}

function depthOf(node: RootContent): number {
  if (node.type === 'paragraph') return node.data?.quote ?? 0
  const first = node.type === 'list' ? node.children[0]?.children[0] : undefined
  return first?.type === 'paragraph' ? (first.data?.quote ?? 0) : 0
}

function forget(node: RootContent): void {
  if (node.type === 'paragraph') delete node.data?.quote
  if (node.type !== 'list' && node.type !== 'listItem') return
  for (const child of node.children) forget(child)
}

function quotationOf(children: readonly RootContent[]): Blockquote {
  const [first, last] = [children[0]?.position, children.at(-1)?.position]
  const position = first && last && { start: first.start, end: last.end }
  return { type: 'blockquote', children: children as Blockquote['children'], ...(position && { position }) }
}
