import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
import { linesOf } from '../../captured/lines.ts'

/** The lines of each page, in the order of the pages; a page without lines is left out. */
export function pagesOf(tree: Root): Line[][] {
  const pages: Line[][] = []
  let number = 0
  for (const line of linesOf(tree)) {
    const page = line.data?.page ?? 1
    if (page !== number || pages.length === 0) pages.push([])
    number = page
    pages.at(-1)?.push(line)
  }
  return pages
}
