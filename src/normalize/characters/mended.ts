import type { RuleId } from '../../diagnostics/rules.ts'
import { partitionPoint } from '../../partition-point.ts'

/** A stretch of a text whose characters are damaged, and what they must have been. Places count in the text looked at. */
export interface Mend {
  readonly start: number
  readonly end: number
  readonly after: string
  readonly evidence: string
  /** How sure that is, 0 to 1. */
  readonly confidence: number
}

/** A mend that was made: where it stands in the source, and from where on its result stands in the mended text. */
export interface MadeMend extends Mend {
  readonly rule: RuleId
  readonly at: number
}

/** A text some of whose characters are mended, and the way back from it to the source. */
export interface MendedText {
  readonly source: string
  readonly text: string
  /** In the order of the text; no two touch the same character of the source. */
  readonly mends: readonly MadeMend[]
}

/** A mended text, and how much was said about it before the rules on lines began to count in it. */
export interface Mending extends MendedText {
  /** Messages on the file that count in the source. */
  readonly messages: number
  /** Doubtful places on the file that count in the source. */
  readonly doubts: number
}

/** A text as it came. */
export function unmended(source: string): MendedText {
  return { source, text: source, mends: [] }
}

/** The text with more of it mended. `mends` count in `text.text`, are in its order and do not overlap. */
export function withMends(text: MendedText, rule: RuleId, mends: readonly Mend[]): MendedText {
  if (mends.length === 0) return text
  const untouched: MadeMend[] = []
  const wider: MadeMend[] = []
  let next = 0
  for (const mend of mends) {
    while (text.mends[next] && endOf(text.mends[next]) <= mend.start) untouched.push(...text.mends.slice(next, ++next))
    let { start, end, after } = mend
    for (let old = text.mends[next]; old && old.at < mend.end; old = text.mends[++next]) {
      // What another mend has made is mended whole, so that one stretch of the source has one mend.
      after = text.text.slice(Math.min(old.at, start), start) + after + text.text.slice(end, Math.max(endOf(old), end))
      start = Math.min(start, old.at)
      end = Math.max(end, endOf(old))
    }
    wider.push({ ...mend, rule, after, ...placeInSource(text, start, end), at: 0 })
  }
  untouched.push(...text.mends.slice(next))
  return laidOut(
    text.source,
    [...untouched, ...wider].toSorted((left, right) => left.start - right.start),
  )
}

/** Where a stretch of the mended text stands in the source. What was removed at its ends is no part of it. */
export function placeInSource(text: MendedText, start: number, end: number): { start: number; end: number } {
  const from = offsetInSource(text, start, 'start')
  return { start: from, end: Math.max(from, offsetInSource(text, end, 'end')) }
}

/** Offset in the source of an offset in the mended text: of what begins there, or of what ends there. */
export function offsetInSource({ mends }: MendedText, offset: number, side: 'start' | 'end'): number {
  const behind = partitionPoint(mends.length, (index) => isBefore(mends[index], offset, side))
  const inside = mends[behind]
  if (inside && inside.at < offset && offset < endOf(inside)) return side === 'start' ? inside.start : inside.end
  const last = mends[behind - 1]
  return last ? last.end + offset - endOf(last) : offset
}

function isBefore(mend: MadeMend | undefined, offset: number, side: 'start' | 'end'): boolean {
  if (!mend || endOf(mend) > offset) return false
  return mend.after !== '' || side === 'start' || mend.at < offset
}

function endOf(mend: MadeMend | undefined): number {
  return mend ? mend.at + mend.after.length : 0
}

function laidOut(source: string, mends: readonly MadeMend[]): MendedText {
  let text = ''
  let from = 0
  const placed = mends.map((mend) => {
    text += source.slice(from, mend.start)
    const at = text.length
    text += mend.after
    from = mend.end
    return { ...mend, at }
  })
  return { source, text: text + source.slice(from), mends: placed }
}
