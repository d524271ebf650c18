import { partitionPoint } from '../../../partition-point.ts'
import { glue, type Items } from '../items.ts'

/*
 * A river is white that runs down through a paragraph: a space under a space under a space. Where it runs is known from
 * the items, before a line is set.
 */

/** A line that is tried: the items from `start` up to `end`. */
export interface TriedLine {
  readonly start: number
  readonly end: number
  /** Sum of the widths at which the line's edge is: an item's own sum less this is how far it stands from the edge. */
  readonly base: number
  /** Points that the line is too narrow by, and its ratio; both 0 where spaces keep their width. */
  readonly slack: number
  readonly ratio: number
}

/** The spaces of a line, as kept by `addRow`. */
export interface Row {
  readonly first: number
  readonly end: number
  /** Whether white comes down to some of them from the line above. */
  readonly goesOn: boolean
  /** How many of them are in the third line of their white or a further one. */
  readonly rivers: number
}

/** Share of the narrower of two spaces that has to be under the other one for white to come down. */
const overlap = 0.4

/** The spaces of a paragraph, and the rows of its lines. Its columns grow as they have to. */
export interface Rivers {
  readonly items: Items
  /** The setting of that name: says how much of a line's stretch is that of its spaces. */
  spaceStretch: number
  /** How many spaces the paragraph has, the item of each, and the widths of those before it in points. */
  spaces: number
  item: Int32Array
  width: Float64Array
  /** How many spaces are in rows, their edges in points, and in which line of their white they are, 3 for further ones. */
  used: number
  from: Float64Array
  to: Float64Array
  depth: Uint8Array
}

/** Room for the spaces of paragraphs whose items are in a list; begin each with `findSpaces`. */
export function createRivers(items: Items, capacity = 1024): Rivers {
  return {
    items,
    spaceStretch: 0,
    spaces: 0,
    item: new Int32Array(capacity),
    width: new Float64Array(capacity + 1),
    used: 0,
    from: new Float64Array(capacity),
    to: new Float64Array(capacity),
    depth: new Uint8Array(capacity),
  }
}

/** Finds the spaces of a paragraph, and forgets the rows of the one before. `spaceStretch` is the setting of that name. */
export function findSpaces(rivers: Rivers, spaceStretch: number): void {
  const { items } = rivers
  if (rivers.item.length < items.length) {
    rivers.item = new Int32Array(items.length * 2)
    rivers.width = new Float64Array(items.length * 2 + 1)
  }
  const { item, width } = rivers
  let spaces = 0
  for (let at = 0; at < items.length; at++) {
    if (items.kind[at] !== glue) continue
    item[spaces] = at
    width[spaces + 1] = (width[spaces] ?? 0) + (items.width[at + 1] ?? 0) - (items.width[at] ?? 0)
    spaces++
  }
  rivers.spaces = spaces
  rivers.spaceStretch = spaceStretch
  rivers.used = 0
}

/** How many spaces stand before an item. */
function spacesBefore({ item, spaces }: Rivers, at: number): number {
  return partitionPoint(spaces, (index) => (item[index] ?? 0) < at)
}

/** Rivers that come out of a line if it stands under a row. */
export function riversUnder(rivers: Rivers, above: Row, line: TriedLine): number {
  return above.goesOn ? deepen(rivers, above, place(rivers, line)) : 0
}

/** Keeps the spaces of a line. */
export function addRow(rivers: Rivers, above: Row | undefined, line: TriedLine): Row {
  const first = rivers.used
  const end = place(rivers, line)
  const deep = deepen(rivers, above, end)
  let goesOn = false
  for (let at = first; at < end; at++) if ((rivers.depth[at] ?? 0) > 1) goesOn = true
  rivers.used = end
  return { first, end, goesOn, rivers: deep }
}

/** Puts the spaces of a line behind the rows, as `setLine` will set them; gives back where they end. */
function place(rivers: Rivers, { start, end, base, slack, ratio }: TriedLine): number {
  const { items, item, width, spaceStretch, used } = rivers
  const first = spacesBefore(rivers, start)
  const count = spacesBefore(rivers, end) - first
  if (used + count > rivers.from.length) grow(rivers, used + count)
  const { from, to } = rivers
  const room = (width[first + count] ?? 0) - (width[first] ?? 0)
  const letters = Math.min(1, ratio)
  const stretch = (items.stretch[start] ?? 0) - spaceStretch * (width[first] ?? 0)
  const give = (items.stretch[end] ?? 0) - spaceStretch * (width[first + count] ?? 0) - stretch
  const share = room > 0 ? (slack - letters * give) / room : 0
  for (let index = 0; index < count; index++) {
    const space = first + index
    const at = item[space] ?? 0
    const left = width[space] ?? 0
    const given = letters * ((items.stretch[at] ?? 0) - spaceStretch * left - stretch)
    const x = (items.width[at] ?? 0) - base + given + share * (left - (width[first] ?? 0))
    from[used + index] = x
    to[used + index] = x + (1 + share) * ((width[space + 1] ?? 0) - left)
  }
  return used + count
}

/** Finds how far white comes down to the spaces up to `end`, which are behind the rows; gives back the rivers among them. */
function deepen({ from, to, depth, used }: Rivers, above: Row | undefined, end: number): number {
  let rivers = 0
  let over = above?.first ?? 0
  const last = above?.end ?? 0
  for (let at = used; at < end; at++) {
    const left = from[at] ?? 0
    const right = to[at] ?? 0
    let lines = 1
    while (over < last && (to[over] ?? 0) <= left) over++
    for (let other = over; other < last && (from[other] ?? 0) < right; other++) {
      const narrower = Math.min(right - left, (to[other] ?? 0) - (from[other] ?? 0))
      const common = Math.min(right, to[other] ?? 0) - Math.max(left, from[other] ?? 0)
      if (common >= overlap * narrower) lines = Math.max(lines, Math.min(3, (depth[other] ?? 0) + 1))
    }
    depth[at] = lines
    if (lines === 3) rivers++
  }
  return rivers
}

function grow(rivers: Rivers, least: number): void {
  const capacity = least * 2
  const { from, to, depth } = rivers
  rivers.from = new Float64Array(capacity)
  rivers.to = new Float64Array(capacity)
  rivers.depth = new Uint8Array(capacity)
  rivers.from.set(from)
  rivers.to.set(to)
  rivers.depth.set(depth)
}
