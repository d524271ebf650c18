import type { Root, RootContent } from 'mdast'
import type { Processor } from 'unified'

/** What an address has, as written in the source: "@", "http", "www", or a character reference, which may be any of them. */
const sign = /[@&]|http|www/i

/**
 * GFM finds addresses in running text by going over the whole tree four times, with patterns that look at every word.
 * Keeps that for the blocks whose source has a sign of an address, which few have: a twentieth of the time of parsing.
 */
export function sparingAddresses(this: Processor): void {
  const data = this.data()
  const extensions = (data.fromMarkdownExtensions ?? []).flat()
  const searches = extensions.flatMap(({ transforms }) => transforms ?? [])
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }))
  const { parser } = this
  if (!parser) return
  this.parser = (document, file) => {
    const tree = parser(document, file) as Root
    const blocks = tree.children.filter((block) => 'children' in block && sign.test(sourceOf(block, document)))
    if (blocks.length > 0) for (const search of searches) search({ type: 'root', children: blocks })
    return tree
  }
}

function sourceOf({ position }: RootContent, document: string): string {
  return position ? document.slice(position.start.offset, position.end.offset) : ''
}
