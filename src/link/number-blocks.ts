import type { Heading, Nodes, Parents, RootContent, Table } from 'mdast'
import type { Figure } from '../mdast/figure.ts'
import type { TargetKind } from '../mdast/identifier.ts'
import type { TableWrap } from '../mdast/table-wrap.ts'
import { type Anchors, anchorText } from './anchors.ts'
import { letters } from './letters.ts'
import { cutLabel } from './own-label.ts'
import { ownNumber } from './own-number.ts'
import type { PreparedPart } from './prepare.ts'
import type { NumberedAnnex, NumberedFigure, NumberedTable, Target } from './resolved.ts'
import { plainText, walk } from './walk.ts'

/** What the blocks of one part are called. */
export interface NumberedBlocks {
  readonly targets: readonly Target[]
  /** Headings of sections and annexes, in order. */
  readonly headings: readonly Heading[]
  readonly figures: readonly NumberedFigure[]
  readonly tables: readonly NumberedTable[]
  readonly annexes: readonly NumberedAnnex[]
}

/** A part's anchor and its number in the dossier. */
export interface Place {
  readonly id: string
  readonly number: number
}

interface Counter {
  readonly place: Place
  readonly anchors: Anchors
  readonly found: { [Key in keyof NumberedBlocks]: NumberedBlocks[Key][number][] }
  /** Numbers of the open sections, outermost first. */
  readonly sections: number[]
  /** Depth of the highest heading. */
  readonly top: number
  /** Paragraphs and list items so far. */
  paragraphs: number
  /** The block after the one that is being numbered. */
  next: Nodes | undefined
}

/**
 * Numbers a part's blocks. With part 3: sections are 3.A, 3.A.1, 3.B; figures and tables each 3.1, 3.2; annexes keep
 * the label of their source; paragraphs and list items share one running number, 3.1, 3.2, whatever section they are
 * in, so that a quotation by number survives a change of headings. A list item's first paragraph has the item's number.
 */
export function numberBlocks({ tree }: PreparedPart, place: Place, anchors: Anchors): NumberedBlocks {
  const found: Counter['found'] = { targets: [], headings: [], figures: [], tables: [], annexes: [] }
  const counter: Counter = {
    place,
    anchors,
    found,
    sections: [],
    top: topDepth(tree.children),
    paragraphs: 0,
    next: undefined,
  }
  walk(tree, (node, parent, index) => {
    counter.next = parent.children[index + 1]
    if (node.type === 'heading') numberHeading(counter, node)
    else if (node.type === 'figure') numberFigure(counter, node)
    else if (node.type === 'table') numberTable(counter, node, parent)
    else if (isNumberedText(node, parent)) numberText(counter, node)
    return holdsNoBlocks(node) ? 'skip' : undefined
  })
  return found
}

function holdsNoBlocks(node: RootContent): boolean {
  return node.type === 'figure' || node.type === 'table' || node.type === 'paragraph' || node.type === 'heading'
}

function isNumberedText(node: RootContent, parent: Parents): boolean {
  if (node.type === 'listItem') return true
  if (node.type !== 'paragraph' || parent.type === 'tableWrap') return false
  return !(parent.type === 'listItem' && parent.children[0] === node)
}

function numberText(counter: Counter, node: RootContent): void {
  const count = ++counter.paragraphs
  const kind = node.type === 'listItem' ? 'list-item' : 'paragraph'
  mark(counter, node, { kind, name: `p${count}`, number: `${counter.place.number}.${count}`, label: '' })
}

