import type { Item } from '../style/item.ts'
import type { Tag } from '../style/tag.ts'
import type { Strip } from './strip.ts'

/** A figure or table with its caption, which may move to the head of a later page than the one of its place in the text. */
export interface Float {
  /** Its first strip, and the one after its last. */
  readonly from: number
  readonly to: number
  /** Least white space under it at the head of a page, in points. */
  readonly after: number
  /** White space above the strip after it when it has moved away, in points. */
  readonly closed: number
  /** How many of the strips after it stay with what is before it when it has moved away: what follows a heading. */
  readonly bound: number
  /** Keeps its place in the order of reading, wherever it stands. */
  readonly tag: Tag
}

/** Strips, and the floats among them by their first strip. */
export interface Galley {
  readonly strips: readonly Strip[]
  readonly floats: ReadonlyMap<number, Float>
}

/**
 * The floats of a galley; `starts` has the first strip of each item. Something that is higher than `tallest`, lies on
 * its side or is announced by a colon stays where it is.
 */
export function findFloats(
  items: readonly Item[],
  strips: readonly Strip[],
  starts: readonly number[],
  tallest: number,
): Map<number, Float> {
  const floats = new Map<number, Float>()
  // The last item that does not float.
  let before: Item | undefined
  for (let at = 0; at < items.length; at++) {
    const group = groupAt(items, at)
    const float = group && floatOf(group, items, strips, starts, before, tallest)
    if (group) at = group.last
    if (float) floats.set(float.from, float)
    else before = items[at]
  }
  return floats
}

/** The items that float together. */
interface Group {
  readonly first: number
  readonly last: number
  readonly tag: Tag
}

/** A figure and its caption, or a caption and its table. */
function groupAt(items: readonly Item[], at: number): Group | undefined {
  const item = items[at]
  if (item?.kind === 'figure' && item.floats) {
    return { first: at, last: isCaption(items[at + 1]) ? at + 1 : at, tag: item.tag }
  }
  const last = isCaption(item) ? at + 1 : at
  const table = items[last]
  return table?.kind === 'table' && table.floats && table.tag ? { first: at, last, tag: table.tag } : undefined
}

function isCaption(item: Item | undefined): boolean {
  return item?.kind === 'text' && item.tag?.role === 'Caption'
}

function floatOf(
  { first, last, tag }: Group,
  items: readonly Item[],
  strips: readonly Strip[],
  starts: readonly number[],
  before: Item | undefined,
  tallest: number,
): Float | undefined {
  const from = starts[first] ?? 0
  const to = starts[last + 1] ?? strips.length
  const own = strips.slice(from, to)
  const height = stripsHeight(own)
  const stays = own.some((strip) => strip.landscape || strip.penalty === -Infinity)
  if (height > tallest || stays || isAnnouncement(before)) return undefined
  const bound = before?.kind === 'text' ? before.keep : 0
  const closed = Math.max(spaceOf(before).after, spaceOf(items[last + 1]).before)
  return { from, to, after: spaceOf(items[last]).after, closed, bound, tag }
}

/** Height of some strips at the head of a page. */
function stripsHeight(strips: readonly Strip[]): number {
  return strips.reduce((sum, { before, height }, index) => sum + height + (index === 0 ? 0 : before), 0)
}

/** Whether a paragraph ends with a colon: what follows must stand right under it. */
function isAnnouncement(item: Item | undefined): boolean {
  return item?.kind === 'text' && /:\s*$/.test(item.runs.at(-1)?.text ?? '')
}

function spaceOf(item: Item | undefined): { readonly before: number; readonly after: number } {
  return item === undefined || item.kind === 'space' || item.kind === 'page' ? { before: 0, after: 0 } : item
}
