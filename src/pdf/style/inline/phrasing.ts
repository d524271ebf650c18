import type { PhrasingContent } from 'mdast'
import { runWith } from '../../line/run.ts'
import type { TextStyle } from '../../measure/style.ts'
import type { PartContext } from '../context.ts'
import type { StyledRun } from '../item.ts'
import type { Mark } from '../mark.ts'
import type { Tag } from '../tag.ts'
import { breakRun } from './break.ts'
import { deleted } from './delete.ts'
import { emphasis } from './emphasis.ts'
import { footnoteReference } from './footnote-reference.ts'
import { inlineHtml } from './html.ts'
import { image } from './image.ts'
import { inlineCode } from './inline-code.ts'
import { link } from './link.ts'
import { strong } from './strong.ts'
import { text } from './text.ts'

/** How the text around an inline node is set, and what it is. */
export interface InlineContext {
  readonly part: PartContext
  readonly style: TextStyle
  /** Tag of the block. */
  readonly tag: Tag
  readonly mark: Mark | undefined
  /** How deep inline nodes are nested in each other. */
  readonly depth: number
}

/** Nesting beyond this comes from broken sources; what is inside is set as plain text of the level above. */
const deepest = 60

/** Inline nodes as runs of styled text. */
export function phrasing(nodes: readonly PhrasingContent[], context: InlineContext): StyledRun[] {
  const { part, style, tag, mark, depth } = context
  if (depth > deepest) return []
  const inner: InlineContext = { part, style, tag, mark, depth: depth + 1 }
  const runs: StyledRun[] = []
  for (const node of nodes) for (const run of inline(node, inner)) runs.push(run)
  return runs
}

function inline(node: PhrasingContent, context: InlineContext): StyledRun[] {
  switch (node.type) {
    case 'text':
      return text(node, context)
    case 'emphasis':
      return emphasis(node, context)
    case 'strong':
      return strong(node, context)
    case 'delete':
      return deleted(node, context)
    case 'inlineCode':
      return inlineCode(node, context)
    case 'break':
      return breakRun(context)
    case 'link':
      return link(node, context)
    case 'footnoteReference':
      return footnoteReference(node, context)
    case 'image':
      return image(node, context)
    case 'html':
      return inlineHtml(node, context)
    case 'linkReference':
      return phrasing(node.children, context)
    case 'imageReference':
      return text({ value: node.alt ?? node.identifier }, context)
  }
}

/** A run of the text around. */
export function runOf(value: string, context: InlineContext, style: TextStyle = context.style): StyledRun {
  return runWith(value, style, context.mark)
}