function numberHeading(counter: Counter, node: Heading): void {
  const { found, place, sections, top } = counter
  found.headings.push(node)
  const title = plainText(node)
  const annex = node.data?.annex
  if (annex !== undefined) {
    const id = mark(counter, node, { kind: 'annex', name: `annex-${anchorText(annex)}`, number: annex, label: title })
    found.annexes.push({ id, number: annex, title: annexTitle(title, annex, counter.next), part: place.id, node })
    return
  }
  const level = Math.max(0, Math.min(node.depth - top, sections.length))
  sections.length = level + 1
  sections[level] = (sections[level] ?? 0) + 1
  const [first = 1, ...rest] = sections
  const number = [place.number, letters(first), ...rest].join('.')
  mark(counter, node, { kind: 'section', name: `s${found.headings.length}`, number, label: title })
  if (ownNumber(title)) node.data = { ...node.data, hasOwnNumber: true }
}

/** An annex that is called by its label only gets the first words of what it holds, so that a list of annexes says something. */
function annexTitle(title: string, label: string, next: Nodes | undefined): string {
  const hasOwnTitle = title.split(/\s+/).length > label.split(/\s+/).length + 1
  if (hasOwnTitle || (next?.type !== 'figure' && next?.type !== 'paragraph')) return title
  const words = (next.type === 'figure' ? captionOf(next) : plainText(next)).split(/\s+/)
  const first = words.slice(0, 12).join(' ')
  if (first === '') return title
  return `${title}: ${words.length > 12 ? `${first}…` : first}`
}

function numberFigure(counter: Counter, node: Figure): void {
  const { figures } = counter.found
  const number = `${counter.place.number}.${figures.length + 1}`
  const { label, rest: caption } = cutLabel(captionOf(node))
  const id = mark(counter, node, { kind: 'figure', name: `f${figures.length + 1}`, number, label: caption })
  if (label !== '') node.data = { ...node.data, ownLabel: label }
  const lost = !node.children.some((child) => child.type === 'image')
  figures.push({ id, number, caption, ...sourceLabel(label), part: counter.place.id, node, lost })
}

function numberTable(counter: Counter, node: Table, parent: Parents): void {
  const { tables } = counter.found
  const number = `${counter.place.number}.${tables.length + 1}`
  const heading = counter.found.headings.at(-1)
  const own = parent.type === 'tableWrap' ? tableCaption(parent) : ''
  const { label, rest } = cutLabel(own || node.data?.caption || '')
  const caption = rest || (heading ? plainText(heading) : '')
  const id = mark(counter, node, { kind: 'table', name: `t${tables.length + 1}`, number, label: caption })
  if (label !== '') node.data = { ...node.data, ownLabel: label }
  tables.push({ id, number, caption, ...sourceLabel(label), part: counter.place.id, node })
}

function sourceLabel(label: string): { readonly sourceLabel?: string } {
  return label === '' ? {} : { sourceLabel: label }
}

/** What the source says of a table as a whole; empty when it says nothing. */
function tableCaption({ children: [first] }: TableWrap): string {
  return first?.type === 'paragraph' ? plainText(first) : ''
}

/** What a block is called. */
interface BlockName {
  readonly kind: TargetKind
  /** Its anchor, without that of its part. */
  readonly name: string
  readonly number: string
  /** Its title or caption; empty for one that has none. */
  readonly label: string
}

/** Writes anchor, number and kind on a node and keeps it as a target; returns the anchor. */
function mark(counter: Counter, node: Nodes, { kind, name, number, label }: BlockName): string {
  const id = counter.anchors.take(`${counter.place.id}-${name}`)
  node.data = { ...node.data, id, number, kind }
  counter.found.targets.push({ id, kind, number, label: label || number, part: counter.place.id })
  return id
}

/** A figure's caption: its caption paragraphs, without the credit. */
export function captionOf(figure: Figure): string {
  const paragraphs = figure.children.filter((child) => child.type === 'paragraph')
  const captions = paragraphs.filter((_, at) => (figure.data?.roles?.[at] ?? 'caption') === 'caption')
  return captions.map(plainText).join(' ')
}

function topDepth(nodes: readonly RootContent[]): number {
  return nodes.reduce((top, node) => (node.type === 'heading' ? Math.min(top, node.depth) : top), 6)
}
