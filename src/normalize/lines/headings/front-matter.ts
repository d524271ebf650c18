import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { enter, evidenceOf } from '../../evidence/evidence.ts'
import { findTitle } from './find-title.ts'
import { headMatter } from './head-matter.ts'
import { placeTitle } from './place-title.ts'
import { readMetadata } from './read-metadata.ts'
import { removeCopies } from './title-copies.ts'
import { reportRivals } from './title-rivals.ts'

/**
 * Makes the headline the heading of the text. A capture of a web page often gives it twice, or once more with the
 * lead behind it, cut short: the copies go. Date, category, kicker and by-line around it, and a publisher's name in
 * front of it, become metadata. It leaves alone a text that begins without a headline, and any name before a colon
 * that the text itself speaks of.
 */
export function frontMatter() {
  return (tree: Root, file: VFile): void => {
    if (tree.children.some((node) => node.type === 'heading' && node.depth === 1)) return
    const matter = headMatter(tree, file)
    const title = findTitle(matter)
    if (!title) return
    reportRivals(tree, file, matter, title)
    removeCopies(tree, file, matter, title)
    const found = { ...readMetadata(tree, file, matter, title), ...placeTitle(tree, file, title) }
    enter(file, { found: { ...evidenceOf(file).found, ...found } })
  }
}
