import { partitionPoint } from '../../partition-point.ts'
import { classOf, coverageIndex, type Lookup } from './lookups.ts'

/** GPOS lookup type that is handled here: adjustment of pairs. */
export const pair = 2

const xAdvance = 4

/** How far a pair of glyphs is kerned, in font units, by a row of lookups; the first subtable that has the pair decides. */
export function kernOf(gpos: DataView, lookups: readonly Lookup[], left: number, right: number): number {
  let sum = 0
  for (const lookup of lookups) {
    for (const subtable of lookup.subtables) {
      const index = coverageIndex(gpos, subtable + gpos.getUint16(subtable + 2), left)
      if (index < 0) continue
      const byGlyph = gpos.getUint16(subtable) === 1
      const value = byGlyph ? pairByGlyph(gpos, subtable, index, right) : pairByClass(gpos, subtable, left, right)
      if (value === undefined) continue
      sum += value
      break
    }
  }
  return sum
}

/** Format 1: for each left glyph a list of right glyphs. */
function pairByGlyph(gpos: DataView, subtable: number, index: number, right: number): number | undefined {
  const set = subtable + gpos.getUint16(subtable + 10 + 2 * index)
  const size = 2 + valueSize(gpos, subtable + 4) + valueSize(gpos, subtable + 6)
  const count = gpos.getUint16(set)
  const found = partitionPoint(count, (one) => gpos.getUint16(set + 2 + one * size) < right)
  const record = set + 2 + found * size
  if (found === count || gpos.getUint16(record) !== right) return undefined
  return advanceIn(gpos, gpos.getUint16(subtable + 4), record + 2)
}

/** Format 2: a table of left and right classes. */
function pairByClass(gpos: DataView, subtable: number, left: number, right: number): number | undefined {
  const size = valueSize(gpos, subtable + 4) + valueSize(gpos, subtable + 6)
  const first = classOf(gpos, subtable + gpos.getUint16(subtable + 8), left)
  const second = classOf(gpos, subtable + gpos.getUint16(subtable + 10), right)
  const record = subtable + 16 + (first * gpos.getUint16(subtable + 14) + second) * size
  return advanceIn(gpos, gpos.getUint16(subtable + 4), record)
}

function valueSize(gpos: DataView, formatAt: number): number {
  return 2 * bitsIn(gpos.getUint16(formatAt))
}

function bitsIn(format: number): number {
  let count = 0
  for (let rest = format; rest > 0; rest >>= 1) count += rest & 1
  return count
}

function advanceIn(gpos: DataView, format: number, value: number): number {
  if ((format & xAdvance) === 0) return 0
  return gpos.getInt16(value + 2 * bitsIn(format & (xAdvance - 1)))
}
