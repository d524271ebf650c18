import { create, type GlyphRun } from 'fontkit'
import type { Face, Shaped, ShapeRequest } from './face.ts'

/** Shapes anything: combining marks, joined scripts, text from right to left. */
export type FullShaper = (text: string, request: ShapeRequest) => Shaped

/** The full shaper of a face, by fontkit. Throws when fontkit cannot read the font. */
export function fullShaper(face: Face): FullShaper {
  const { bytes } = face
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!('layout' in font)) throw new TypeError('A font collection is not a face')
  const scaled: ScaledFace = { face, scale: 1000 / font.unitsPerEm }
  return (text, { features, rtl }) => {
    const run = font.layout(text, [...features], undefined, undefined, rtl ? 'rtl' : 'ltr')
    return shapedFrom(scaled, text, run, rtl)
  }
}

/** A face, and 1/1000 em for each unit of its font. */
interface ScaledFace {
  readonly face: Face
  readonly scale: number
}

function shapedFrom({ face, scale }: ScaledFace, text: string, run: GlyphRun, rtl: boolean): Shaped {
  const count = run.glyphs.length
  const glyphs = new Array<number>(count).fill(0)
  const adjust = new Array<number>(count).fill(0)
  const offsets = new Array<number>(2 * count).fill(0)
  let width = 0
  for (let at = 0; at < count; at++) {
    const glyph = run.glyphs[at]
    const position = run.positions[at]
    if (!glyph || !position) continue
    glyphs[at] = glyph.id
    adjust[at] = Math.round(position.xAdvance * scale - face.advance(glyph.id))
    offsets[2 * at] = Math.round(position.xOffset * scale)
    offsets[2 * at + 1] = Math.round(position.yOffset * scale)
    width += face.advance(glyph.id) + (adjust[at] ?? 0)
  }
  return {
    face,
    text,
    space: text === ' ' || text === '\u00a0',
    hyphen: false,
    glyphs,
    codePoints: codePointsOf(text, run, rtl),
    adjust: adjust.some(Boolean) ? adjust : undefined,
    offsets: offsets.some(Boolean) ? offsets : undefined,
    width,
  }
}

/**
 * The characters of each glyph. fontkit keeps one object a glyph and leaves on it the characters of its first use, so
 * its answer is checked against the text; where it is wrong, the characters are dealt out again.
 */
function codePointsOf(text: string, run: GlyphRun, rtl: boolean): (readonly number[])[] {
  const all = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const claimed = run.glyphs.map((glyph) => glyph.codePoints)
  const sorted = (row: readonly number[]) => [...row].sort((a, b) => a - b).join()
  // From right to left a mark is shown before its letter: readers of the file would give it to the one before.
  const marked = rtl && all.some(isMark)
  if (!marked && sorted(claimed.flat()) === sorted(all)) return claimed
  const dealt = dealtToLetters(text, run, rtl) ?? dealtToAll(all, run.glyphs.length)
  return rtl ? dealt.reverse() : dealt
}

const mark = /^\p{M}$/u

/**
 * Deals letters, each with its marks, to the glyphs that take room on the line; those that take none (dots, marks) have
 * no characters of their own. Undefined when their numbers don't match. In the order of the text.
 */
function dealtToLetters(text: string, run: GlyphRun, rtl: boolean): (readonly number[])[] | undefined {
  const letters: number[][] = []
  for (const character of text) {
    if (mark.test(character) && letters.length > 0) letters.at(-1)?.push(character.codePointAt(0) ?? 0)
    else letters.push([character.codePointAt(0) ?? 0])
  }
  const order = run.glyphs.map((_, at) => (rtl ? run.glyphs.length - 1 - at : at))
  // A ligature stands for as many letters as it did when it was first used.
  const counts = order.map((at) => {
    const takesRoom = (run.positions[at]?.xAdvance ?? 0) !== 0
    return takesRoom ? Math.max(1, run.glyphs[at]?.codePoints.filter((code) => !isMark(code)).length ?? 1) : 0
  })
  if (counts.reduce((sum, count) => sum + count, 0) !== letters.length) return undefined
  let next = 0
  return counts.map((count) => letters.slice(next, (next += count)).flat())
}

function isMark(code: number): boolean {
  return mark.test(String.fromCodePoint(code))
}

/** Deals characters one a glyph, the rest to the last. */
function dealtToAll(all: readonly number[], count: number): (readonly number[])[] {
  return Array.from({ length: count }, (_, at) => (at < count - 1 ? all.slice(at, at + 1) : all.slice(at)))
}
