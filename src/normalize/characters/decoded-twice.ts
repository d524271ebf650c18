import type { Stretch } from '../../captured/stretches.ts'
import { type CodePage, codePage } from './code-pages.ts'
import type { Mend } from './mended.ts'
import type { ByteEncoding } from './upper-halves.ts'

/** An encoding that UTF-8 is read as by mistake. */
interface Reading {
  readonly encoding: ByteEncoding
  /** Whether the signs that it makes of UTF-8 are letters of another alphabet, so that two signs alone are a word's. */
  readonly isAlphabet: boolean
}

/** The usual ones first: what each makes of UTF-8 is implausible in its own way. */
const readings: readonly Reading[] = [
  { encoding: 'windows-1252', isAlphabet: false },
  { encoding: 'windows-1250', isAlphabet: false },
  { encoding: 'windows-1251', isAlphabet: true },
  { encoding: 'koi8-r', isAlphabet: true },
  { encoding: 'macintosh', isAlphabet: false },
  { encoding: 'cp850', isAlphabet: false },
  { encoding: 'cp437', isAlphabet: false },
  { encoding: 'cp866', isAlphabet: true },
  { encoding: 'windows-1253', isAlphabet: true },
  { encoding: 'windows-1254', isAlphabet: false },
]

/** A character of UTF-8 whose bytes stand in the text as characters of their own. */
interface Sequence {
  readonly start: number
  readonly end: number
  readonly character: string
}

/** How sure a run is that no text has by itself, and one that may be meant as it stands. */
const sure = 0.98
const unsure = 0.5

/** Two characters of UTF-8 side by side, read as four: no alphabet has such words. */
const leastInRun = 2

/** Dashes, quotation marks, ellipses and hard spaces: a row of them alone is UTF-8 in none of the encodings. */
const ordinary = /^[\u00A0\u2013\u2014\u2018-\u201E\u2026]+$/

/** Bytes of UTF-8 beyond ASCII come at least in twos. */
const pairs = /[^\0-\x7f]{2,}/g

/**
 * Finds text in UTF-8 that was read as another encoding ("MÃ¼nchen", "Ð¿Ð¾Ñ€Ñ‚"). The characters must be the bytes of
 * UTF-8, give characters that texts have, and stand where no word has them: in rows, inside a word, as a capital behind
 * a small letter. What stands alone, or between quotation marks, may be meant.
 */
export function decodedTwice(text: string): readonly Mend[] {
  const rows = rowsIn(text)
  if (rows.length === 0) return []
  return readings
    .map((reading) => mendsFor(text, reading, rows))
    .reduce((best, mends) => (weight(mends) > weight(best) ? mends : best))
}

function rowsIn(text: string): Stretch[] {
  return [...text.matchAll(pairs)]
    .filter(({ 0: row }) => !ordinary.test(row))
    .map(({ 0: row, index }) => ({ start: index, end: index + row.length }))
}

function weight(mends: readonly Mend[]): number {
  return mends.reduce((sum, { confidence }) => sum + confidence, 0)
}

function mendsFor(text: string, { encoding, isAlphabet }: Reading, rows: readonly Stretch[]): Mend[] {
  const sequences = rows
    .flatMap((row) => sequencesIn(text, row, codePage(encoding)))
    .filter(({ start, end, character }) => !isAlphabet || end - start === 2 || punctuation.test(character))
  const judged = runsOf(inWholeWords(text, sequences)).map((run) => {
    const isQuoted = isExample(text, run)
    return { run, isQuoted, isSure: !isQuoted && isImpossible(text, run, isAlphabet) }
  })
  const certain = judged.filter(({ isSure }) => isSure).length
  const evidence = `UTF-8 that was read as ${encoding}`
  // A pair alone says little; where others beside it are certain, it is one of them.
  return judged.flatMap(({ run, isQuoted, isSure }) => {
    if (isSure || (certain >= leastInRun && !isQuoted)) return mendsOf(run, evidence, sure)
    return isAlphabet || !isStrange(text, run) ? [] : mendsOf(run, evidence, unsure)
  })
}

