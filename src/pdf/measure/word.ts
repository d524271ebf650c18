import QuickLru from 'quick-lru'
import type { Face, Shaped } from './face.ts'

/** A piece of text without spaces, shaped, and measured at each of its characters. */
export interface Word {
  readonly text: string
  /** In logical order; more than one when no face alone has all its characters. */
  readonly parts: readonly Shaped[]
  /** The face of its last part. */
  readonly face: Face | undefined
  /** Width in 1/1000 em. */
  readonly width: number
  /** For each UTF-16 offset of the text, how far from the word's start it stands, in 1/1000 em; one entry more than the text is long. */
  readonly edges: readonly number[]
  /** Number of glyphs. */
  readonly count: number
  /** Code points that no face of the stack has. */
  readonly missing: readonly number[]
  /** Where the source has a soft hyphen or a zero-width space (they are not in `text`). */
  readonly soft: readonly SoftBreak[]
  /** Where the word may be divided; made when first asked for. */
  breaks: readonly WordBreak[] | undefined
  /** What the word is to the rules that tie words together, see `line/tie.ts`; undefined when nobody asked yet. */
  traits: number | undefined
}

/** A break that the source itself offers. */
export interface SoftBreak {
  /** UTF-16 offset in the word's text. */
  readonly at: number
  readonly hyphen: boolean
}

/** A place inside a word where a line may end. */
export interface WordBreak {
  /** UTF-16 offset: what stands before it stays on the line. */
  readonly at: number
  /** Whether a hyphen is put there. */
  readonly hyphen: boolean
  /** What it costs, in the units of a TeX penalty. */
  readonly cost: number
}

/** The words of one style, shaped once for as long as they come again. Widths are independent of the type size. */
export interface WordCache {
  readonly language: string
  readonly features: readonly string[]
  word(text: string, rtl: boolean): Word
  /** The space that follows a word, in that word's face if it has one. */
  space(after: Word | undefined): Shaped
  /** The hyphen for a word divided at a line end. */
  hyphen(word: Word | undefined): Shaped
  /** The first face of the stack: ascent, descent and the like. */
  face(): Face
}

/** A sign as it was shaped: by its own face, and by that of the word before it, which may not have the sign. */
interface Known {
  readonly byFace: Map<Face, Shaped>
  readonly byLastFace: Map<Face | undefined, Shaped>
  /** The last answer: the words of a style are nearly all in one face. */
  lastFace: Face | undefined
  last: Shaped | undefined
}

/**
 * Words that a cache keeps, up to twice as many: those that make up nine tenths of a text. Half of the different words of
 * a dossier come once, and a million words have a hundred thousand different ones: four times as many would take 20 MB more
 * of a long build, and save no time.
 */
const leastWords = 4_096

/** The cache of one font stack with one set of features; the faces are opened when first needed. */
export function wordCache(
  stack: readonly (() => Face | undefined)[],
  features: readonly string[],
  language: string,
): WordCache {
  const words = new QuickLru<string, Word>({ maxSize: leastWords })
  const rtlWords = new QuickLru<string, Word>({ maxSize: leastWords })
  const spaces: Known = { byFace: new Map(), byLastFace: new Map(), lastFace: undefined, last: undefined }
  const hyphens: Known = { byFace: new Map(), byLastFace: new Map(), lastFace: undefined, last: undefined }

  let first: Face | undefined

  function firstFace(): Face {
    first ??= faceThat(() => true)
    if (!first) throw new RangeError('A font stack needs at least one font that can be found')
    return first
  }
  function faceThat(fits: (face: Face) => boolean): Face | undefined {
    for (const open of stack) {
      const face = open()
      if (face && fits(face)) return face
    }
    return undefined
  }
  const covering = (codePoint: number) => faceThat((face) => face.covers(codePoint))

  function keep(known: Known, text: string, after: Word | undefined, hyphen: boolean): Shaped {
    const last = after?.face
    if (known.last && known.lastFace === last) return known.last
    let shaped = known.byLastFace.get(last)
    if (!shaped) {
      const face = last?.covers(text.codePointAt(0) ?? 0) ? last : firstFace()
      shaped = known.byFace.get(face) ?? asSign(face.shape(text, { features, rtl: false }), hyphen)
      known.byFace.set(face, shaped)
      known.byLastFace.set(last, shaped)
    }
    known.lastFace = last
    known.last = shaped
    return shaped
  }

  return {
    language,
    features,
    face: firstFace,
    space: (after) => keep(spaces, ' ', after, false),
    hyphen: (word) => keep(hyphens, '-', word, true),
    word(text, rtl) {
      const known = rtl ? rtlWords : words
      let word = known.get(text)
      if (!word) {
        word = shapeWord(text, { features, rtl }, firstFace(), covering)
        known.set(text, word)
      }
      return word
    },
  }
}

