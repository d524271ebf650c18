import { type FaceCodes, type GlyphUse, glyphKey } from './codes.ts'

/*
 * Chapters are painted by several threads, each of which numbers glyphs as it meets them. For the file they are
 * numbered anew, in the order in which they come in it: so its bytes don't depend on who painted what.
 */

/** What becomes of one thread's numbers. */
export interface Renumbering {
  /** Number of each face in the file, by its number in the thread; -1 for one without text. */
  readonly faces: readonly number[]
  /** For each face of the thread, the number of each glyph in the file. */
  readonly glyphs: readonly Uint16Array[]
}

/** One thread's numbers, and what it used of them: a list in the order of its chapters. */
export interface ThreadGlyphs {
  readonly faces: readonly FaceCodes[]
  readonly chapters: ReadonlyMap<number, GlyphUse>
}

/** Numbers the glyphs of all chapters in their order; gives the faces of the file and, for each thread, what becomes of its numbers. */
export function mergeGlyphs(threads: readonly ThreadGlyphs[]): {
  readonly faces: FaceCodes[]
  readonly renumberings: Renumbering[]
} {
  const merged = new Map<string, { number: number; known: Map<string, number>; codes: FileCodes }>()
  const faces: FileCodes[] = []
  const renumberings = threads.map(({ faces: own }) => ({
    faces: own.map(() => -1),
    glyphs: own.map(({ glyphs }) => new Uint16Array(glyphs.length)),
  }))
  const inOrder = threads
    .flatMap(({ chapters }, thread) => [...chapters].map(([chapter, use]) => ({ chapter, use, thread })))
    .sort((a, b) => a.chapter - b.chapter)
  for (const { use, thread } of inOrder) {
    for (const [index, local] of use.faces.entries()) {
      const own = threads[thread]?.faces[local]
      const renumbering = renumberings[thread]
      if (!own || !renumbering) continue
      const file = merged.get(own.face.id) ?? newFace(own, faces)
      merged.set(own.face.id, file)
      renumbering.faces[local] = file.number
      for (const glyph of use.glyphs[index] ?? []) {
        const table = renumbering.glyphs[local]
        if (table) table[glyph] = numberOf(own.glyphs[glyph] ?? 0, own.codePoints[glyph] ?? [], file)
      }
    }
  }
  return { faces, renumberings }
}

interface FileCodes extends FaceCodes {
  readonly glyphs: number[]
  readonly codePoints: (readonly number[])[]
}

interface MergedFace {
  readonly number: number
  readonly known: Map<string, number>
  readonly codes: FileCodes
}

function newFace({ face }: FaceCodes, faces: FileCodes[]): MergedFace {
  const codes: FileCodes = { face, glyphs: [0], codePoints: [[0]] }
  return { number: faces.push(codes) - 1, known: new Map(), codes }
}

function numberOf(glyph: number, codePoints: readonly number[], { known, codes }: MergedFace): number {
  const key = glyphKey(glyph, codePoints)
  const made = known.get(key)
  if (made !== undefined) return made
  const number = codes.glyphs.push(glyph) - 1
  codes.codePoints.push(codePoints)
  known.set(key, number)
  return number
}

/** Bytes that mean something here. */
const [open, parenthesis, close, closeParenthesis, slash, capitalF, zero, nine] = [60, 40, 62, 41, 47, 70, 48, 57]

/** Value of each hexadecimal digit. */
const values = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0)
const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/** Whether the glyphs of faces have the same numbers in the file as in the thread. */
export function keepsNumbers(faces: readonly number[], { glyphs }: Renumbering): boolean {
  return faces.every((face) => glyphs[face]?.every((number, index) => number === index || number === 0))
}

/**
 * Puts the numbers of the file into a content stream, in place. `faces` are the thread's own, by their names on the
 * page. Reads the streams of this painter only: there, hexadecimal strings are glyphs, and no name but that of a font is
 * an F with a figure.
 */
export function renumber(content: Uint8Array, faces: readonly number[], renumbering: Renumbering): void {
  if (keepsNumbers(faces, renumbering)) return
  const tables = faces.map((face) => renumbering.glyphs[face])
  let table = tables[0]
  let at = 0
  while (at < content.length) {
    const byte = content[at++]
    if (byte === parenthesis) {
      at = content.indexOf(closeParenthesis, at)
    } else if (byte === slash && content[at] === capitalF && isDigit(content[at + 1])) {
      let number = 0
      for (at++; isDigit(content[at]); at++) number = number * 10 + (content[at] ?? 0) - zero
      table = tables[number]
    } else if (byte === open) {
      if (content[at] === open) at++
      else if (table) at = renumberString(content, at, table)
    }
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine
}

/** Renumbers a string of four digits a glyph; gives the place after it. */
function renumberString(content: Uint8Array, start: number, table: Uint16Array): number {
  let at = start
  for (; at < content.length && content[at] !== close; at += 4) {
    let number = 0
    for (let digit = 0; digit < 4; digit++) number = number * 16 + (values[content[at + digit] ?? 0] ?? 0)
    const next = table[number] ?? 0
    for (let digit = 0; digit < 4; digit++) content[at + digit] = digits[(next >> (12 - 4 * digit)) & 15] ?? zero
  }
  return at + 1
}