/** A run that is mended is mended character by character; one that is only asked about is one question. */
function mendsOf(run: readonly Sequence[], evidence: string, confidence: number): Mend[] {
  const [first, last] = [run[0], run.at(-1)]
  if (confidence < sure && first && last) {
    const after = run.map(({ character }) => character).join('')
    return [{ start: first.start, end: last.end, after, evidence, confidence }]
  }
  return run.map(({ start, end, character }) => ({ start, end, after: character, evidence, confidence }))
}

/** Characters that texts have; a row of bytes that gives another is chance. */
const plausible =
  /^(?:[\u00A0-\u017F\u018F\u0192\u0218-\u021B\u0259\u02BC\u02C6-\u02DD\u0386-\u03CE\u0401-\u045F\u0490-\u0493\u04D8\u04D9\u0531-\u058A\u05D0-\u05EA\u060C-\u064A\u0660-\u06FF\u0E01-\u0E5B\u10A0-\u10FF\u1780-\u17FF\u1E00-\u1FFF\u200B-\u203A\u20A0-\u20BF\u2100-\u22FF\u2500-\u27BF\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFB00-\uFB06\uFEFF\u{1F300}-\u{1FAFF}]|[\u0300-\u030C]|[\u064B-\u0652])$/u

/** Punctuation beyond ASCII: three bytes of UTF-8 of which the first two are the same. */
const punctuation = /^[\u2010-\u203A\u20AC\u2116\u2122]$/

/** What may stand in a word of Latin letters. */
const latin = /^(?:\p{Script=Latin}|\P{L})$/u

function sequencesIn(text: string, row: Stretch, page: CodePage): Sequence[] {
  const found: Sequence[] = []
  for (let at = row.start; at < row.end; at++) {
    const lead = page[text.charCodeAt(at)] ?? 0
    if (lead < 0xc2 || lead > 0xf4) continue
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const character = characterAt(text, at, length, page)
    if (!character || !plausible.test(character)) continue
    found.push({ start: at, end: at + length, character })
    at += length - 1
  }
  return found
}

