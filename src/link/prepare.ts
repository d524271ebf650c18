import type { FootnoteDefinition, Heading, Nodes, Parents, Root } from 'mdast'
import { goesThroughRules } from '../captured/media-types.ts'
import type { Part } from '../captured/part.ts'
import { report } from '../diagnostics/report.ts'
import { attachImages } from './attach-images.ts'
import { linkBareUrls } from './bare-urls.ts'
import { copyTree } from './copy-tree.ts'
import { figuresOfImages } from './figures-of-images.ts'
import { wrapTables } from './table-wraps.ts'
import { plainText, walk } from './walk.ts'

/** A part whose tree is ready to be numbered. */
export interface PreparedPart {
  readonly part: Part
  /** Title of the part: the manifest's, else its first heading, else the source's id. */
  readonly title: string
  /** The heading that says the title, taken out of the body. */
  readonly heading: Heading | undefined
  /** The body, without its title heading and without definitions of notes. */
  readonly tree: Root
  /** Definitions of notes, in the order in which they stand in the source. */
  readonly definitions: readonly FootnoteDefinition[]
}

/** Makes the writers' copy of a part's tree. The part itself stays as it is, for the ledger. */
export function prepare(part: Part): PreparedPart {
  const tree = copyTree(part.tree)
  if (goesThroughRules(part.source)) linkBareUrls(tree)
  figuresOfImages(tree)
  wrapTables(tree)
  const definitions = takeDefinitions(tree)
  for (const { file, figure } of attachImages(tree, part.source.images)) {
    report(part.file, 'link:image-has-figure', `Unexpected image ${file}: the text has no figure “${figure}”`, {
      note: 'Name the figure or annex by its label in the text, or by its number in order',
    })
  }
  return { part, ...takeTitle(part, tree), tree, definitions }
}

/** The first heading is the part's title when nothing but it has the highest rank; it is left out where the title is the same. */
function takeTitle({ metadata, source }: Part, tree: Root): Pick<PreparedPart, 'title' | 'heading'> {
  const heading = titleHeading(tree)
  const text = heading ? plainText(heading) : ''
  if (heading && (!metadata.title || sameText(text, metadata.title))) {
    tree.children.splice(tree.children.indexOf(heading), 1)
    return { title: text, heading }
  }
  return { title: metadata.title ?? source.id, heading: undefined }
}

function titleHeading(tree: Root): Heading | undefined {
  const headings = tree.children.filter((node) => node.type === 'heading')
  const [first] = headings
  if (first?.depth !== 1 || plainText(first) === '') return undefined
  return headings.some((other) => other !== first && other.depth === 1) && tree.children[0] !== first
    ? undefined
    : first
}

function sameText(left: string, right: string): boolean {
  return foldSpace(left) === foldSpace(right)
}

function foldSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** Definitions may stand in quotations and list items, too. */
function takeDefinitions(tree: Root): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = []
  const holders = new Set<Parents>()
  walk(tree, (node, parent) => {
    if (node.type !== 'footnoteDefinition') return undefined
    found.push(node)
    holders.add(parent)
    return undefined
  })
  for (const holder of holders) {
    holder.children = (holder.children as Nodes[]).filter(
      (child) => child.type !== 'footnoteDefinition',
    ) as typeof holder.children
  }
  return found
}
