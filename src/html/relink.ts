import type { RootContent } from 'hast'

/**
 * The same nodes for another page: links within the dossier, which are made as in a single file (`#id`), lead to where
 * their targets are from there. Copies what it changes and shares the rest.
 */
export function relink<T extends RootContent>(nodes: readonly T[], addressOf: (anchor: string) => string): T[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const children = relink(node.children, addressOf)
    const { href } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) {
      return { ...node, properties: { ...node.properties, href: addressOf(href.slice(1)) }, children }
    }
    return children.every((child, index) => child === node.children[index]) ? node : { ...node, children }
  })
}
