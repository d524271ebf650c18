import type { BlockContent, DefinitionContent, RootContent } from 'mdast'
import { flowHandlers } from './flow-handlers.ts'
import { blankLine, newLine, type Writer } from './writer.ts'

/** Whether blank lines stand between the blocks of a list item. */
export type Spacing = 'loose' | 'tight'

/** Writes the blocks of a container, with a blank line between two of them; in a tight item, lists follow at once. */
export function writeFlow(
  writer: Writer,
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  spacing: Spacing = 'loose',
): void {
  let previous: RootContent | undefined
  let followsList = false
  for (const node of nodes) {
    if (isEmpty(node)) continue
    if (previous && spacing === 'tight' && node.type === 'list' && previous.type === 'paragraph') newLine(writer)
    else if (previous) blankLine(writer)
    followsList = node.type === 'list' && isSameKind(previous, node) && !followsList
    writeBlock(writer, node, followsList)
    previous = node
  }
}

function writeBlock(writer: Writer, node: RootContent, followsList: boolean): void {
  // Each handler takes exactly the node that its key names; the compiler cannot follow that through an index.
  const handlers: Readonly<Record<string, unknown>> = flowHandlers
  const handle = handlers[node.type] as ((writer: Writer, node: RootContent, follows: boolean) => void) | undefined
  if (!handle) throw new TypeError(`Cannot write a ${node.type} as a block`)
  handle(writer, node, followsList)
}

function isSameKind(previous: RootContent | undefined, list: Extract<RootContent, { type: 'list' }>): boolean {
  return previous?.type === 'list' && Boolean(previous.ordered) === Boolean(list.ordered)
}

/** Blocks without any text leave no trace in markdown. */
function isEmpty(node: RootContent): boolean {
  switch (node.type) {
    case 'paragraph':
      return node.children.every((child) => child.type === 'text' && /^[ \t\r\n]*$/.test(child.value))
    case 'figure':
    case 'list':
    case 'table':
    case 'blockquote':
      return node.children.length === 0
    default:
      return false
  }
}