/** A shape as a space or as a hyphen of no text. All shapes have their fields in one order: what reads them is optimized once. */
function asSign({ face, text, glyphs, codePoints, adjust, offsets, width }: Shaped, hyphen: boolean): Shaped {
  return { face, text, space: !hyphen, hyphen, glyphs, codePoints, adjust, offsets, width }
}

interface Direction {
  readonly features: readonly string[]
  readonly rtl: boolean
}

function shapeWord(source: string, request: Direction, first: Face, covering: Faces['covering']): Word {
  const { text, soft } = hasControls(source) ? withoutControls(source) : { text: source, soft: noBreaks }
  const missing: number[] = []
  const parts = partsOf(text, request, { first, covering }, missing)
  const edges = new Array<number>(text.length + 1).fill(0)
  let at = 0
  let x = 0
  let count = 0
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part) continue
    measureEdges(part, request.rtl, edges, { at, x })
    at += part.text.length
    x += part.width
    count += part.glyphs.length
  }
  edges[text.length] = x
  const face = parts[parts.length - 1]?.face
  return { text, parts, face, width: x, edges, count, missing, soft, breaks: undefined, traits: undefined }
}

/** The face that a word is set in, and what finds one for a character that it does not have. */
interface Faces {
  readonly first: Face
  readonly covering: (codePoint: number) => Face | undefined
}

/** Nearly every word is of a simple script, with all of its characters in the first face. */
function partsOf(text: string, request: Direction, { first, covering }: Faces, missing: number[]): Shaped[] {
  if (isCovered(text, first)) return [first.shape(text, request)]
  return spansByFace(text, first, covering, missing).map((span) => span.face.shape(span.text, request))
}

interface Span {
  readonly face: Face
  text: string
}

/** Whether a face alone has all the characters, as it is with nearly every word. */
function isCovered(text: string, face: Face): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isSurrogate(code) || !face.covers(code)) return false
  }
  return text !== ''
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

/** Cuts text where the face has to change. Marks and joiners stay with the character before them. */
function spansByFace(
  text: string,
  first: Face,
  covering: (codePoint: number) => Face | undefined,
  missing: number[],
): Span[] {
  const spans: Span[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const last = spans[spans.length - 1]
    if (last && (last.face.covers(codePoint) || isInvisible(codePoint))) {
      if (last.face === first || isMark(character) || !first.covers(codePoint)) {
        last.text += character
        continue
      }
    }
    const face = covering(codePoint)
    if (!face && !isInvisible(codePoint)) missing.push(codePoint)
    if (last && (face ?? first) === last.face) last.text += character
    else spans.push({ face: face ?? first, text: character })
  }
  return spans
}

/** Where a part of a word begins: at which UTF-16 offset, and how far from the word's start, in 1/1000 em. */
interface Edge {
  readonly at: number
  readonly x: number
}

/** Fills in where each character starts. A cluster of several characters shares its width out evenly. */
function measureEdges(part: Shaped, rtl: boolean, edges: number[], start: Edge): void {
  const { glyphs, codePoints, adjust, face } = part
  let { at, x } = start
  for (let step = 0; step < glyphs.length; step++) {
    const index = rtl ? glyphs.length - 1 - step : step
    const advance = face.advance(glyphs[index] ?? 0) + (adjust?.[index] ?? 0)
    let units = 0
    for (const codePoint of codePoints[index] ?? []) units += codePoint > 0xffff ? 2 : 1
    for (let unit = 0; unit < units && at < edges.length; unit++) edges[at++] = x + (advance * unit) / units
    x += advance
  }
}

const mark = /^\p{M}$/u

function isMark(character: string): boolean {
  return mark.test(character)
}

/** Joiners and variation selectors need no glyph. */
function isInvisible(codePoint: number): boolean {
  return codePoint === 0x200c || codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
}

const noBreaks: readonly SoftBreak[] = []

const controls = /\u034f|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/

/** Whether there is anything to take out. No letter of the common scripts is one: most words are told by their codes. */
function hasControls(source: string): boolean {
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code >= 0xad && (code < 0xc0 || code >= 0x34f)) return controls.test(source)
  }
  return false
}

/** Takes out what has done its work before shaping: direction marks, soft hyphens, zero-width spaces. */
function withoutControls(source: string): { text: string; soft: readonly SoftBreak[] } {
  let text = ''
  const soft: SoftBreak[] = []
  for (const character of source) {
    if (character === '\u00ad' || character === '\u200b') soft.push({ at: text.length, hyphen: character === '\u00ad' })
    else if (!controls.test(character)) text += character
  }
  return { text, soft }
}
