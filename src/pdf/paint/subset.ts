import type { Sfnt } from '../measure/sfnt.ts'

/*
 * Cuts a TrueType font down to some of its glyphs: the bytes of each are copied as they are, and only the numbers of the
 * parts of composite glyphs change (OpenType 1.9, "glyf"). The same bytes as fontkit's subset, which reads each point of
 * each outline on the way and takes a tenth of a second for the fonts of a dossier.
 */

/** The tables of an embedded font, in the order of the file (PDF 32000-1, 9.9); a font may do without the programs. */
const tags = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm'] as const

/** What a subset is made from; undefined when the outlines of the font are not TrueType's. */
export interface Outlines {
  readonly sfnt: Sfnt
  readonly glyf: DataView
  /** Start of a glyph in `glyf`; that of the next one is its end. */
  start(glyph: number): number
  /** The advance of a glyph in font units. */
  advance(glyph: number): number
  /** What `hmtx` says of a glyph: advance, and left side bearing as an unsigned number. */
  bearing(glyph: number): number
}

/** Finds the outlines of a font; undefined when they are not TrueType's. */
export function outlinesOf(sfnt: Sfnt): Outlines | undefined {
  const [head, hhea, loca, maxp, glyf, hmtx] = ['head', 'hhea', 'loca', 'maxp', 'glyf', 'hmtx'].map(sfnt.table)
  if (!head || !hhea || !loca || !maxp || !glyf || !hmtx) return undefined
  const isLong = head.getInt16(50) === 1
  const measured = hhea.getUint16(34)
  return {
    sfnt,
    glyf,
    start: (glyph) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)),
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, measured - 1)),
    // After the last advance there are bearings only.
    bearing: (glyph) => hmtx.getUint16(glyph < measured ? 4 * glyph + 2 : 2 * (measured + glyph)),
  }
}

/** The font with these glyphs, and those that they are composed of after them; `glyphs` grows by those. */
export function subsetOf(outlines: Outlines, glyphs: number[]): Uint8Array {
  const copies = copyGlyphs(outlines, glyphs)
  const long = outlines.sfnt.table('head')?.getInt16(50) === 1
  const made: Partial<Record<string, Uint8Array>> = {
    head: changed(outlines.sfnt, 'head', (head) => head.setUint16(44, head.getUint16(44) & 0x7f)),
    hhea: changed(outlines.sfnt, 'hhea', (hhea) => hhea.setUint16(34, glyphs.length)),
    maxp: changed(outlines.sfnt, 'maxp', (maxp) => maxp.setUint16(4, glyphs.length)),
    loca: locations(copies, long),
    glyf: Buffer.concat(copies),
    hmtx: metrics(outlines, glyphs),
  }
  return fontFile(
    tags.flatMap((tag) => {
      const table = made[tag] ?? changed(outlines.sfnt, tag, () => undefined)
      return table ? [{ tag, table }] : []
    }),
  )
}

function copyGlyphs({ glyf, start }: Outlines, glyphs: number[]): Uint8Array[] {
  const places = new Map<number, number>()
  // A glyph that has two meanings is there twice.
  for (const [place, glyph] of glyphs.entries()) if (!places.has(glyph)) places.set(glyph, place)
  const copies: Uint8Array[] = []
  for (let at = 0; at < glyphs.length; at++) {
    const glyph = glyphs[at] ?? 0
    const from = start(glyph)
    const copy = new Uint8Array(glyf.buffer, glyf.byteOffset + from, start(glyph + 1) - from).slice()
    const view = new DataView(copy.buffer)
    for (const part of partsOf(view)) {
      const component = view.getUint16(part)
      let place = places.get(component)
      if (place === undefined) places.set(component, (place = glyphs.push(component) - 1))
      view.setUint16(part, place)
    }
    copies.push(copy)
  }
  return copies
}

/** Flags of a part of a composite glyph. */
const flag = { wordArguments: 0x1, scale: 0x8, more: 0x20, scales: 0x40, matrix: 0x80 } as const

/** Where a composite glyph names its parts. */
function partsOf(glyph: DataView): number[] {
  const places: number[] = []
  if (glyph.byteLength === 0 || glyph.getInt16(0) >= 0) return places
  let at = 10
  let flags: number
  do {
    flags = glyph.getUint16(at)
    places.push(at + 2)
    at += flags & flag.wordArguments ? 8 : 6
    if (flags & flag.scale) at += 2
    else if (flags & flag.scales) at += 4
    else if (flags & flag.matrix) at += 8
  } while (flags & flag.more)
  return places
}

/** A copy of a table with a change. */
function changed({ table }: Sfnt, tag: string, change: (copy: DataView) => void): Uint8Array | undefined {
  const found = table(tag)
  if (!found) return undefined
  const copy = new Uint8Array(found.buffer, found.byteOffset, found.byteLength).slice()
  change(new DataView(copy.buffer))
  return copy
}

function locations(copies: readonly Uint8Array[], long: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer((copies.length + 1) * (long ? 4 : 2)))
  let offset = 0
  for (const [place, length] of [...copies.map((copy) => copy.length), 0].entries()) {
    if (long) view.setUint32(4 * place, offset)
    else view.setUint16(2 * place, offset / 2)
    offset += length
  }
  return new Uint8Array(view.buffer)
}

function metrics({ advance, bearing }: Outlines, glyphs: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * glyphs.length))
  for (const [place, glyph] of glyphs.entries()) {
    view.setUint16(4 * place, advance(glyph))
    view.setUint16(4 * place + 2, bearing(glyph))
  }
  return new Uint8Array(view.buffer)
}

/** A file of tables (OpenType 1.9, "Organization of an OpenType Font"), without checksums: PDF readers need none. */
function fontFile(tables: readonly { readonly tag: string; readonly table: Uint8Array }[]): Uint8Array {
  const directory = Buffer.alloc(12 + 16 * tables.length)
  const exponent = Math.floor(Math.log2(tables.length))
  directory.write('true', 'latin1')
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(16 << exponent, 6)
  directory.writeUInt16BE(exponent, 8)
  directory.writeUInt16BE(16 * tables.length - (16 << exponent), 10)
  let offset = directory.length
  for (const [index, { tag, table }] of tables.entries()) {
    directory.write(tag, 12 + 16 * index, 'latin1')
    directory.writeUInt32BE(offset, 20 + 16 * index)
    directory.writeUInt32BE(table.length, 24 + 16 * index)
    offset += table.length
  }
  return Buffer.concat([directory, ...tables.map(({ table }) => table)])
}
