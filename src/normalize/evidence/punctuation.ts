import { sentenceMarks } from '../../language/marks.ts'
import { abbreviation } from '../../language/words/abbreviations.ts'
/** How a line ends: a sentence, a clause that announces or separates, a hyphen, or in the middle of things. */
export type Ending = 'sentence' | 'clause' | 'hyphen' | 'open'

/** How a line begins. */
export type Beginning = 'lower' | 'upper' | 'digit' | 'opening' | 'other'

const closers = new Set(['"', "'", '\u2019', '\u201D', '\u00BB', '\u203A', ')', ']', '}', '*', '\u2020', '\u2021'])
/** \u201EGerman\u201C and \u00BBGerman\u00AB quotations close with the marks that open \u201Cothers\u201D. */
const reversible = new Set(['\u201C', '\u2018', '\u00AB', '\u2039'])
const stops = new Set(sentenceMarks)
const hyphens = new Set(['-', '\u00AD', '\u2010', '\u058A'])
const openers = new Set([
  '"',
  "'",
  '\u2018',
  '\u201A',
  '\u201C',
  '\u201E',
  '\u00AB',
  '\u2039',
  '\u00BB',
  '\u203A',
  '(',
  '[',
  '\u00BF',
  '\u00A1',
])

/** Signs without width that say in which direction the text beside them runs; readers of PDF set them around marks. */
const direction = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const directions = new RegExp(direction, 'g')

/** The text without signs of direction. */
export function withoutDirections(text: string): string {
  return text.replaceAll(directions, '')
}

/** Tells how a line ends. Closing marks and note calls after the last sign do not count. */
export function endingOf(text: string): Ending {
  if (direction.test(text.charAt(text.length - 1))) return endingOf(withoutDirections(text))
  let at = text.length - 1
  if (hyphens.has(text.charAt(at)) && isLetter(text.charAt(at - 1))) return 'hyphen'
  at = beforeCalls(text, at)
  while (at >= 0 && closesAt(text, at)) at = beforeSpaces(text, at - 1)
  at = beforeCalls(text, at)
  const last = text.charAt(at)
  if (stops.has(last)) {
    return last === '.' && at === text.length - 1 && abbreviation.test(text.slice(-16)) ? 'open' : 'sentence'
  }
  return last === ':' || last === ';' ? 'clause' : 'open'
}

/** Whether a mark closes; those that open in one language and close in another close where no space stands before them. */
function closesAt(text: string, at: number): boolean {
  const mark = text.charAt(at)
  return closers.has(mark) || (reversible.has(mark) && at > 0 && !/\s/.test(text.charAt(at - 1)))
}

/** French sets a space before the guillemet that closes. */
function beforeSpaces(text: string, from: number): number {
  let at = from
  if (/[\u00BB\u203A]/.test(text.charAt(from + 1))) while (/[ \u00A0\u202F]/.test(text.charAt(at))) at--
  return at
}

/** Steps back over a note call at a line's end: up to three digits, or digits in brackets, after a mark or a letter. */
function beforeCalls(text: string, from: number): number {
  let at = from
  const bracketed = text.charAt(at) === ']'
  if (bracketed) at--
  const end = at
  while (end - at < 3 && isDigit(text.charAt(at))) at--
  if (at === end) return from
  if (bracketed) return text.charAt(at) === '[' ? at - 1 : from
  const before = text.charAt(at)
  if (before === ' ' && !bracketed) return isSpacedCall(text, at) ? at - 1 : from
  return stops.has(before) || closesAt(text, at) || before === ',' ? at : from
}

/** French sets a space between a sentence and a call behind it; "art. 5" is none. */
function isSpacedCall(text: string, space: number): boolean {
  if (!stops.has(text.charAt(space - 1)) && !closesAt(text, space - 1)) return false
  return !abbreviation.test(text.slice(Math.max(0, space - 16), space))
}

/** Tells how a line begins. */
export function beginningOf(text: string): Beginning {
  const first = text.charAt(0)
  if (direction.test(first)) return beginningOf(withoutDirections(text))
  if (openers.has(first)) return 'opening'
  if (isDigit(first)) return 'digit'
  if (!isLetter(first)) return 'other'
  if (isGeorgian(first)) return 'upper'
  return first === first.toLowerCase() && first !== first.toUpperCase() ? 'lower' : 'upper'
}

/** Georgian begins no sentence with a capital, though Unicode has capitals for its letters. */
function isGeorgian(character: string): boolean {
  return character >= '\u10D0' && character <= '\u10FF'
}

/** Whether the text is a letter of any script. */
export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return /^\p{L}/u.test(character)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

/** The first word of a line with its punctuation: what a line break before it kept off the line above. */
export function firstWordOf(text: string): string {
  const space = text.search(/[\s\u2014]/)
  return space < 0 ? text : text.slice(0, space)
}
