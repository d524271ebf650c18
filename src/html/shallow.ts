import type { Nodes, Root } from 'mdast'
import { report } from '../diagnostics/report.ts'
import type { VFile } from 'vfile'

/** Blocks and marks nested deeper than this come from broken or hostile sources. */
const limit = 60

/**
 * The tree with nothing nested deeper than the limit: below it, the text of a branch stands in one leaf. Later steps
 * may then walk recursively. Gives the tree itself when it is shallow enough, which is always but in attacks.
 */
export function shallow(tree: Root, file: VFile): Root {
  const cuts = nodesAtLimit(tree)
  if (cuts.length === 0) return tree
  report(file, 'html:nesting-is-moderate', `Unexpected nesting, expected at most ${limit} levels`, { place: cuts[0] })
  return flatten(tree, 0) as Root
}

/** Nodes at the limit that have branches of their own below, found without recursion. */
function nodesAtLimit(tree: Root): Nodes[] {
  const found: Nodes[] = []
  let level: Nodes[] = [tree]
  for (let depth = 0; depth < limit && level.length > 0; depth++) level = level.flatMap(childrenOf)
  for (const node of level) if (childrenOf(node).some((child) => childrenOf(child).length > 0)) found.push(node)
  return found
}

function flatten(node: Nodes, depth: number): Nodes {
  if (!('children' in node)) return node
  if (depth < limit) {
    return { ...node, children: node.children.map((child) => flatten(child, depth + 1)) } as Nodes
  }
  const text: Nodes = { type: 'text', value: textBelow(node) }
  const isBlock = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem'
  if (node.type === 'list') return { type: 'paragraph', children: [text] }
  return { ...node, children: isBlock ? [{ type: 'paragraph', children: [text] }] : [text] } as Nodes
}

function textBelow(node: Nodes): string {
  const pieces: string[] = []
  const stack: Nodes[] = [node]
  while (stack.length > 0) {
    const next = stack.pop()
    if (!next) break
    if ('value' in next) pieces.push(next.value)
    const children = childrenOf(next)
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index] as Nodes)
  }
  return pieces.join(' ')
}

function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? (node.children as Nodes[]) : []
}
