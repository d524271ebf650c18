import { partitionPoint } from '../../partition-point.ts'
import { tagAt } from './sfnt.ts'

/*
 * What GSUB and GPOS have in common: scripts lead to features, features to lookups, and a lookup's subtables name the
 * glyphs that they are about by coverage and by class (OpenType 1.9, "OpenType Layout Common Table Formats").
 */

/** One lookup: what kind of rule it is, and where its subtables are. */
export interface Lookup {
  readonly type: number
  /** Offsets of the subtables in the table; extension subtables are already followed. */
  readonly subtables: readonly number[]
}

/** The features that a script has by default, and their lookups' numbers. */
export type FeatureLookups = ReadonlyMap<string, readonly number[]>

/** Features of a script (its default language), of the default script when the font does not know it. */
export function featuresOf(table: DataView, script: string): FeatureLookups {
  const language = defaultLanguage(table, script)
  const features = new Map<string, number[]>()
  if (language === undefined) return features
  const list = table.getUint16(6)
  const required = table.getUint16(language + 2)
  const indices = required === 0xffff ? [] : [required]
  for (let n = 0; n < table.getUint16(language + 4); n++) indices.push(table.getUint16(language + 6 + 2 * n))
  for (const index of indices) {
    const record = list + 2 + index * 6
    const feature = list + table.getUint16(record + 4)
    const lookups: number[] = []
    for (let n = 0; n < table.getUint16(feature + 2); n++) lookups.push(table.getUint16(feature + 4 + 2 * n))
    features.set(tagAt(table, record), lookups)
  }
  return features
}

function defaultLanguage(table: DataView, script: string): number | undefined {
  const list = table.getUint16(4)
  const offsets = new Map<string, number>()
  for (let index = 0; index < table.getUint16(list); index++) {
    const record = list + 2 + index * 6
    offsets.set(tagAt(table, record), list + table.getUint16(record + 4))
  }
  const at = [script, 'DFLT', 'dflt', 'latn'].map((tag) => offsets.get(tag)).find((offset) => offset !== undefined)
  if (at === undefined) return undefined
  const language = table.getUint16(at)
  return language === 0 ? undefined : at + language
}

/** Reads one lookup. `extension` is the type that stands for a subtable somewhere else: 7 in GSUB, 9 in GPOS. */
export function lookupAt(table: DataView, index: number, extension: number): Lookup {
  const list = table.getUint16(8)
  const at = list + table.getUint16(list + 2 + 2 * index)
  let type = table.getUint16(at)
  const subtables: number[] = []
  for (let n = 0; n < table.getUint16(at + 4); n++) {
    let subtable = at + table.getUint16(at + 6 + 2 * n)
    if (table.getUint16(at) === extension) {
      type = table.getUint16(subtable + 2)
      subtable += table.getUint32(subtable + 4)
    }
    subtables.push(subtable)
  }
  return { type, subtables }
}

/** Place of a glyph in a coverage table; -1 when it is not there. */
export function coverageIndex(table: DataView, at: number, glyph: number): number {
  const ranges = table.getUint16(at) === 2
  const size = ranges ? 6 : 2
  const count = table.getUint16(at + 2)
  const lastOf = ranges ? 2 : 0
  const index = partitionPoint(count, (one) => table.getUint16(at + 4 + one * size + lastOf) < glyph)
  const entry = at + 4 + index * size
  const first = index < count ? table.getUint16(entry) : glyph + 1
  if (glyph < first) return -1
  return ranges ? table.getUint16(entry + 4) + glyph - first : index
}

/** Class of a glyph in a class definition table; 0 when it has none. */
export function classOf(table: DataView, at: number, glyph: number): number {
  if (table.getUint16(at) === 1) {
    const index = glyph - table.getUint16(at + 2)
    return index >= 0 && index < table.getUint16(at + 4) ? table.getUint16(at + 6 + 2 * index) : 0
  }
  const count = table.getUint16(at + 2)
  const index = partitionPoint(count, (one) => table.getUint16(at + 4 + one * 6 + 2) < glyph)
  const entry = at + 4 + index * 6
  return index < count && table.getUint16(entry) <= glyph ? table.getUint16(entry + 4) : 0
}
