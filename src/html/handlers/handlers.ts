import { defaultHandlers, type Handler, type Handlers } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { figure } from './figure.ts'
import { footnoteDefinition } from './footnote-definition.ts'
import { footnoteReference } from './footnote-reference.ts'
import { heading } from './heading.ts'
import { image } from './image.ts'
import { link } from './link.ts'
import { list } from './list.ts'
import { listItem } from './list-item.ts'
import { paragraph } from './paragraph.ts'
import { table } from './table.ts'
import { tableWrap } from './table-wrap.ts'

/** One handler a node type: those below, and remark-rehype's own for the rest. `link` has resolved references to definitions, and made text of a source's own markup. */
export function handlersFor(context: PartContext): Handlers {
  return {
    blockquote: anchored(defaultHandlers.blockquote),
    code: anchored(defaultHandlers.code),
    figure: figure(context),
    footnoteDefinition: footnoteDefinition(context),
    footnoteReference: footnoteReference(context),
    heading: heading(),
    image: image(context),
    link: link(context),
    list: list(),
    listItem: listItem(context),
    paragraph: paragraph(context),
    table: table(context),
    tableWrap: tableWrap(context),
  }
}

/** Adds the anchor that `link` gave the node to what remark-rehype's handler makes of it. */
function anchored(handler: Handler): Handler {
  return (state, node, parent) => {
    const result = handler(state, node, parent)
    const id = node.data?.id
    if (id !== undefined && result && !Array.isArray(result) && result.type === 'element') result.properties.id = id
    return result
  }
}
