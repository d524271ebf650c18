import type { Heading, Image, Root } from 'mdast'
import type { SuppliedImage } from '../captured/source.ts'
import type { Figure } from '../mdast/figure.ts'
import { plainText, walk } from './walk.ts'

/**
 * Puts the images that the manifest supplies into their figures: by the label of the annex or figure, by the figure's
 * number in order, or by the address that a markdown image had. A paragraph that begins with the label ("Figure 1. ...")
 * is the caption of such a figure, and an annex whose figure left no trace gets one.
 * Returns the images that belong to no figure.
 */
export function attachImages(tree: Root, images: readonly SuppliedImage[]): readonly SuppliedImage[] {
  if (images.length === 0) return images
  const places = placesOf(tree)
  return images.filter((supplied) => {
    const figure =
      findFigure(places, supplied) ??
      figureOfCaption(tree, supplied.figure) ??
      addToAnnex(tree, places, supplied.figure)
    if (figure) attach(figure, supplied)
    return !figure
  })
}

/** A figure, and the heading that it stands under. */
interface Places {
  readonly figures: readonly { readonly figure: Figure; readonly heading: Heading | undefined }[]
  readonly headings: readonly Heading[]
}

function placesOf(tree: Root): Places {
  const figures: { figure: Figure; heading: Heading | undefined }[] = []
  const headings: Heading[] = []
  walk(tree, (node) => {
    if (node.type === 'heading') headings.push(node)
    if (node.type === 'figure') figures.push({ figure: node, heading: headings.at(-1) })
    return undefined
  })
  return { figures, headings }
}

function findFigure({ figures }: Places, supplied: SuppliedImage): Figure | undefined {
  const free = figures.filter(({ figure }) => figure.children[0]?.type !== 'image')
  const label = fold(supplied.figure)
  const found =
    free.find(({ figure }) => figure.data?.address === supplied.file) ??
    free.find(({ figure }) => startsWithLabel(plainText(figure), label)) ??
    free.find(({ heading }) => heading?.data?.annex !== undefined && startsWithLabel(plainText(heading), label))
  if (found) return found.figure
  return /^[1-9]\d{0,5}$/.test(label) ? figures[Number(label) - 1]?.figure : undefined
}

function figureOfCaption(tree: Root, wanted: string): Figure | undefined {
  const label = fold(wanted)
  const at = tree.children.findIndex((node) => {
    if (node.type !== 'paragraph') return false
    const text = fold(plainText(node))
    return text.startsWith(label) && /^\s?[.:|–—-]/u.test(text.slice(label.length))
  })
  const caption = tree.children[at]
  if (caption?.type !== 'paragraph') return undefined
  const position = caption.position ? { position: caption.position } : {}
  const figure: Figure = { type: 'figure', children: [caption], data: { roles: ['caption'] }, ...position }
  tree.children[at] = figure
  return figure
}

function addToAnnex(tree: Root, { headings }: Places, wanted: string): Figure | undefined {
  const heading = headings.find((one) => one.data?.annex !== undefined && startsWithLabel(plainText(one), fold(wanted)))
  if (!heading || !tree.children.includes(heading)) return undefined
  const figure: Figure = { type: 'figure', children: [], data: { roles: [] } }
  tree.children.splice(tree.children.indexOf(heading) + 1, 0, figure)
  return figure
}

function attach(figure: Figure, { file, alt, credit }: SuppliedImage): void {
  const image: Image = { type: 'image', url: file, alt }
  figure.children.unshift(image)
  if (!credit || plainText(figure).includes(credit)) return
  figure.children.push({ type: 'paragraph', children: [{ type: 'text', value: credit }] })
  figure.data = { ...figure.data, roles: [...(figure.data?.roles ?? []), 'credit'] }
}

function startsWithLabel(text: string, label: string): boolean {
  const folded = fold(text)
  return folded.startsWith(label) && !/^[\p{L}\p{N}]/u.test(folded.slice(label.length))
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
