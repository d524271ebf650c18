import type { Group, Item } from '../style/item.ts'
import { setEntry } from './entry.ts'
import { setFigure } from './figure.ts'
import { findFloats, type Galley, groupOf, isAnnouncement } from './floats.ts'
import type { GalleySettings } from './settings.ts'
import { changed, type Strip, stripOf } from './strip.ts'
import { setTable } from './table.ts'
import { setText } from './text.ts'

/** What it costs to divide something that could move instead. */
const dividedFloat = 800

/** What it costs to begin a page with a list or text that the text before has announced with a colon. */
const announced = 800

/** How many lines of its caption stay with a picture. */
const captionLines = 2

/** Sets items into one long column of strips, with the white space and the page breaks that they ask for. */
export function setGalley(items: readonly Item[], settings: GalleySettings): Galley {
  const strips: Strip[] = []
  const starts: number[] = []
  let space = 0
  // How many strips are still bound to the heading above, and whether the last item was one.
  let bound = 0
  let afterHeading = false
  let newPage = false
  // Where the caption begins that belongs to the next item.
  let captionAt: number | undefined
  // What lies on its side, with all that belongs to it.
  let turned: Group | undefined
  let group: Group | undefined
  let before: Item | undefined
  for (const item of items) {
    starts.push(strips.length)
    if (item.kind === 'page') {
      newPage = true
      continue
    }
    const belongs = turned !== undefined && groupOf(item) === turned
    const made = belongs ? onItsSide(setItem(item, settings)) : setItem(item, settings)
    const first = made[0]
    if (!first) continue
    const isHeading = item.kind === 'text' && item.keep > 0
    // A caption of one line binds nothing of the text after it.
    if (group && groupOf(item) !== group) bound = 0
    group = groupOf(item)
    if (belongs) newPage = false
    if (newPage || (isHeading && !afterHeading)) bound = 0
    if (first.landscape && captionAt !== undefined) turn(strips, captionAt)
    captionAt = item.kind === 'text' && item.tag?.role === 'Caption' && isHeading ? strips.length : undefined
    const onNewPage = newPage || (first.landscape && !strips.at(-1)?.landscape)
    const penalty = first.penalty + (isText(item) && isAnnouncement(before) ? announced : 0)
    made[0] = changed(first, { penalty, before: item.kind === 'space' ? 0 : Math.max(space, item.before) })
    before = item
    for (let index = 0; index < made.length; index++) {
      const strip = made[index]
      if (strip) strips.push(index < bound ? changed(strip, { penalty: Infinity }) : strip)
    }
    if (onNewPage) strips[strips.length - made.length] = changed(made[0], { penalty: -Infinity })
    space = item.kind === 'space' ? 0 : item.after
    bound = keptAfter(item) || Math.max(0, bound - made.length)
    afterHeading = isHeading
    newPage = first.landscape
    turned = newPage ? groupOf(item) : undefined
  }
  const floats = findFloats(items, strips, starts, settings)
  for (const { from, to, landscape } of floats.values()) {
    if (landscape) joinAround(strips, from, to)
    for (let at = from + 1; at < to; at++) {
      const strip = strips[at]
      if (strip) strips[at] = changed(strip, { penalty: strip.penalty + dividedFloat })
    }
  }
  return { strips, floats }
}

/** Whether an item is neither a table or figure nor its caption, which better stand overleaf than in two pieces. */
function isText(item: Item): boolean {
  return item.kind === 'text' && item.tag?.role !== 'Caption'
}

/** How many strips of what follows stay with an item. */
function keptAfter(item: Item): number {
  if (item.kind === 'figure') return captionLines
  return item.kind === 'text' || item.kind === 'table' ? (item.keep ?? 0) : 0
}

function onItsSide(strips: readonly Strip[]): Strip[] {
  return strips.map((strip) => changed(strip, { landscape: true }))
}

/** Moves a caption to its table's page, which lies on its side. */
function turn(strips: Strip[], from: number): void {
  for (const [index, strip] of strips.slice(from).entries()) {
    strips[from + index] = changed(strip, { landscape: true, penalty: index === 0 ? -Infinity : Infinity })
  }
}

/** The text goes on around a table that waits for a page of its own. */
function joinAround(strips: Strip[], from: number, to: number): void {
  for (const at of [from, to]) {
    const strip = strips[at]
    if (strip?.penalty === -Infinity) strips[at] = changed(strip, { penalty: 0 })
  }
}

function setItem(item: Exclude<Item, { kind: 'page' }>, settings: GalleySettings): Strip[] {
  switch (item.kind) {
    case 'text':
      return setText(item, settings)
    case 'table':
      return setTable(item, settings)
    case 'figure':
      return setFigure(item, settings)
    case 'entry':
      return setEntry(item, settings)
    case 'space':
      return [emptyStrip(item.height)]
  }
}

function emptyStrip(height: number): Strip {
  return stripOf({ height, penalty: 0, snap: false, fragments: [], notes: [], anchors: [] })
}
