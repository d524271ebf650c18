import { coverageIndex, type Lookup } from './lookups.ts'

/** GSUB lookup types that are handled here. */
export const single = 1
export const ligature = 4

/** A row of glyphs and, for each, the characters that it stands for. */
export interface GlyphRow {
  readonly glyphs: number[]
  readonly codePoints: (readonly number[])[]
}

/** Applies one lookup, single or ligature substitution, along the row. */
export function substitute(gsub: DataView, lookup: Lookup, row: GlyphRow): void {
  for (let at = 0; at < row.glyphs.length; at++) {
    for (const subtable of lookup.subtables) {
      const index = coverageIndex(gsub, subtable + gsub.getUint16(subtable + 2), row.glyphs[at] ?? 0)
      if (index < 0) continue
      if (lookup.type === ligature && !joinLigature(gsub, ligatureSet(gsub, subtable, index), row, at)) continue
      if (lookup.type === single) row.glyphs[at] = replacement(gsub, subtable, index, row.glyphs[at] ?? 0)
      break
    }
  }
}

function replacement(gsub: DataView, subtable: number, index: number, glyph: number): number {
  if (gsub.getUint16(subtable) === 1) return (glyph + gsub.getInt16(subtable + 4)) & 0xffff
  return gsub.getUint16(subtable + 6 + 2 * index)
}

/** Where the ligatures are that begin with a glyph, by its number in the coverage table. */
function ligatureSet(gsub: DataView, subtable: number, index: number): number {
  return subtable + gsub.getUint16(subtable + 6 + 2 * index)
}

/** Tries the ligatures that begin with the glyph, longest first as the font has them. */
function joinLigature(gsub: DataView, set: number, row: GlyphRow, at: number): boolean {
  for (let n = 0; n < gsub.getUint16(set); n++) {
    const entry = set + gsub.getUint16(set + 2 + 2 * n)
    const count = gsub.getUint16(entry + 2)
    let matches = at + count <= row.glyphs.length
    for (let part = 1; matches && part < count; part++) {
      matches = row.glyphs[at + part] === gsub.getUint16(entry + 4 + 2 * (part - 1))
    }
    if (!matches) continue
    row.glyphs.splice(at, count, gsub.getUint16(entry))
    row.codePoints.splice(at, count, row.codePoints.slice(at, at + count).flat())
    return true
  }
  return false
}
