import type { Paragraph } from 'mdast'
import type { Figure } from '../../../mdast/figure.ts'
import { pictureFault } from '../../../read/picture.ts'
import type { PartContext } from '../context.ts'
import type { FigureItem, Item, Picture } from '../item.ts'
import { pictureSize } from '../picture.ts'
import { tagUnder } from '../tag.ts'
import { type CaptionWords, captionItem } from './caption.ts'
import type { Placement } from './placement.ts'

/** A figure: its picture, or an empty frame that says that the capture lost it; then its caption and credit. */
export function figure(node: Figure, context: PartContext, placement: Placement): Item[] {
  const { labels, sheet } = context
  const { id, number, ownLabel } = node.data ?? {}
  const name = number === undefined ? '' : labels.text('figure', { n: number })
  const picture = pictureOf(node, context)
  const group = tagUnder(placement.parent, 'Div')
  const alt = picture?.alt ?? [name, labels.text('lostFigure')].filter(Boolean).join(': ')
  const { style, leading } = sheet.role('caption', context.language)
  const floats = sheet.floats && placement.depth === 0 && node.children.some((child) => child.type === 'paragraph')
  const together = { tag: group, floats, table: false }
  const image: FigureItem = {
    kind: 'figure',
    tag: tagUnder(group, 'Figure', { alt, ...(name === '' ? {} : { title: name }) }),
    anchors: [...placement.anchors, ...(id === undefined ? [] : [id])],
    left: placement.left,
    right: placement.right,
    ...(picture ? { image: picture.picture } : {}),
    group: together,
    words: picture ? [] : [{ text: labels.text('lostFigure'), style: sheet.vary(style, { color: 'muted' }) }],
    size: style.size,
    leading,
    before: sheet.grid * 2,
    after: 5,
  }
  const place = { ...placement, parent: group, anchors: [], beside: [] }
  const change = { before: 5, after: sheet.grid * 2, group: together }
  return [image, ...captionItem({ name, ownLabel, words: wordsOf(node) }, context, place, change)]
}

function wordsOf(node: Figure): CaptionWords['words'] {
  const paragraphs = node.children.filter((child): child is Paragraph => child.type === 'paragraph')
  return paragraphs.map(({ children }, at) => ({ nodes: children, light: node.data?.roles?.[at] === 'credit' }))
}

interface DescribedPicture {
  readonly picture: Picture
  readonly alt: string
}

/** The picture that was supplied for the figure, if its format can be printed. */
function pictureOf(node: Figure, context: PartContext): DescribedPicture | undefined {
  const image = node.children.find((child) => child.type === 'image')
  const supplied = image && context.part.source.images.find((candidate) => candidate.file === image.url)
  const size = supplied && !pictureFault(supplied.bytes) ? pictureSize(supplied.bytes) : undefined
  if (!image || !supplied || !size) return undefined
  return { picture: { bytes: supplied.bytes, ...size }, alt: image.alt || supplied.alt }
}
