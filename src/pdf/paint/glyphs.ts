import { type CodeTable, createCodeTable, type FaceCodes, type GlyphCode } from './code-table.ts'
import type { GlyphUse } from './codes.ts'

/*
 * Chapters are painted by several threads, each of which numbers faces, and gives codes to glyphs, as it meets them. In
 * the file both are as if one thread had met all, in the order of the chapters: so its bytes don't depend on who painted
 * what. Codes are the same in all but rare cases (see `createCodeTable`); the others are put right here.
 */

/** What becomes of one thread's numbers and codes. */
export interface Renumbering {
  /** Number of each face in the file, by its number in the thread; -1 for one without text. */
  readonly faces: readonly number[]
  /** For each face of the thread, the code in the file of each code that has another one there. */
  readonly changed: readonly ReadonlyMap<number, number>[]
}

/** One thread's codes, and what it used of them: a list in the order of its chapters. */
export interface ThreadGlyphs {
  readonly faces: readonly FaceCodes[]
  readonly chapters: ReadonlyMap<number, GlyphUse>
}

/** Gives codes to the glyphs of all chapters in their order; gives the faces of the file and, for each thread, what becomes of its own. */
export function mergeGlyphs(threads: readonly ThreadGlyphs[]): {
  readonly faces: FaceCodes[]
  readonly renumberings: Renumbering[]
} {
  const merged = new Map<string, { readonly number: number; readonly table: CodeTable }>()
  const faces: CodeTable[] = []
  const renumberings = threads.map(({ faces: own }) => ({
    faces: own.map(() => -1),
    changed: own.map(() => new Map<number, number>()),
  }))
  const inOrder = threads
    .flatMap(({ chapters }, thread) => [...chapters].map(([chapter, use]) => ({ chapter, use, thread })))
    .sort((a, b) => a.chapter - b.chapter)
  for (const { use, thread } of inOrder) {
    for (const [at, local] of use.faces.entries()) {
      const own = threads[thread]?.faces[local]
      const renumbering = renumberings[thread]
      if (!own || !renumbering) continue
      const file = merged.get(own.face.id) ?? newFace(own, faces)
      merged.set(own.face.id, file)
      renumbering.faces[local] = file.number
      for (const code of use.glyphs[at] ?? []) noteChange(own.codes.get(code), file.table, renumbering.changed[local])
    }
  }
  return { faces, renumberings }
}

function newFace({ face }: FaceCodes, faces: CodeTable[]): { number: number; table: CodeTable } {
  const table = createCodeTable(face)
  return { number: faces.push(table) - 1, table }
}

function noteChange(own: GlyphCode | undefined, file: CodeTable, changed: Map<number, number> | undefined): void {
  if (!own) return
  const code = file.codeOf(own.glyph, own.codePoints)
  if (code !== own.code) changed?.set(own.code, code)
}

/** Bytes that mean something here. */
const [open, parenthesis, close, closeParenthesis, slash, capitalF, zero, nine] = [60, 40, 62, 41, 47, 70, 48, 57]

/** Value of each hexadecimal digit. */
const values = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0)
const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/** Whether the glyphs that a chapter uses have the same codes in the file as in the thread. */
export function keepsCodes({ faces, glyphs }: GlyphUse, { changed }: Renumbering): boolean {
  return faces.every((face, at) => !changed[face]?.size || !glyphs[at]?.some((code) => changed[face]?.has(code)))
}

/**
 * Puts the codes of the file into a content stream, in place. `faces` are the thread's own, by their names on the
 * page. Reads the streams of this painter only: there, hexadecimal strings are glyphs, and no name but that of a font is
 * an F with a figure.
 */
export function recode(content: Uint8Array, faces: readonly number[], { changed }: Renumbering): void {
  let table = changed[faces[0] ?? -1]
  let at = 0
  while (at < content.length) {
    const byte = content[at++]
    if (byte === parenthesis) {
      at = content.indexOf(closeParenthesis, at)
    } else if (byte === slash && content[at] === capitalF && isDigit(content[at + 1])) {
      let number = 0
      for (at++; isDigit(content[at]); at++) number = number * 10 + (content[at] ?? 0) - zero
      table = changed[faces[number] ?? -1]
    } else if (byte === open) {
      if (content[at] === open) at++
      else if (table) at = recodeString(content, at, table)
    }
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine
}

/** Changes the codes of a string of four digits a glyph; gives the place after it. */
function recodeString(content: Uint8Array, start: number, changed: ReadonlyMap<number, number>): number {
  let at = start
  for (; at < content.length && content[at] !== close; at += 4) {
    let code = 0
    for (let digit = 0; digit < 4; digit++) code = code * 16 + (values[content[at + digit] ?? 0] ?? 0)
    const next = changed.get(code) ?? code
    for (let digit = 0; digit < 4; digit++) content[at + digit] = digits[(next >> (12 - 4 * digit)) & 15] ?? zero
  }
  return at + 1
}
