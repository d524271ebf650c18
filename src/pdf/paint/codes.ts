import QuickLru from 'quick-lru'
import type { Face, Shaped } from '../measure/face.ts'
import { type CodeTable, createCodeTable, type FaceCodes } from './code-table.ts'

/** The glyphs of the faces in use, each by the code that content streams call it by, and words as operands. */
export interface Codes {
  /** Begins a chapter: what is asked for from now on is its use. */
  beginChapter(): void
  /** The glyphs of the chapter, each once, in the order in which they came. */
  use(): GlyphUse
  /** Number of a face: its place in `faces`. */
  faceNumber(face: Face): number
  /** A word as the inside of a TJ operand; a word that comes often is encoded once. */
  operand(word: Shaped, size: number): string
  /** A space in the face, as the inside of a TJ operand, and its width in 1/1000 em. */
  space(face: Face): { readonly operand: string; readonly width: number }
  readonly faces: readonly FaceCodes[]
}

/** The glyphs that a chapter uses. */
export interface GlyphUse {
  /** Numbers of the faces, in the order of their first use. */
  readonly faces: readonly number[]
  /** For each of the faces, the codes of its glyphs. */
  readonly glyphs: readonly (readonly number[])[]
}

/** A glyph's code as it is written. */
interface Code {
  readonly code: number
  /** Four hexadecimal digits. */
  readonly digits: string
  /** The first code point that it stands for. */
  readonly codePoint: number | undefined
  /** The last chapter that it came in. */
  chapter: number
}

interface CodedText {
  readonly face: Face
  readonly number: number
  readonly table: CodeTable
  readonly known: Map<number, Code>
  /** The first code that each glyph got: all that most glyphs ever need. */
  readonly usual: Map<number, Code>
  space?: { readonly operand: string; readonly width: number; readonly code: Code }
}

/** A word as it is written, and the last chapter that it came in. */
interface Operand {
  readonly text: string
  chapter: number
}

/** Words whose operands are kept, up to twice as many: about those that are kept themselves. */
const leastOperands = 4_096

export function createCodes(): Codes {
  const texts = new Map<Face, CodedText>()
  const faces: FaceCodes[] = []
  const operands = new QuickLru<Shaped, Operand>({ maxSize: leastOperands })
  let chapter = 0
  let used = new Map<number, number[]>()

  function textIn(face: Face): CodedText {
    const known = texts.get(face)
    if (known) return known
    const table = createCodeTable(face)
    const made = { face, number: faces.push(table) - 1, table, known: new Map<number, Code>(), usual: new Map() }
    texts.set(face, made)
    return made
  }

  function use(text: CodedText, code: Code): void {
    if (code.chapter === chapter) return
    code.chapter = chapter
    const glyphs = used.get(text.number)
    if (glyphs) glyphs.push(code.code)
    else used.set(text.number, [code.code])
  }

  function useWord(word: Shaped): void {
    const text = textIn(word.face)
    for (let at = 0; at < word.glyphs.length; at++) {
      use(text, codeOf(text, word.glyphs[at] ?? 0, word.codePoints[at] ?? []))
    }
  }

  return {
    faces,
    beginChapter() {
      chapter++
      used = new Map()
    },
    use: () => ({ faces: [...used.keys()], glyphs: [...used.values()] }),
    faceNumber: (face) => textIn(face).number,
    operand(word, size) {
      if (word.offsets) {
        useWord(word)
        return raisedOperand(textIn(word.face), word, size)
      }
      let known = operands.get(word)
      if (!known) {
        known = { text: plainOperand(textIn(word.face), word), chapter: 0 }
        operands.set(word, known)
      }
      if (known.chapter !== chapter) {
        known.chapter = chapter
        useWord(word)
      }
      return known.text
    },
    space(face) {
      const text = textIn(face)
      text.space ??= spaceOf(text)
      use(text, text.space.code)
      return text.space
    },
  }
}

function spaceOf(text: CodedText): NonNullable<CodedText['space']> {
  const { glyphs, width } = text.face.shape(' ', { features: [], rtl: false })
  const code = codeOf(text, glyphs[0] ?? 0, [32])
  return { operand: `<${code.digits}>`, width, code }
}

function codeOf(text: CodedText, glyph: number, codePoints: readonly number[]): Code {
  const usual = text.usual.get(glyph)
  if (usual && codePoints.length === 1 && codePoints[0] === usual.codePoint) return usual
  const code = rareCodeOf(text, glyph, codePoints)
  if (!usual && codePoints.length === 1) text.usual.set(glyph, code)
  return code
}

function rareCodeOf({ table, known }: CodedText, glyph: number, codePoints: readonly number[]): Code {
  // What has no character of its own belongs to the glyph beside it; a reader needs some mapping all the same.
  const stands = codePoints.length > 0 ? codePoints : [0x200d]
  const code = table.codeOf(glyph, stands)
  const seen = known.get(code)
  if (seen) return seen
  const made = { code, digits: code.toString(16).padStart(4, '0'), codePoint: stands[0], chapter: 0 }
  known.set(code, made)
  return made
}

/** A glyph without a character of its own (a dot of an Arabic letter) says nothing: its letter says all. */
const silent = ['] TJ /Span <</ActualText ()>> BDC [', '] TJ EMC ['] as const

function plainOperand(text: CodedText, word: Shaped): string {
  let operand = '<'
  for (let at = 0; at < word.glyphs.length; at++) {
    const stands = word.codePoints[at] ?? []
    const code = codeOf(text, word.glyphs[at] ?? 0, stands).digits
    operand += stands.length > 0 ? code : `>${silent[0]}<${code}>${silent[1]}<`
    const adjust = word.adjust?.[at]
    if (adjust) operand += `>${-adjust}<`
  }
  return `${operand}>`.replace(/<>$/, '')
}

/** A word whose glyphs are moved (marks over letters): each moved glyph is shown by an operator of its own. */
function raisedOperand(text: CodedText, word: Shaped, size: number): string {
  let operand = ''
  for (let at = 0; at < word.glyphs.length; at++) {
    const stands = word.codePoints[at] ?? []
    const x = word.offsets?.[2 * at] ?? 0
    const y = word.offsets?.[2 * at + 1] ?? 0
    const code = `<${codeOf(text, word.glyphs[at] ?? 0, stands).digits}>`
    const shift = x === 0 ? code : ` ${-x}${code}${x}`
    const rise = Math.round(y * size) / 1000
    const shown = y === 0 ? shift : `] TJ ${rise} Ts [${shift}] TJ 0 Ts [`
    operand += stands.length > 0 ? shown : `${silent[0]}${shown}${silent[1]}`
    const adjust = word.adjust?.[at]
    if (adjust) operand += ` ${-adjust}`
  }
  return operand
}
