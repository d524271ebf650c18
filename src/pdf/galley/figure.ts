import type { FigureItem, Picture } from '../style/item.ts'
import { baselineOf } from '../style/sheet.ts'
import type { GalleySettings } from './settings.ts'
import { type Fragment, type Strip, stripOf } from './strip.ts'
import { lineFragment } from './text.ts'

/** Height of the empty frame that stands for a lost picture, in points. */
const frameHeight = 64

/** Points per pixel of a picture that is small enough to be printed at 150 pixels an inch. */
const pointsPerPixel = 72 / 150

/** Sets a picture, or the frame of a lost one. Its caption follows and stays on its page. */
export function setFigure(item: FigureItem, settings: GalleySettings): Strip[] {
  const width = settings.measure - item.left - item.right
  const { height, fragments } = item.image
    ? pictureIn(item, item.image, width, settings)
    : emptyFrame(item, width, settings)
  return [stripOf({ height, penalty: 0, snap: false, fragments, notes: [], anchors: item.anchors })]
}

function pictureIn(item: FigureItem, picture: Picture, room: number, settings: GalleySettings) {
  const { width: pixels, height: pixelsDown, bytes, orientation } = picture
  const natural = Math.min(room, Math.max(room / 2, pixels * pointsPerPixel))
  const width = Math.min(natural, (settings.tallest * pixels) / pixelsDown)
  const height = (width * pixelsDown) / pixels
  const fragment: Fragment = { kind: 'image', x: item.left, y: 0, width, height, bytes, orientation, tag: item.tag }
  return { height, fragments: [fragment] }
}

function emptyFrame(item: FigureItem, width: number, { typesetter }: GalleySettings) {
  const frame = { width, height: frameHeight, weight: 0.4, color: 'rule', frames: item.tag }
  const box: Fragment = { kind: 'rule', x: item.left, y: 0, ...frame }
  const y = (frameHeight - item.leading) / 2 + baselineOf(item.size, item.leading)
  const words = lineFragment(item.words, { x: 0, y }, item.tag, typesetter)
  const centred = { ...words, x: item.left + Math.max(0, (width - words.line.width) / 2) }
  return { height: frameHeight, fragments: [box, centred] }
}
