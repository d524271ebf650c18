import { sentenceMarks as stops } from '../../language/marks.ts'

/*
 * Where sentences end, by the marks alone. `endingOf` (`punctuation.ts`) tells how a line ends and knows abbreviations
 * and calls; the tests here ask less, and each asks something else. They stand side by side so that a mark is added to
 * all, and so that it is seen how they differ.
 */

/** The end of a sentence within a line, with the call of a note behind it: a pattern, up to the space. */
export const sentenceEnd = `[${stops}]["\u2019\u201D\u00BB)]*\\d{0,3} `

const note = new RegExp(`[${stops}\u21A9)\\]][\u201D\u2019"'\u00BB)\\]]*$|[\u201D\u00BB"]$`, 'u')

/** Whether a sentence, a citation or a note ends with a line: a bracket, a quotation or the arrow back to a call end one, too. */
export function endsNote(value: string): boolean {
  return note.test(value)
}

const clause = new RegExp(`[${stops}:;]\\s?[\u201D\u2019'"\u00BB\u201C\u00AB)\\]]*$`, 'u')

/** Whether a sentence or a clause of it ends with a line, so that nothing that stands between interrupts it. */
export function endsClause(value: string): boolean {
  return clause.test(value)
}

const headline =
  /[.\u2026\u0589\u06D4\u3002;,:]\s?["'\u2019\u201D\u00BB\u201C\u00AB)]*$|[.!?]\s?["'\u2019\u201D\u00BB\u201C\u00AB)]*\s+\p{Lu}.*[.!?]$/u

/** Whether a line above a text is no headline but reads as sentences; a headline may ask or call out. */
export function readsAsSentence(value: string): boolean {
  return headline.test(value)
}

/** The call of a note behind a sentence: digits, in brackets or not, a raised figure, or a sign. */
const callBehind =
  '(?:\\[?\\d{1,3}\\]?|\\[[A-Za-z*\u2020\u2021]\\]|\\s?\\(\\p{Nd}{1,3}\\)|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3}|[*\u2217\u2020\u2021\u00A7\u00B6]{1,3})'

const caption = new RegExp(
  `[${stops}:;]["\u201D\u2019\u00BB)]*${callBehind}?$|[${stops}]["\u201D\u2019\u00BB)\\]\\d]*\\s+\\p{Lu}`,
  'u',
)

/** Whether a line below a headline ends as a sentence does, perhaps with a note's call behind it, or holds the end of one. */
export function holdsSentence(value: string): boolean {
  return caption.test(value)
}

const anyMark = new RegExp(`[${stops},;:]["\u201D\u2019\u00BB)]*$`, 'u')

/** Whether a line ends with any mark but a dash: then it is no heading, no name and no title of a table. */
export function endsWithMark(value: string): boolean {
  return anyMark.test(value)
}

const markButComma = new RegExp(`[${stops};:]$`, 'u')

/** Whether a line ends with a mark other than a comma, which stands behind the lines of addresses and signatures. */
export function endsWithMarkButComma(value: string): boolean {
  return markButComma.test(value)
}

const verse = new RegExp(`[${stops},;:\u2013\u2014\u055D]["'\u2019\u201D\u00BB)]*$|--$`, 'u')

/** Whether a line ends as verses do: with any mark, or with a dash. */
export function endsWithMarkOrDash(value: string): boolean {
  return verse.test(value)
}

const spaced = /[.!?:;]["\u201D\u2019)]?$/

/** Whether a mark may have the wide space of typists behind it, so that the space is none between cells. */
export function endsBeforeWideSpace(mark: string): boolean {
  return spaced.test(mark)
}

const stop = new RegExp(`[${stops}]$`, 'u')

/** Whether a text ends with the mark of a sentence itself. */
export function endsWithStop(text: string): boolean {
  return stop.test(text)
}

const question = /[!?:]$/

/** Whether a line asks, calls out or announces, as no line of names does; a full stop may end an initial there. */
export function asksOrAnnounces(value: string): boolean {
  return question.test(value)
}

const punctuated = new RegExp(`[${stops};:,\u00BB\u201D\u201C\u00AB"]$`, 'u')

/** Whether a long line ends with a mark or a quotation of whatever side, and so is one of running text. */
export function endsInPunctuation(value: string): boolean {
  return punctuated.test(value)
}

const carrier = /[\p{L}\p{N}.,;:!?)"\u201D\u2019\u00BB\u201C\u00AB]$/u

/** Whether a text ends with a letter, a digit or a mark behind which the sign of a note can stand. */
export function canCarryCall(before: string): boolean {
  return carrier.test(before)
}
