import type { Heading, Image, Paragraph, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../../diagnostics/report.ts'
import { creditLine } from '../../language/words/credits.ts'
import type { Figure } from '../../mdast/figure.ts'

const rule = 'normalize:annex-is-a-figure'

/** An annex with more words than this is a text, not a caption. */
const mostWords = 80

/**
 * Makes one figure of an annex that holds nothing but a few lines: the capture lost its map or chart, and kept the
 * caption and the credit. It leaves alone an annex with a table, a list, notes or running text.
 */
export function annexFigures() {
  return (tree: Root, file: VFile): void => {
    const result: RootContent[] = []
    const nodes = tree.children
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as RootContent
      result.push(node)
      if (node.type !== 'heading' || node.data?.annex === undefined) continue
      const content = contentAfter(nodes, at)
      const figure = isBare(node) || content.some(isCredit) ? figureOf(content) : undefined
      if (!figure) continue
      report(file, rule, `The figure of ${textOf(node)} is not in the source`, { place: node })
      result.push(figure)
      at += content.length
    }
    tree.children = result
  }
}

/** Whether the heading is a label only ("Annex 2"): an annex of text has a title. */
function isBare(heading: Heading): boolean {
  return textOf(heading).trim().split(/\s+/).length <= 2
}

function isCredit(node: RootContent): boolean {
  return (node.type === 'figure' && node.data?.roles?.includes('credit')) || creditLine.test(textOf(node))
}

function contentAfter(nodes: readonly RootContent[], heading: number): RootContent[] {
  const content: RootContent[] = []
  for (const node of nodes.slice(heading + 1, heading + 6)) {
    if (node.type === 'heading' || node.type === 'footnoteDefinition') break
    content.push(node)
  }
  return content
}

/** The figure that the blocks below an annex's heading make; undefined when they are more than a caption. */
function figureOf(content: readonly RootContent[]): Figure | undefined {
  const children: (Paragraph | Image)[] = []
  for (const node of content) {
    if (node.data?.keep) return undefined
    if (node.type === 'paragraph') children.push(node)
    else if (node.type === 'figure') children.push(...node.children)
    else return undefined
  }
  const first = children[0]
  const last = children.at(-1)
  const words = children.reduce((sum, child) => sum + textOf(child).split(/\s+/).length, 0)
  if (!first || !last || children.length > 3 || words > mostWords) return undefined
  if (content.length === 1 && content[0]?.type === 'figure') return undefined
  const roles = children.map((child) => (creditLine.test(textOf(child)) ? 'credit' : 'caption'))
  const start = first.position?.start
  const end = last.position?.end
  return { type: 'figure', children, data: { roles }, ...(start && end && { position: { start, end } }) }
}
