import type { Element, ElementContent } from 'hast'
import type { ListItem, Parents } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'
import { marginLinks } from '../margin.ts'

/** A list item with its number in the margin. In a tight list its paragraphs are not set apart, unless they are numbered too. */
export function listItem(context: PartContext) {
  return (state: State, node: ListItem, parent: Parents | undefined): Element => {
    const loose = node.spread === true || (parent?.type === 'list' && parent.spread === true)
    const children = state.all(node).flatMap((child) => (loose ? [child] : tighten(child)))
    const { id, number } = node.data ?? {}
    const margin = id === undefined || number === undefined ? [] : marginLinks(context, id, number)
    return element('li', { id }, [...margin, ...checkbox(node), ...children])
  }
}

function checkbox(node: ListItem): ElementContent[] {
  if (typeof node.checked !== 'boolean') return []
  return [{ type: 'text', value: node.checked ? '\u2611 ' : '\u2610 ' }]
}

function tighten(child: ElementContent): ElementContent[] {
  const isBare = child.type === 'element' && child.tagName === 'p' && child.properties.id === undefined
  return isBare ? child.children : [child]
}