/** The character that so many bytes make in UTF-8, when they are continued as UTF-8 continues them. */
function characterAt(text: string, at: number, length: number, page: CodePage): string | undefined {
  let code = (page[text.charCodeAt(at)] ?? 0) & (0x7f >> length)
  for (let next = at + 1; next < at + length; next++) {
    const byte = next < text.length ? (page[text.charCodeAt(next)] ?? 0) : 0
    if (byte < 0x80 || byte > 0xbf) return undefined
    code = (code << 6) | (byte & 0x3f)
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  return code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
}

/** Share of a word's signs beyond ASCII that must be bytes of UTF-8: whoever reads wrongly does so for whole words. */
const wholeWord = 0.9

/** The sequences of words that are damaged throughout, and in which their characters can stand. */
function inWholeWords(text: string, sequences: readonly Sequence[]): Sequence[] {
  const kept: Sequence[] = []
  for (let first = 0; first < sequences.length; ) {
    const word = wordAround(text, sequences[first]?.start ?? 0)
    let last = first + 1
    while ((sequences[last]?.start ?? Number.POSITIVE_INFINITY) < word[1]) last++
    const own = sequences.slice(first, last)
    if (isWhole(text, word, own)) kept.push(...own)
    first += own.length
  }
  return kept
}

function isWhole(text: string, [from, to]: readonly [number, number], own: readonly Sequence[]): boolean {
  let [damaged, others, at] = [0, 0, from]
  for (const { start, end } of [...own, { start: to, end: to }]) {
    damaged += end - start
    // Quotation marks around a word, and what was lost, may be right.
    others += text.slice(at, start).match(/[^\0-\x7f\uFFFD\u00AB\u00BB\u2010-\u201F\u2026]/g)?.length ?? 0
    at = end
  }
  const isLatin = /[A-Za-z]{2}/.test(text.slice(from, to))
  return damaged >= wholeWord * (damaged + others) && (!isLatin || own.every(({ character }) => latin.test(character)))
}

/** The stretch between white space around a place; no-break spaces may be bytes. */
function wordAround(text: string, at: number): [number, number] {
  let [from, to] = [at, at]
  while (from > 0 && !/[ \t\r\n\f]/.test(text[from - 1] ?? '')) from--
  while (to < text.length && !/[ \t\r\n\f]/.test(text[to] ?? '')) to++
  return [from, to]
}

function runsOf(sequences: readonly Sequence[]): Sequence[][] {
  const runs: Sequence[][] = []
  for (const sequence of sequences) {
    const last = runs.at(-1)
    if (last?.at(-1)?.end === sequence.start) last.push(sequence)
    else runs.push([sequence])
  }
  return runs
}

const small = /\p{Ll}/u
const letter = /\p{L}/u
const capital = /\p{Lu}/u
const figure = /\p{N}/u
const quotation = /["'`\u2018-\u201F\u00AB\u00BB()[\]]/

/** Marks that stand beside letters in any text. */
const mark = /[\u00A0\u00AB\u00BB\u2010-\u201F\u2022\u2026\u2039\u203A]/

/** A sign that stands in no word, or a capital behind a small letter. */
const strange = /[^\p{L}\p{M}\u00A0\u00AB\u00BB\u2010-\u201F\u2022\u2026\u2039\u203A]|[\u0192\u02C6]|\p{Ll}\p{Lu}/u

/** A run with what stands around it. */
interface Surroundings {
  readonly before: string
  readonly signs: string
  readonly behind: string
}

function surroundingsOf(text: string, run: readonly Sequence[]): Surroundings {
  const start = run[0]?.start ?? 0
  const end = run.at(-1)?.end ?? 0
  return { before: text[start - 1] ?? '', signs: text.slice(start, end), behind: text[end] ?? '' }
}

/** Whether no text has these signs in this place by itself. */
function isImpossible(text: string, run: readonly Sequence[], isAlphabet: boolean): boolean {
  const around = surroundingsOf(text, run)
  const isRow = run.length >= leastInRun
  if (run.some(({ character, start, end }) => end - start > 2 && punctuation.test(character))) return true
  if (isAlphabet) return (isRow || isAmongLatin(around)) && strange.test(around.signs)
  if (run.some(({ start }) => mark.test(text[start] ?? '')))
    return run.length > leastInRun && strange.test(around.signs)
  if (isRow || around.signs.length > 2) return strange.test(around.signs)
  return isImpossiblePair(around)
}

/** Whether letters of ASCII stand beside signs of another alphabet. */
function isAmongLatin({ before, behind }: Surroundings): boolean {
  return /[A-Za-z]/.test(before) || /[A-Za-z]/.test(behind)
}

function isImpossiblePair({ before, signs, behind }: Surroundings): boolean {
  const isCapital = capital.test(signs[0] ?? '')
  if (small.test(behind) && strange.test(signs)) return true
  if (capital.test(before)) return false
  if (small.test(before)) return isCapital || strange.test(signs)
  if (letter.test(behind) && strange.test(signs)) return true
  if (figure.test(before)) return isCapital && !letter.test(signs[1] ?? '')
  return signs[0] === '\u00C2' && !letter.test(signs[1] ?? '')
}

/** Whether a run that may be meant is worth a question: signs that belong to no word. */
function isStrange(text: string, run: readonly Sequence[]): boolean {
  const { before, signs } = surroundingsOf(text, run)
  return !letter.test(before) && letter.test(signs[0] ?? '') && strange.test(signs)
}

/** Whether a run is shown as an example: it stands alone between quotation marks or brackets. */
function isExample(text: string, run: readonly Sequence[]): boolean {
  const { before, behind } = surroundingsOf(text, run)
  return run.length <= leastInRun && quotation.test(before) && quotation.test(behind)
}
