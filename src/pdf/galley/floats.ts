import type { Group, Item } from '../style/item.ts'
import type { Tag } from '../style/tag.ts'
import type { Strip } from './strip.ts'

/** A figure or table with its caption, which may move from its place in the text: to the foot of its page, or to a later page. */
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
  /** Whether it is a table, which moves only out of need. */
  readonly table: boolean
  /** Set on a table that is too wide for an upright page: it waits for a page of its own that lies on its side. */
  readonly landscape?: true
}

/** Heights of the text block, in points. */
export interface PageHeights {
  readonly pageHeight: number
  /** The same of a page that lies on its side. */
  readonly wideHeight: number
}

/** Strips, and the floats among them by their first strip. */
export interface Galley {
  readonly strips: readonly Strip[]
  readonly floats: ReadonlyMap<number, Float>
}

/**
 * The floats of a galley; `starts` has the first strip of each item. Something that is higher than its page or is
 * announced by a colon stays where it is.
 */
export function findFloats(
  items: readonly Item[],
  strips: readonly Strip[],
  starts: readonly number[],
  heights: PageHeights,
): Map<number, Float> {
  const floats = new Map<number, Float>()
  const set: SetItems = { items, strips, starts }
  // The last item that does not float.
  let before: Item | undefined
  for (let at = 0; at < items.length; at++) {
    const span = spanAt(items, at)
    const float = span && floatOf(span, set, before, heights)
    if (span) at = span.last
    if (float) floats.set(float.from, float)
    else before = items[at]
  }
  return floats
}

/** Items, their strips, and the first strip of each. */
interface SetItems {
  readonly items: readonly Item[]
  readonly strips: readonly Strip[]
  readonly starts: readonly number[]
}

/** The items that float together. */
interface Span {
  readonly first: number
  readonly last: number
  readonly group: Group
}

/** A figure or table with all that belongs to it. */
function spanAt(items: readonly Item[], at: number): Span | undefined {
  const group = groupOf(items[at])
  if (!group?.floats) return undefined
  let last = at
  while (groupOf(items[last + 1]) === group) last++
  return { first: at, last, group }
}

/** What an item stands together with. */
export function groupOf(item: Item | undefined): Group | undefined {
  return item && 'group' in item ? item.group : undefined
}

function floatOf(
  { first, last, group: { tag, table } }: Span,
  { items, strips, starts }: SetItems,
  before: Item | undefined,
  { pageHeight, wideHeight }: PageHeights,
): Float | undefined {
  const from = starts[first] ?? 0
  const to = starts[last + 1] ?? strips.length
  const own = strips.slice(from, to)
  const height = stripsHeight(own)
  const landscape = own.every((strip) => strip.landscape)
  const stays = !landscape && own.some((strip) => strip.landscape || strip.penalty === -Infinity)
  if (height > (landscape ? wideHeight : pageHeight) || stays || isAnnouncement(before)) return undefined
  const bound = before?.kind === 'text' ? before.keep : 0
  const closed = Math.max(spaceOf(before).after, spaceOf(items[last + 1]).before)
  const float = { from, to, after: spaceOf(items[last]).after, closed, bound, tag, table }
  return landscape ? { ...float, landscape } : float
}

/** Height of some strips at the head of a page. */
function stripsHeight(strips: readonly Strip[]): number {
  return strips.reduce((sum, { before, height }, index) => sum + height + (index === 0 ? 0 : before), 0)
}

/** Whether a paragraph ends with a colon: what follows stands right under it. */
export function isAnnouncement(item: Item | undefined): boolean {
  return item?.kind === 'text' && item.runs.at(-1)?.text.trimEnd().endsWith(':') === true
}

function spaceOf(item: Item | undefined): { readonly before: number; readonly after: number } {
  return item === undefined || item.kind === 'space' || item.kind === 'page' ? { before: 0, after: 0 } : item
}
