import type { Line } from '../../../captured/line.ts'
import { pageNumberOf } from '../../../language/words/page-number.ts'

/**
 * The heads of facing pages in a text of few pages: where those of one side are known, and stand on its pages only, a
 * line that stands apart on each page of the other side, and on no other, is the head of that side.
 */
export function facingHeads(pages: readonly (readonly Line[])[], known: ReadonlySet<Line>): Line[] {
  const side = sideOf(pages, known)
  if (side === undefined) return []
  const others = pages.filter((_, at) => at % 2 !== side)
  if (others.length === 1) return besideNumber(others[0] ?? [])
  const counts = new Map<string, number>()
  for (const page of others) {
    for (const value of new Set(linesApart(page))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const elsewhere = new Set(pages.flatMap((page, at) => (at % 2 === side ? page.map(({ value }) => value) : [])))
  const heads = new Set([...counts].flatMap(([value, count]) => (count === others.length ? [value] : [])))
  return others.flatMap((page) => page.filter(({ value }) => heads.has(value) && !elsewhere.has(value)))
}

/** On the only page of a side, the line beside the page's number at the top. */
function besideNumber(page: readonly Line[]): Line[] {
  const [first, second, third] = page
  if (!first || !second || !third || (third.data?.blankBefore ?? 0) === 0) return []
  if (pageNumberOf(first.value) > 0 && (second.data?.blankBefore ?? 0) > 0) return [second]
  return pageNumberOf(second.value) > 0 && (second.data?.blankBefore ?? 0) > 0 ? [first] : []
}

/** The side that a known head stands on, and on no page of the other: 0 for the side of the first page. */
function sideOf(pages: readonly (readonly Line[])[], known: ReadonlySet<Line>): number | undefined {
  const places = new Map<string, number[]>()
  for (const [at, page] of pages.entries()) {
    for (const line of page) if (known.has(line)) add(places, line.value, at)
  }
  for (const at of places.values()) {
    if (at.length > 1 && new Set(at.map((page) => page % 2)).size === 1) return (at[0] ?? 0) % 2
  }
  return undefined
}

/** The lines of several words with blank lines, or the page's edge, above and below. */
function linesApart(page: readonly Line[]): string[] {
  return page.flatMap(({ value, data }, at) => {
    const above = at === 0 || (data?.blankBefore ?? 0) > 0
    const below = at === page.length - 1 || (page[at + 1]?.data?.blankBefore ?? 0) > 0
    return above && below && /\S\s+\S/.test(value) && /\p{L}{2}/u.test(value) ? [value] : []
  })
}

function add(places: Map<string, number[]>, value: string, at: number): void {
  const known = places.get(value)
  if (known) known.push(at)
  else places.set(value, [at])
}
