import { sentenceMarks } from '../../language/marks.ts'
import { countingAbbreviation } from '../../language/words/abbreviations.ts'
import { noteWords } from '../../language/words/notes.ts'
import { referenceKinds } from '../../language/words/references.ts'
import { endsWithLeaders, isContentsEntry } from '../evidence/notes/leaders.ts'
import { canCarryCall, endsWithStop } from '../evidence/sentence-ends.ts'

/** How a note's label is written. */
export type LabelForm =
  | 'bracket' // [12], [a]
  | 'enclosed' // [Footnote 12: at the start of a line; a bracket closes the note
  | 'superscript' // ¹²
  | 'symbol' // * or †
  | 'dot' // 12. at the start of a line
  | 'parenthesis' // (12) or 12) at the start of a line
  | 'glued' // a number without a space to the word before or after it
  | 'spaced' // 12 and a space at the start of a line
  | 'alone' // a number that is a line by itself, above its note
  | 'named' // Note 12: at the start of a line

/** A place in a text that can be a note's call. */
export interface CallCandidate {
  /** Index of the first character of the call, brackets and the space before it included. */
  readonly start: number
  readonly end: number
  /** The note's number, or its symbol. */
  readonly label: string
  readonly form: LabelForm
  /** How much the place looks like a call, from 0.2 (could be anything) to 3 (can hardly be anything else). */
  readonly weight: number
}

/** A label at the start of a line that can be the beginning of a note's text. */
export interface TextLabel {
  readonly label: string
  readonly form: LabelForm
  /** Length of the label with its marks and the white space after it. */
  readonly length: number
}

/** Whether a label is a number in brackets, as the entries of a list of references have. */
export function isReference({ form, label }: Pick<TextLabel, 'form' | 'label'>): boolean {
  return form === 'bracket' && /^\d/.test(label)
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A label as notes and calls share it: plain digits, and one sign for an asterisk and for a parallel. */
function plainLabel(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(superscripts.indexOf(digit)))
    .replaceAll('∗', '*')
    .replace('||', '‖')
}

/** A number, a letter or symbols, as they stand in brackets. */
const inBrackets = '\\d{1,4}|[A-Za-z]|[*∗†‡§¶‖]{1,4}'

/** Symbols in the order in which printers use them; two bars in a row are a parallel as a typewriter has it. */
const symbols = '[*∗]{1,4}|[†‡¶]{1,3}|‖{1,2}|\\|\\||§{1,2}(?!\\s*\\d)'

