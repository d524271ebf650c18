import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { isCreditLine } from '../../evidence/credit-line.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { type PageEdges, pageEdges } from '../../evidence/headings/no-title.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'

/** The lines that can be title matter: those above the first paragraph, and that paragraph's first line. */
export interface HeadMatter {
  readonly lines: readonly Line[]
  /** How the text's lines came about; where they are cut at a measure, a headline can run over several lines. */
  readonly wrapping: Wrapping
  /** BCP 47 tag of the text's language, whose dates stand above headlines. */
  readonly language: string
  /** First characters of the lines below, by which a lead given twice is known. */
  readonly below: readonly string[]
  /** Whether a line gives authors, date or number of the text. */
  readonly isCredit: (line: Line) => boolean
  /** What stands at the edges of the other pages. */
  readonly edges: PageEdges
}

/** How many lines of title matter a text can have, and how many lines below are searched for its lead. */
const reach = { head: 16, body: 12 }

/** Reads the lines at the top of a text. */
export function headMatter(tree: Root, file: VFile): HeadMatter {
  const from = tree.children.findIndex((node) => node.type === 'line')
  const lines: Line[] = []
  const below: string[] = []
  for (const node of from < 0 ? [] : tree.children.slice(from, from + reach.head + reach.body)) {
    if (node.type !== 'line') break
    if (lines.length < reach.head) lines.push(node)
    below.push(plain(node.value))
  }
  const isCredit = ({ value }: Line) => isCreditLine(value, file)
  const { wrapping, language } = evidenceOf(file)
  return { lines, below, wrapping, language, isCredit, edges: pageEdges(String(file.value)) }
}

/** A line's words as they are compared: one space, plain marks. */
export function plain(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .trim()
}

/** The lines of the headline; more than one when it is broken. */
export type Title = readonly Line[]
