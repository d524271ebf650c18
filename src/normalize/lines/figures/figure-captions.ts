import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { paragraphOf } from '../../../captured/lines.ts'
import { report } from '../../../diagnostics/report.ts'
import { article, creditLine } from '../../../language/words/credits.ts'
import type { Figure } from '../../../mdast/figure.ts'
import { isEntry } from '../../evidence/markers.ts'
import { endsWithMark, holdsSentence } from '../../evidence/sentence-ends.ts'

const rule = 'normalize:caption-is-a-figure'

/**
 * Makes figures of what a capture keeps of a picture: the caption between headline and text, and a credit on a line
 * of its own ("Photo: Name"). Left among the paragraphs they pass for headings. It leaves alone short lines that can
 * be headings: those of a text that has others like them.
 */
export function figureCaptions() {
  return (tree: Root, file: VFile): void => {
    const caption = headlineCaption(tree.children)
    tree.children = tree.children.map((node, index) => {
      if (node === caption) return figureOf(file, node, 'caption')
      if (node.type === 'line' && isCredit(tree.children, index)) return figureOf(file, node, 'credit')
      return node
    })
  }
}

function figureOf(file: VFile, line: Line, role: 'caption' | 'credit'): Figure {
  report(file, rule, `The picture of a ${role} is not in the source: "${line.value}"`, { place: line })
  const paragraph = paragraphOf(file, [line])
  const { position } = paragraph
  return { type: 'figure', children: [paragraph], data: { roles: [role] }, ...(position && { position }) }
}

/** How much must speak for a caption below the headline. */
const leastScore = 3

/** The line right below the headline, when it reads as the caption of the picture that stood there. */
function headlineCaption(nodes: readonly RootContent[]): Line | undefined {
  const at = nodes.findIndex((node) => node.type === 'heading' && node.depth === 1) + 1
  const line = nodes[at]
  const next = nodes[at + 1]
  if (at === 0 || line?.type !== 'line' || next?.type !== 'line') return undefined
  const words = line.value.split(/\s+/).length
  const blank = next.data?.blankBefore ?? 0
  if (words < 5 || words > 25 || blank === 0 || isSentence(line.value) || isEntry(line.value)) return undefined
  const hasLikes = nodes.slice(at + 2).some((node) => node.type === 'line' && isShortLine(node))
  const score =
    (article.test(line.value) ? 2 : 0) +
    (words > 5 ? 1 : 0) +
    (blank > 1 ? 1 : 0) +
    (hasLikes ? -2 : 1) +
    (/[(©]/.test(line.value) ? 1 : 0)
  return score >= leastScore ? line : undefined
}

/** The call of a note that is a mark, raised behind the sentence. */
const raisedMark = /[*\u2020\u2021\u00A7]+$/

/** Ends as a sentence does, perhaps with a note's call behind it, or holds the end of one. */
function isSentence(value: string): boolean {
  return holdsSentence(value.replace(raisedMark, '')) || /\s\p{Ll}{1,4}$/u.test(value)
}

/** A line that could be a heading. */
function isShortLine({ value, data }: Line): boolean {
  return (data?.blankBefore ?? 0) > 0 && value.length < 80 && /^\p{Lu}/u.test(value) && !endsWithMark(value)
}

function isCredit(nodes: readonly RootContent[], index: number): boolean {
  const line = nodes[index]
  const next = nodes[index + 1]
  if (line?.type !== 'line' || !creditLine.test(line.value) || line.value.split(/\s+/).length > 12) return false
  const isApart = next?.type !== 'line' || (next.data?.blankBefore ?? 0) > 0 || next.data?.page !== line.data?.page
  return isApart && (line.data?.blankBefore ?? 0) > 0 && !/[.;]$/.test(line.value)
}
