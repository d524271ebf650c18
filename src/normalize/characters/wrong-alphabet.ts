import { type Alphabet, alphabets, fitOf } from './alphabets.ts'
import { codePage, reread } from './code-pages.ts'
import type { Mend } from './mended.ts'
import type { ByteEncoding } from './upper-halves.ts'

/** Encodings that a text in another is read as by mistake. */
const readings = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'macintosh',
  'maccyrillic',
  'cp866',
  'cp437',
  'cp850',
] as const

/** A reading of the bytes behind a text. */
interface Reading {
  readonly from: ByteEncoding
  readonly to: ByteEncoding
  /** The sample in this reading. */
  readonly again: string
  readonly quality: number
}

/**
 * What a text must have to be one in an alphabet. Prose in Russian, Ukrainian, Bulgarian, Greek, Hebrew and Arabic has
 * .6 to .8 of its letters among the ten commonest; letters at random have .3.
 */
const good = { script: 0.93, common: 0.52, shape: 0.85 } as const

/** Letters that it takes to judge by how frequent they are. */
const leastLetters = 16

/** Share of a line's letters beyond ASCII from which on it is in no Latin alphabet: Vietnamese has .35. */
const foreign = 0.55

/** How much better the best reading must be than the next: Mac and Windows have the small letters of Russian in the same places. */
const margin = 0.02

const sure = 0.97

/**
 * Finds text in an encoding with one byte a character that was read as another ("Ìèíèñòåðñòâî" for a word in Russian).
 * Lines that are in no alphabet as they stand must be plain prose in one when their bytes are read otherwise: by how
 * frequent its letters are, and by where capitals stand.
 */
export function wrongAlphabet(text: string): readonly Mend[] {
  if (!/[^\0-\x7f]/.test(text)) return []
  const lines = [...text.matchAll(/[^\r\n\f]+/g)].filter(({ 0: line }) => isForeign(line))
  const pool = lines.map(({ 0: line }) => line).join('\n')
  const reading = bestReading(pool)
  return reading ? lines.flatMap(({ 0: line, index }) => mendsIn(line, index, reading)) : []
}

/** Whether most letters of a line are beyond ASCII; points and dashes say nothing. */
function isForeign(line: string): boolean {
  let beyond = 0
  let latin = 0
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code >= 0xc0 && (code < 0x2000 || code > 0x206f)) beyond++
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) latin++
  }
  return beyond > 0 && beyond >= foreign * (beyond + latin)
}

/** As much of a text as it takes to judge. */
const sampleLength = 4000

function bestReading(pool: string): Reading | undefined {
  const sample = pool.slice(0, sampleLength)
  if (
    (sample.match(/[^\0-\xbf\u2000-\u206f]/g)?.length ?? 0) < leastLetters ||
    alphabets.some((one) => isGood(sample, one))
  )
    return undefined
  const found = readings
    .filter((from) => coverOf(sample, from) >= good.script)
    .flatMap((from) =>
      alphabets.flatMap((alphabet) => alphabet.encodings.map((to) => readingOf(sample, from, to, alphabet))),
    )
    .filter((reading) => reading !== undefined)
    .sort((left, right) => right.quality - left.quality)
  const best = found[0]
  if (!best) return undefined
  const next = found.find(({ again }) => again !== best.again)
  return best.quality - (next?.quality ?? 0) >= margin ? best : undefined
}

/** Share of a text's characters beyond ASCII that an encoding has: all, but for a few that came in later. */
function coverOf(text: string, encoding: ByteEncoding): number {
  const page = codePage(encoding)
  let all = 0
  let had = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x7f) continue
    all++
    if (page[code]) had++
  }
  return all === 0 ? 0 : had / all
}

function isGood(text: string, alphabet: Alphabet): boolean {
  const { script, common, shape } = fitOf(text, alphabet)
  return script >= good.script && common >= good.common && shape >= good.shape
}

function readingOf(sample: string, from: ByteEncoding, to: ByteEncoding, alphabet: Alphabet): Reading | undefined {
  if (from === to) return undefined
  const again = reread(sample, from, to)
  if (!isGood(again, alphabet)) return undefined
  const { script, common, shape } = fitOf(again, alphabet)
  return { from, to, again, quality: common * script ** 3 * shape * coverOf(sample, from) ** 3 }
}

function mendsIn(line: string, from: number, { from: reading, to }: Reading): Mend[] {
  const again = reread(line, reading, to)
  const evidence = `${to} that was read as ${reading}`
  return Array.from(line, (sign, at) => ({ sign, at }))
    .filter(({ sign, at }) => again[at] !== sign)
    .map(({ at }) => ({ start: from + at, end: from + at + 1, after: again[at] ?? '', evidence, confidence: sure }))
}