const startForms: readonly (readonly [LabelForm, RegExp])[] = [
  ['bracket', new RegExp(`^\\[(${inBrackets})\\](?!\\p{L})\\s*`, 'u')],
  ['enclosed', new RegExp(`^\\[(?:${noteWords})\\s+(${inBrackets})\\s?[:.]\\s*`, 'iu')],
  ['superscript', /^([⁰¹²³⁴-⁹]{1,4})\s*/],
  ['symbol', new RegExp(`^(${symbols})(?!\\S[^*]{0,60}\\*)\\s*(?=[^\\s*∗†‡|]|$)`, 'u')],
  ['parenthesis', /^\(?(\d{1,3})\)\s+/],
  // A reference list of a web page has an arrow, or the letters of several, behind its numbers.
  ['dot', /^(\d{1,3})\.(?:\s+|(?=,))(?:[\^↑]\s+(?:a b(?: [c-z]{1,2})*\s+)?)?/],
  ['named', new RegExp(`^(?:${noteWords})\\s+(\\d{1,3})\\s?[:.]\\s+`, 'iu')],
  ['alone', /^(\d{1,3})$/],
  ['glued', /^(\d{1,3})(?=\p{Lu}|["“„”‘’'«(]|https?:|www\.|(?!st|nd|rd|th|[a-z]\b)\p{Ll})/u],
  // A note can begin with a figure: "9 12 per cent of all".
  ['spaced', /^(\d{1,3})\s+(?=[\p{L}"“„‘'«(]|\d{1,4}\s\p{L})/u],
]

/** The label that a line begins with. */
export function labelAtStart(line: string): TextLabel | undefined {
  const first = line.charCodeAt(0)
  // Most lines begin with a small letter: none of the forms does.
  if (first > 96 && first < 123) return undefined
  for (const [form, pattern] of startForms) {
    const found = pattern.exec(line)
    if (!found?.[1]) continue
    return isContentsEntry(line) || isYear(found[1])
      ? undefined
      : { label: plainLabel(found[1]), form, length: found[0].length }
  }
  return undefined
}

const callPattern =
  /\[(?<bracket>\d{1,4}|[A-Za-z]|[*†‡§¶‖]{1,4})\](?!\p{L})|(?<superscript>[⁰¹²³⁴-⁹]{1,4})|(?<=\S)(?<symbol>[*∗]{1,4}|[†‡¶]{1,3}|‖{1,2}|\|\||§{1,2}(?!\s*\d))(?![\p{L}\p{N}*∗†‡§|])|(?<=[^\s\p{N}([/€$£#№+=<>*_&@~^|\\-])(?<digits>\d{1,3})(?![\p{L}\p{N}%°‰])|(?<=[.!?…։”’"»“«)\]])\s(?<apart>\d{1,3})(?=\s+["“„‘'«(]?\p{Lu}|$)/gu

/** A number behind a word within a sentence: a call only where all calls stand behind a space. */
const wordPattern = /(?<=[\p{L},;:])\s(?<apart>\d{1,3})(?=\s+[(«]?\p{Ll}|[,;:)]?$|[,;:)]\s)/gu

/** What a number behind a space weighs where calls are glued to words: a line may have broken before it. */
export const apartWeight = 0.4

/**
 * What it weighs where all calls stand behind a space: between two sentences, and within one, where a text of the note
 * must speak for it, too.
 */
export const spacedWeights = { sentence: 2, word: 0.45 }

/** Every place in a text that can be a call, in order; `spaced` says that calls stand behind a space. */
export function callsIn(text: string, spaced = false): CallCandidate[] {
  const calls: CallCandidate[] = []
  for (const { index: start, 0: found, groups } of text.matchAll(callPattern)) {
    const end = start + found.length
    const { bracket, superscript, symbol, digits, apart } = groups ?? {}
    const around = { before: text.slice(Math.max(0, start - 24), start), after: text.slice(end, end + 12) }
    const label = plainLabel(bracket ?? superscript ?? symbol ?? digits ?? apart ?? '')
    const form = bracket ? 'bracket' : superscript ? 'superscript' : symbol ? 'symbol' : apart ? 'spaced' : 'glued'
    const weight = apart ? weighApart(around, spaced) : weigh(form, label, around)
    if (weight > 0 && !/^0/.test(label)) calls.push({ start, end, label, form, weight })
  }
  return spaced ? [...calls, ...callsBehindWords(text)].sort((one, other) => one.start - other.start) : calls
}

/** Words that a number belongs to. */
const countingWord = new RegExp(
  `(?:^|[^\\p{L}])(?:${referenceKinds.map(({ words }) => words).join('|')}|articles?|arts?|artikeln?|art[íi]culos?|maddə|madde|статья|pages?|seiten?|p[áa]ginas?|points?|num[ée]ros?|tomes?|volumes?|lignes?|nos?|№|n°)$`,
  'iu',
)

function callsBehindWords(text: string): CallCandidate[] {
  return [...text.matchAll(wordPattern)].flatMap(({ index: start, 0: found, groups }): CallCandidate[] => {
    if (countingWord.test(text.slice(Math.max(0, start - 24), start))) return []
    return [
      { start, end: start + found.length, label: groups?.apart ?? '', form: 'spaced', weight: spacedWeights.word },
    ]
  })
}

function weighApart({ before }: Around, spaced: boolean): number {
  return countingAbbreviation.test(before) || endsWithLeaders(before)
    ? 0
    : spaced
      ? spacedWeights.sentence
      : apartWeight
}

/** The text right before and after a candidate. */
interface Around {
  readonly before: string
  readonly after: string
}

function weigh(form: LabelForm, label: string, around: Around): number {
  if (form === 'bracket') return weighBracket(label, around)
  if (form === 'superscript') return weighSuperscript(label, around)
  if (form === 'symbol') return canCarryCall(around.before) ? 2.5 : 0
  return weighDigits(around)
}

/** Years, and the paragraphs of a judgment from one to another ("[71]–[97]"), stand in brackets, too. */
function weighBracket(label: string, { before, after }: Around): number {
  if (before === '' || isYear(label) || /^[–—-]\[\d/.test(after) || /\d\][–—-]$/.test(before)) return 0
  return /\s$/.test(before) ? 2 : 3
}

/** Whether a label is a year rather than a number of a row: no text counts so far, and writers like to set years in brackets. */
function isYear(label: string): boolean {
  return /^(?:1[4-9]|20)\d{2}$/.test(label)
}

const units = /(?:^|[^\p{L}])(?:[kcmdµ]?m|ft|in|mi|yd|[км]?м|см|дм|km|дюйм)$/iu

function weighSuperscript(label: string, { before }: Around): number {
  if (/^[23]$/.test(label) && units.test(before)) return 0
  if (/\d$/.test(before)) return 1
  return /\S$/.test(before) ? 3 : 1
}

function weighDigits({ before, after }: Around): number {
  if (!/^(?:$|\s|[.,;:!?)\]”’"'»“‘«…—–}-])/.test(after)) return 0
  // A number that goes on: 3.14, 1,000, 9/10, 12-14, 10:30.
  if (/^[.,:/–—-]\d/.test(after)) return 0
  const last = before.at(-1) ?? ''
  if (/[”’"'»“‘«)\]]/.test(last)) return weighAfterClosing(before, after)
  if (endsWithStop(last)) return weighAfterStop(before, after)
  if (/[,;:]/.test(last)) return weighAfterComma(before, after)
  if (/\p{L}/u.test(last)) return weighAfterWord(before)
  return last === '%' ? 1.5 : 0
}

/** Brackets of a formula, behind which a figure is a power: a letter alone, or what is added and multiplied. */
const formula = /\((?:\p{L}|[^()\p{L}]*\p{L}?\s?[+−×·=^/*]\s?\p{L}?[^()\p{L}]*|\p{L}\s-\s\d+)\)$/u

const closedSentence = new RegExp(`[${sentenceMarks}] "$`, 'u')

/** ”3 or )3; but an apostrophe before a year is short for a century ('92). */
function weighAfterClosing(before: string, after: string): number {
  if (formula.test(before)) return 0
  // A straight mark behind a space closes if a sentence ends before it and another one begins behind the number.
  if (closedSentence.test(before) && /^\s+\p{Lu}/u.test(after)) return 0.6
  if (/(?:^|\s)[’'"”“‘«]$/.test(before)) return 0
  const isEnd = /^(?:$|\s)/.test(after)
  return /[)\]]$/.test(before) ? (isEnd ? 2 : 1.5) : 3
}

const newSentence = /^[”’"'»“‘«)\]]*(?:$|\s+[\p{Lu}\p{Lo}"“„‘'«»([¿¡\d])/u

/** "II.3", "A.1" at the start of a text: the number of a section, which no sentence ends before. */
const sectionStart = /^(?:[IVXLC]+|\p{Lu})\.$/u

function weighAfterStop(before: string, after: string): number {
  if (countingAbbreviation.test(before) || endsWithLeaders(before) || sectionStart.test(before)) return 0
  const opens = newSentence.test(after)
  if (/\d\.$/.test(before)) return opens ? weighAfterFigure(before, after) : 0
  return opens ? 3 : 1
}

/** Figures of three digits and more, which seldom have decimals, and years; sums of money and measured figures have. */
const year = /(?:^|[\s(–-])(?:1\d|20)\d{2}\.$/u
const longFigure = /(?:^|[^\p{Sc}±×=]\s)\d{3}\.$/u

/**
 * After a figure the point is a decimal point. It ends a sentence where the figure is a year ("in 2021.17 The"), and
 * perhaps where the figure is long and a sentence begins behind it ("and Japan 233.4 There are").
 */
function weighAfterFigure(before: string, after: string): number {
  if (year.test(before)) return 1
  return longFigure.test(before) && /^\s\p{Lu}\p{Ll}/u.test(after) ? apartWeight : 0
}

function weighAfterComma(before: string, after: string): number {
  if (!/^\s|^$/.test(after)) return 0
  const number = /(\d+),$/.exec(before)?.[1]
  if (number === undefined) return /\d[;:]$/.test(before) ? 0.4 : 2
  // Behind a figure a comma divides thousands, or is a decimal comma, unless the figure is a year.
  return number.length === 4 ? 0.8 : 0
}

function weighAfterWord(before: string): number {
  const word = /[\p{L}\p{M}'’-]+$/u.exec(before)?.[0] ?? ''
  if (units.test(before)) return 0
  if (word.length < 3) return 0.2
  return word === word.toUpperCase() ? 0.2 : /\p{Lu}/u.test(word.slice(1)) && !word.includes('-') ? 0.5 : 2
}
