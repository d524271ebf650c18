import { romanValue } from '../../language/roman.ts'
import { ordinalValue } from '../../language/words/ordinals.ts'
import { annexWords, bookWords, sectionWords } from '../../language/words/sections.ts'

/** The number in front of a heading. */
export interface HeadingNumber {
  /** How it is written, with `#` for its last number: "#", "#.#", "#.", "I.", "A.", "part #". Siblings share it. */
  readonly scheme: string
  /** The numbers of the levels, outermost first. */
  readonly path: readonly number[]
  /** Length of the number with the white space after it. */
  readonly length: number
}

const decimal = /^(\d{1,3}(?:\.\d{1,3})*)([.)]?)\s+(?=[\p{Lu}\p{Lo}"\u201C\u2018\u00AB])/u
/** A term of a standard begins small, under a number of several levels: "3.1 meter". */
const term = /^(\d{1,3}(?:\.\d{1,3})+)()\s+(?=\p{Ll})/u
const lettered = /^([IVXLC]+|[A-Z])([.)])\s+(?=[\p{Lu}\p{Lo}"\u201C\u2018\u00AB])/u
const worded = new RegExp(
  `^(${sectionWords.join('|')})\\s+(\\d{1,3}|[IVXLC]+|[A-Z])(?=$|[\\s.:\u2013\u2014-])[.:]?(?:\\s+[\u2013\u2014-])?\\s*`,
  'iu',
)
/** "Item 1.", "Lesson 2:": a word of the text's own, if a mark or the end of the line follows the number. */
const named =
  /^(\p{Lu}\p{Ll}{2,15})\s+(\d{1,3}|[IVXLC]{1,6})(?:[.:]\s+(?=[\p{Lu}\p{Lo}"\u201C\u2018\u00AB])|\s+[\u2013\u2014]\s+|$)/u
/** "BOOK THE FIRST", "Erstes Kapitel", "Chapitre premier". */
const unit = `(?:${[...sectionWords, ...bookWords].join('|')})`
const behindUnit = new RegExp(
  `^(${unit})\\s+(?:the\\s+)?(\\p{L}{4,}(?:-\\p{L}+)?)(?=$|[\\s.:\\u2013\\u2014-])[.:]?(?:\\s+[\\u2013\\u2014-])?\\s*`,
  'iu',
)
const beforeUnit = new RegExp(
  `^(?:the\\s+)?(\\p{L}{4,}(?:-\\p{L}+)?)\\s+(${unit})(?=$|[.:\\u2013\\u2014-])[.:]?\\s*`,
  'iu',
)
const annexed = new RegExp(
  `^(${annexWords.join('|')})(?:\\s+(?:no\\.?\\s*|\u2116\\s*)?(\\d{1,3}|[IVXLC]+|[A-Z]))?(?=$|\\s*[.:\u2013\u2014-])[.:]?`,
  'iu',
)

/** The ways to read the number at the beginning of a line, most likely first; empty when there is none. */
export function headingNumbers(text: string): HeadingNumber[] {
  const numbers: HeadingNumber[] = []
  const digits = decimal.exec(text) ?? term.exec(text)
  if (digits) {
    const path = (digits[1] ?? '').split('.').map(Number)
    numbers.push({ scheme: `${path.map(() => '#').join('.')}${digits[2]}`, path, length: digits[0].length })
  }
  const letter = lettered.exec(text)
  if (letter) {
    const [whole, sign = '', close = ''] = letter
    const roman = romanValue(sign)
    if (roman > 0) numbers.push({ scheme: `I${close}`, path: [roman], length: whole.length })
    if (sign.length === 1) numbers.push({ scheme: `A${close}`, path: [sign.charCodeAt(0) - 64], length: whole.length })
  }
  const ordinal = inWords(text)
  const words = ordinal.length > 0 ? null : (worded.exec(text) ?? named.exec(text))
  numbers.push(...ordinal)
  if (words) {
    const path = [valueOf(words[2] ?? '')]
    numbers.push({ scheme: `${(words[1] ?? '').toLowerCase()} #`, path, length: words[0].length })
  }
  return numbers
}

/** The number of a heading that is written as a word. */
function inWords(text: string): HeadingNumber[] {
  const behind = behindUnit.exec(text)
  const before = behind ? undefined : beforeUnit.exec(text)
  const [whole = '', name = '', word = ''] = behind ?? (before ? [before[0], before[2], before[1]] : [])
  const value = word === '' ? 0 : ordinalValue(word)
  return value === 0 ? [] : [{ scheme: `${name.toLowerCase()} #`, path: [value], length: whole.length }]
}

/** Whether a text is nothing but the number of a part, a chapter or the like: "CHAPTER IV.", "Book the First". */
export function isBareNumber(text: string): boolean {
  const [whole] = worded.exec(text) ?? []
  return (whole?.length ?? inWords(text)[0]?.length) === text.length
}

function valueOf(sign: string): number {
  if (/^\d+$/.test(sign)) return Number(sign)
  return romanValue(sign) || sign.toUpperCase().charCodeAt(0) - 64
}

/** The label of the annex that a line is the heading of ("1", "A"; empty when it has none), or undefined. */
export function annexLabel(text: string): string | undefined {
  const match = annexed.exec(text)
  return match ? (match[2] ?? '') : undefined
}

/** Whether `number` can follow `before` in one row of headings: the next sibling, or the first child of one before it. */
export function follows(before: readonly number[] | undefined, number: readonly number[]): boolean {
  const last = number.length - 1
  if (!before || before.length < number.length) {
    return number[last] === 1 && number.slice(0, last).every((part, at) => part === (before?.[at] ?? 1))
  }
  return number.slice(0, last).every((part, at) => part === before[at]) && number[last] === (before[last] ?? 0) + 1
}
