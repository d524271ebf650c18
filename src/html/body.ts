import type { Element, ElementContent, Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { PartContext, PartPieces } from './context.ts'
import { element } from './element.ts'
import { handlersFor } from './handlers/handlers.ts'
import { markup } from './markup.ts'
import { inRuns } from './runs.ts'
import { schema } from './sanitize.ts'

/**
 * The text and the notes of a part: remark-rehype with our handlers, then sanitized. Notes go through it with
 * the text; they are the only list items outside a list.
 */
export function bodyOf(context: PartContext): Pick<PartPieces, 'text' | 'notes'> {
  const { part } = context
  const definitions = part.notes.map((note) => note.definition)
  const tree: Root = { type: 'root', children: [...part.tree.children, ...definitions] }
  const processor = unified()
    .use(remarkRehype, { handlers: handlersFor(context) })
    .use(rehypeSanitize, schema)
  const root: HastRoot = processor.runSync(tree, part.file)
  const blocks = root.children.filter((node) => node.type === 'element')
  const notes = blocks.filter((node) => node.tagName === 'li')
  const text = blocks.filter((node) => node.tagName !== 'li')
  const list = notes.length > 0 ? [element('ul', { className: ['plain'] }, spaced(notes))] : []
  return { text: markup(spaced(inRuns(text))), notes: markup(list) }
}

/** Blocks on lines of their own, so that a person can read the page's text, too. */
function spaced(blocks: readonly Element[]): ElementContent[] {
  return blocks.flatMap((block) => [{ type: 'text', value: '\n' }, block])
}
