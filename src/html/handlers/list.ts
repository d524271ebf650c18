import type { Element } from 'hast'
import type { List } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'

/** A list. Where the items' text has the source's own markers, "(a)" and the like, none are added. */
export function list() {
  return (state: State, node: List): Element => {
    const element: Element = defaultHandlers.list(state, node)
    if (node.data?.id !== undefined) element.properties.id = node.data.id
    if (node.data?.ownMarkers) element.properties.className = ['own-markers']
    return element
  }
}
