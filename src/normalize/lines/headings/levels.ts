import type { Heading } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { follows, type HeadingNumber, headingNumbers } from '../../evidence/numbering.ts'

/** Depth of a heading in markdown: 1 to 6. */
export type Depth = Heading['depth']

/** A block that may be a heading. */
export interface Candidate {
  /** Index of the block. */
  readonly at: number
  readonly lines: readonly Line[]
  readonly text: string
  /** Whether there is more room above it than above paragraphs. */
  readonly standsApart: boolean
  /** The number that goes on a row. */
  readonly number?: HeadingNumber
  /** Label of the annex that it begins. */
  readonly annex?: string
}

/** Gives each candidate the number that goes on a row; numbers that go on none are no evidence. */
export function numbered(candidates: readonly Candidate[]): Candidate[] {
  const rows = new Map<string, readonly number[]>()
  const all = new Set(
    candidates.flatMap(({ text }) => headingNumbers(text).map(({ scheme, path }) => `${scheme} ${path.join('.')}`)),
  )
  let decimals: readonly number[] | undefined
  return candidates.map((candidate) => {
    for (const number of headingNumbers(candidate.text)) {
      const isDecimal = number.scheme.startsWith('#')
      const before = isDecimal ? decimals : rows.get(number.scheme)
      // An extract begins with any number, if the next one is found too.
      const begins = before === undefined && !isDecimal && all.has(`${number.scheme} ${(number.path[0] ?? 0) + 1}`)
      if (!begins && !goesOn(before, number.path)) continue
      if (isDecimal) decimals = number.path
      else rows.set(number.scheme, number.path)
      return { ...candidate, number }
    }
    return candidate
  })
}

/** A row goes on, or starts again at 1 (letters do in each section). */
function goesOn(before: readonly number[] | undefined, path: readonly number[]): boolean {
  if (path.length === 1 && path[0] === 1) return true
  if (follows(before, path)) return true
  // A heading between them may have been lost: the next but one still belongs to the row.
  const last = path.length - 1
  const skipped = [...path.slice(0, last), (path[last] ?? 0) - 1]
  return before !== undefined && (follows(before, skipped) || follows(before.slice(0, -1), path))
}

/** Depths by the numbering schemes in the order in which they appear; the title is 1. */
export function depthsOf(accepted: readonly Candidate[]): Map<Candidate, Depth> {
  const depths = new Map<Candidate, Depth>()
  const order: string[] = []
  for (const { number } of accepted) {
    const family = number && !number.scheme.startsWith('#') ? number.scheme : undefined
    if (family && !order.includes(family)) order.push(family)
  }
  const words = order.some((scheme) => scheme.endsWith(' #'))
  for (const candidate of accepted) {
    const { number, annex } = candidate
    let depth = words && annex === undefined && order.length > 0 && candidate !== accepted[0] ? 3 : 2
    if (number) depth = number.scheme.startsWith('#') ? 1 + number.path.length : 2 + order.indexOf(number.scheme)
    depths.set(candidate, clamp(depth))
  }
  return depths
}

function clamp(depth: number): Depth {
  return Math.min(6, Math.max(2, depth)) as Depth
}
