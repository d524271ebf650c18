import type { Float, Galley } from '../galley/floats.ts'
import type { Strip } from '../galley/strip.ts'
import type { PagePlan } from './breaks.ts'

/** A strip of a page's body. */
export interface BodyStrip {
  readonly strip: Strip
  /** White space above it, in points, when it is not the first on the page. */
  readonly before: number
  /** The floats that come before it in the order of reading, but stand at the foot or on a later page. */
  readonly moved: readonly Float[]
}

/**
 * The strips of a page from top to bottom: floats from earlier pages, the head of a table that goes on, then the text
 * with the floats that stay in it. What is at its foot comes after.
 */
export function bodyOf({ from, to, floats, feet, moved }: PagePlan, galley: Galley): BodyStrip[] {
  const { strips } = galley
  const body: BodyStrip[] = []
  let least = 0
  const add = (strip: Strip, before: number, waiting: readonly Float[] = []): void => {
    body.push({ strip, before: Math.max(least, before), moved: waiting })
    least = 0
  }
  for (const float of floats) {
    for (const strip of strips.slice(float.from, float.to)) add(strip, strip.before)
    least = float.after
  }
  for (const strip of to > from ? (strips[from]?.repeat ?? []) : []) add(strip, strip.before)
  let waiting: Float[] = []
  for (let at = from; at < to; at++) {
    const float = galley.floats.get(at)
    if (float && (moved.includes(float) || feet.includes(float))) {
      waiting.push(float)
      at = float.to - 1
      continue
    }
    const strip = strips[at]
    if (strip) add(strip, waiting.at(-1)?.closed ?? strip.before, waiting)
    waiting = []
  }
  return body
}

/** The strips of the floats at the foot of a page, from top to bottom. */
export function feetOf({ feet }: PagePlan, { strips }: Galley): BodyStrip[] {
  return feet.flatMap((float, index) => {
    const least = feet[index - 1]?.after ?? 0
    return strips.slice(float.from, float.to).map((strip, at) => {
      return { strip, before: at === 0 ? Math.max(least, strip.before) : strip.before, moved: [] }
    })
  })
}

/** Whether a page lies on its side: tables that are too wide for an upright one have pages of their own. */
export function isOnItsSide({ from, to, floats }: PagePlan, galley: Galley): boolean {
  const [first] = floats
  if (first) return first.landscape === true
  return to > from && galley.strips[from]?.landscape === true && !galley.floats.has(from)
}
