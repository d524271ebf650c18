import type { PhrasingContent, Text } from 'mdast'
import { inlineHandlers } from './inline-handlers.ts'
import { writeRun } from './run.ts'
import type { Writer } from './writer.ts'

/** The kind of block that running text stands in. */
export interface PhrasingContext {
  readonly inCell?: boolean
  readonly inHeading?: boolean
  readonly inLabel?: boolean
  /** Whether the text is inside other running text: then its ends are not the ends of a line. */
  readonly inner?: boolean
}

/** Writes the children of a paragraph, a heading, a cell or an inline node. */
export function writePhrasing(writer: Writer, nodes: readonly PhrasingContent[], context: PhrasingContext): void {
  const { inCell = false, inHeading = false, inLabel = false, inner = false } = context
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'text') {
      if (node) writeInline(writer, node, context)
      continue
    }
    const first = at === 0
    const run: Text[] = [node]
    for (let next = nodes[at + 1]; next?.type === 'text'; next = nodes[at + 1]) {
      run.push(next)
      at++
    }
    const after = nodes[at + 1]
    const ends = after?.type === 'break' || (after === undefined && !inner)
    writeRun(writer, run, {
      ...{ inCell, inHeading, inLabel },
      first: first && !inner,
      alone: first && after === undefined && !inner,
      after: after ? firstCharacter(after) : inner ? ']' : '',
      lineEnd: ends,
    })
  }
}

function writeInline(writer: Writer, node: Exclude<PhrasingContent, Text>, context: PhrasingContext): void {
  // Each handler takes exactly the node that its key names; the compiler cannot follow that through an index.
  const handle = inlineHandlers[node.type] as (writer: Writer, node: PhrasingContent, context: PhrasingContext) => void
  handle(writer, node, context)
}

/** What an inline node's markdown begins with. */
function firstCharacter(node: PhrasingContent): string {
  switch (node.type) {
    case 'break':
      return '\\'
    case 'emphasis':
    case 'strong':
      return '*'
    case 'delete':
      return '~'
    case 'inlineCode':
      return '`'
    case 'image':
    case 'imageReference':
      return '!'
    case 'html':
      return '<'
    default:
      return '['
  }
}
