import { coverageIndex, type Lookup } from './lookups.ts'

/** Type of a chaining contextual lookup: 6 in GSUB, 8 in GPOS. */
export const chaining = { gsub: 6, gpos: 8 } as const

/**
 * Whether a chaining contextual lookup has anything to do in a row of glyphs. Such lookups are not carried out here:
 * a word that needs one goes to the full shaper, and most words need none.
 */
export function contextApplies(table: DataView, lookup: Lookup, glyphs: readonly number[]): boolean {
  return lookup.subtables.some((subtable) => {
    if (table.getUint16(subtable) !== 3) return true
    for (let at = 0; at < glyphs.length; at++) if (matchesAt(table, subtable, glyphs, at)) return true
    return false
  })
}

/** Whether a row that the lookup is about can begin with the glyph. */
export function beginsContext(table: DataView, lookup: Lookup, glyph: number): boolean {
  return lookup.subtables.some((subtable) => {
    if (table.getUint16(subtable) !== 3) return true
    const input = subtable + 4 + 2 * table.getUint16(subtable + 2)
    return coverageIndex(table, subtable + table.getUint16(input + 2), glyph) >= 0
  })
}

/** Format 3: a row of coverage tables before the glyph (read backwards), one from it on, one after those. */
function matchesAt(table: DataView, subtable: number, glyphs: readonly number[], at: number): boolean {
  const backward = subtable + 2
  const input = backward + 2 + 2 * table.getUint16(backward)
  const forward = input + 2 + 2 * table.getUint16(input)
  const covers = (list: number, from: number, step: 1 | -1) => coversRow({ table, subtable, list }, glyphs, from, step)
  return covers(input, at, 1) && covers(backward, at - 1, -1) && covers(forward, at + table.getUint16(input), 1)
}

/** A row of coverage tables: where its list is, and the subtable that their places count from. */
interface CoverageRow {
  readonly table: DataView
  readonly subtable: number
  readonly list: number
}

function coversRow(
  { table, subtable, list }: CoverageRow,
  glyphs: readonly number[],
  from: number,
  step: 1 | -1,
): boolean {
  for (let n = 0; n < table.getUint16(list); n++) {
    const glyph = glyphs[from + n * step]
    const coverage = subtable + table.getUint16(list + 2 + 2 * n)
    if (glyph === undefined || coverageIndex(table, coverage, glyph) < 0) return false
  }
  return true
}
