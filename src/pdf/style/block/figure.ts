import type { Paragraph } from 'mdast'
import type { Figure } from '../../../mdast/figure.ts'
import { pictureFault } from '../../../read/picture.ts'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { FigureItem, Item, Picture, StyledRun } from '../item.ts'
import { pictureSize } from '../picture.ts'
import { tagUnder } from '../tag.ts'
import { blockText } from './block-text.ts'
import type { Placement } from './placement.ts'

/** A figure: its picture, or an empty frame that says that the capture lost it; then its caption and credit. */
export function figure(node: Figure, context: PartContext, placement: Placement): Item[] {
  const { labels, sheet } = context
  const { id, number } = node.data ?? {}
  const name = number === undefined ? '' : labels.text('figure', { n: number })
  const picture = pictureOf(node, context)
  const group = tagUnder(placement.parent, 'Div')
  const alt = picture?.alt ?? [name, labels.text('lostFigure')].filter(Boolean).join(': ')
  const { style, leading } = sheet.role('caption', context.language)
  const image: FigureItem = {
    kind: 'figure',
    tag: tagUnder(group, 'Figure', { alt }),
    anchors: [...placement.anchors, ...(id === undefined ? [] : [id])],
    left: placement.left,
    right: placement.right,
    ...(picture ? { image: picture.picture } : {}),
    floats: sheet.floats && placement.depth === 0 && node.children.some((child) => child.type === 'paragraph'),
    words: picture ? [] : [{ text: labels.text('lostFigure'), style: sheet.vary(style, { color: 'muted' }) }],
    size: style.size,
    leading,
    before: sheet.grid * 2,
    after: 5,
  }
  return [image, ...captionOf(node, name, context, { ...placement, parent: group })]
}

function captionOf(node: Figure, name: string, context: PartContext, placement: Placement): Item[] {
  const role = context.sheet.role('caption', context.language)
  const { style } = role
  const tag = tagUnder(placement.parent, 'Caption')
  const paragraphs = node.children.filter((child): child is Paragraph => child.type === 'paragraph')
  const words = paragraphs.map((child, index) => {
    const credit = node.data?.roles?.[index] === 'credit'
    const set = credit ? context.sheet.vary(style, { color: 'muted' }) : style
    return phrasing(child.children, { part: context, style: set, tag, mark: undefined, depth: 0 })
  })
  const label = name === '' ? [] : [[{ text: name, style: context.sheet.vary(style, { bold: true }) }]]
  const runs = [...label, ...words].flatMap((part, index): StyledRun[] =>
    index === 0 ? part : [{ text: '\u2002', style }, ...part],
  )
  if (runs.length === 0) return []
  return [blockText(runs, tag, role, placement, { before: 5, after: context.sheet.grid * 2, anchors: [], beside: [] })]
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
