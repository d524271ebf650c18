import { inflateSync } from 'node:zlib'
import { partitionPoint } from '../../partition-point.ts'

/*
 * Reads the tables of a font file that the setting of ordinary words needs. `fontkit` can do all of this and more, but
 * shapes some 7,000 words a second; these tables read directly give a few hundred thousand.
 */

/** The tables of a font file by tag. A table of a WOFF file is unpacked when it is first asked for. */
export interface Sfnt {
  /** The table; undefined when the font has none of that name. */
  table(tag: string): DataView | undefined
}

const woff = 0x774f4646

/** Opens a TrueType, OpenType or WOFF file; throws when it is none of these. */
export function openSfnt(bytes: Uint8Array): Sfnt {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWoff = file.byteLength > 44 && file.getUint32(0) === woff
  const count = file.byteLength > 12 ? file.getUint16(isWoff ? 12 : 4) : 0
  const entrySize = isWoff ? 20 : 16
  const start = isWoff ? 44 : 12
  if (count === 0 || start + count * entrySize > file.byteLength) throw new TypeError('Not a font file')
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index++) {
    const at = start + index * entrySize
    const offset = file.getUint32(at + (isWoff ? 4 : 8))
    const packed = file.getUint32(at + (isWoff ? 8 : 12))
    const length = isWoff ? file.getUint32(at + 12) : packed
    entries.set(tagAt(file, at), { offset, packed, length })
  }
  const tables = new Map<string, DataView | undefined>()
  return {
    table(tag) {
      if (!tables.has(tag)) tables.set(tag, readTable(bytes, entries.get(tag)))
      return tables.get(tag)
    },
  }
}

interface Entry {
  readonly offset: number
  /** Length in the file, and unpacked. */
  readonly packed: number
  readonly length: number
}

function readTable(bytes: Uint8Array, entry: Entry | undefined): DataView | undefined {
  if (!entry) return undefined
  const stored = bytes.subarray(entry.offset, entry.offset + entry.packed)
  const plain = entry.packed < entry.length ? inflateSync(stored) : stored
  return new DataView(plain.buffer, plain.byteOffset, plain.byteLength)
}

/** The four letters at an offset. */
export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

/** Glyph of a code point by the `cmap` table; 0 when there is none. */
export function glyphFinder(cmap: DataView): (codePoint: number) => number {
  const table = bestSubtable(cmap)
  if (!table) return () => 0
  const { at, format } = table
  return format === 12
    ? (codePoint) => findInGroups(cmap, at, codePoint)
    : (codePoint) => findInSegments(cmap, at, codePoint)
}

/** The Unicode subtable that has most: format 12 before format 4. */
function bestSubtable(cmap: DataView): { at: number; format: number } | undefined {
  let best: { at: number; format: number } | undefined
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const platform = cmap.getUint16(4 + index * 8)
    const at = cmap.getUint32(8 + index * 8)
    const format = cmap.getUint16(at)
    const isUnicode = platform === 0 || platform === 3
    if (isUnicode && (format === 12 || format === 4) && format > (best?.format ?? 0)) best = { at, format }
  }
  return best
}

function findInGroups(cmap: DataView, table: number, codePoint: number): number {
  const count = cmap.getUint32(table + 12)
  const group = partitionPoint(count, (one) => cmap.getUint32(table + 20 + one * 12) < codePoint)
  const at = table + 16 + group * 12
  if (group === count || cmap.getUint32(at) > codePoint) return 0
  return cmap.getUint32(at + 8) + codePoint - cmap.getUint32(at)
}

function findInSegments(cmap: DataView, table: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0
  const twice = cmap.getUint16(table + 6)
  // The last segment ends at U+FFFF.
  const low = partitionPoint(twice / 2 - 1, (one) => cmap.getUint16(table + 14 + 2 * one) < codePoint)
  const start = cmap.getUint16(table + 16 + twice + 2 * low)
  if (codePoint < start) return 0
  const delta = cmap.getUint16(table + 16 + 2 * twice + 2 * low)
  const rangeAt = table + 16 + 3 * twice + 2 * low
  const range = cmap.getUint16(rangeAt)
  if (range === 0) return (codePoint + delta) & 0xffff
  const glyph = cmap.getUint16(rangeAt + range + 2 * (codePoint - start))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}

/** PostScript name by the `name` table; empty when the font has none. */
export function postScriptName(name: DataView): string {
  const strings = name.getUint16(4)
  for (let index = 0; index < name.getUint16(2); index++) {
    const at = 6 + index * 12
    if (name.getUint16(at + 6) !== 6) continue
    const wide = name.getUint16(at) !== 1
    let text = ''
    for (let byte = wide ? 1 : 0; byte < name.getUint16(at + 8); byte += wide ? 2 : 1) {
      text += String.fromCharCode(name.getUint8(strings + name.getUint16(at + 10) + byte))
    }
    return text
  }
  return ''
}
