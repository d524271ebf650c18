import type { Line } from '../../../captured/line.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { sentenceEnd } from '../../evidence/sentence-ends.ts'

/** What stands at both sides of a place between two words where a paragraph may end. */
export type Juncture =
  | 'sentence'
  | 'sentence, small letter'
  | 'semicolon, capital'
  | 'semicolon, small letter'
  | 'colon'
  | 'colon, small letter'

/** Of paragraphs that end in one of these ways, the share that does in each. */
const amongParagraphs: Readonly<Record<Juncture, number>> = {
  sentence: 0.93,
  'sentence, small letter': 0.01,
  'semicolon, capital': 0.02,
  'semicolon, small letter': 0.01,
  colon: 0.03,
  'colon, small letter': 0.002,
}

const capital = '["\\u2018\\u201C\\u201E\\u00AB(]?\\p{Lu}'
const small = '["\\u2018\\u201C\\u201E\\u00AB(]?\\p{Ll}'
const endOfWords = `\\p{L}\\p{L}${sentenceEnd}`
const patterns: Readonly<Record<Juncture, RegExp>> = {
  sentence: new RegExp(`${endOfWords}${capital}`, 'gu'),
  'sentence, small letter': new RegExp(`${endOfWords}${small}`, 'gu'),
  'semicolon, capital': new RegExp(`; ${capital}`, 'gu'),
  'semicolon, small letter': new RegExp(`; ${small}`, 'gu'),
  colon: new RegExp(`: (?!${small})`, 'gu'),
  'colon, small letter': new RegExp(`: ${small}`, 'gu'),
}

/** What a place counts as having been seen before anything has been counted. */
const usual: Readonly<Record<Juncture, number>> = {
  sentence: 0.045,
  'sentence, small letter': 0.001,
  'semicolon, capital': 0.0005,
  'semicolon, small letter': 0.004,
  colon: 0.003,
  'colon, small letter': 0.003,
}
const weight = 400

/** Tells what stands at both sides of a line end; undefined where a paragraph does not end by itself. */
export function junctureAt(line: Line, next: Line): Juncture | undefined {
  const ending = endingOf(line.value)
  const isSmall = beginningOf(next.value) === 'lower'
  if (ending === 'sentence') return isSmall ? 'sentence, small letter' : 'sentence'
  if (ending !== 'clause') return undefined
  if (!line.value.endsWith(';')) return isSmall ? 'colon, small letter' : 'colon'
  return isSmall ? 'semicolon, small letter' : 'semicolon, capital'
}

/** For each juncture, the natural logarithm of how much commoner it is at the end of a paragraph than within one. */
export function junctureOdds(lines: readonly Line[]): Readonly<Record<Juncture, number>> {
  const places = lines.reduce((sum, { value }) => sum + value.split(' ').length - 1, 0)
  const odds = { ...amongParagraphs }
  for (const juncture of Object.keys(odds) as Juncture[]) {
    const seen = lines.reduce((sum, { value }) => sum + (value.match(patterns[juncture])?.length ?? 0), 0)
    const within = (seen + weight * usual[juncture]) / (places + weight)
    odds[juncture] = Math.log(amongParagraphs[juncture] / within)
  }
  return odds
}
