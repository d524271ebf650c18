import { romanValue } from '../../language/roman.ts'

/** How labels that are letters count. */
export interface LetterSystem {
  readonly name: string
  /** A label, as the source of a regular expression. */
  readonly sign: string
  /** The number that a label stands for; 0 for none. */
  readonly valueOf: (label: string) => number
}

const letterValue = (label: string) => label.toLowerCase().charCodeAt(0) - 96

/** Roman numerals, as word processors set endnotes, and single letters. */
export const letterSystems: readonly LetterSystem[] = [
  { name: 'roman', sign: '[ivxlc]{1,9}', valueOf: (label) => romanValue(label.toUpperCase()) },
  { name: 'Roman', sign: '[IVXLC]{1,9}', valueOf: romanValue },
  { name: 'letters', sign: '[a-z]', valueOf: letterValue },
]

/** A place in a text where a call of letters stands: behind a mark, glued to it or behind a space before a new sentence. */
export interface LetterCall {
  readonly start: number
  readonly end: number
  readonly label: string
}

const marks = '[.!?…,;:”’"»)\\]]'

/** Every place in a text that can be a call in a system of letters, in order. */
export function letterCallsIn(text: string, { sign, name }: LetterSystem): LetterCall[] {
  const spaced = name === 'letters' ? '' : `|(?<=${marks})\\s(${sign})(?=\\s+["“„«(]?\\p{Lu}|$)`
  const pattern = new RegExp(`(?<=\\p{L}${marks}{1,2}|\\d${marks})(${sign})(?=$|[\\s,;)])${spaced}`, 'gu')
  return [...text.matchAll(pattern)].map(({ index, 0: whole, 1: glued, 2: apart }) => {
    return { start: index, end: index + whole.length, label: glued ?? apart ?? '' }
  })
}
