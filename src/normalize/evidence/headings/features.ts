import type { Line } from '../../../captured/line.ts'
import { annexLabel, headingNumbers, isBareNumber } from '../numbering.ts'
import { beginningOf, endingOf } from '../punctuation.ts'
import { widthOf } from '../width.ts'
import type { Wrapping } from '../wrapping.ts'
import { isQuestion, isTurn } from './blocks.ts'
import { beginsWithLabel, type Labels, labelOf, withoutDirections } from './labels.ts'

/** A block that may be a heading, with what stands around it. */
export interface HeadingPlace {
  readonly lines: readonly Line[]
  readonly text: string
  /** Number of blocks above it. */
  readonly at: number
  /** The line above and the line below, where nothing else stands between. */
  readonly above: Line | undefined
  readonly below: Line | undefined
  /** Number of lines of the block below; 0 when it is no block of lines. */
  readonly linesBelow: number
  /** Whether more room is above it than above paragraphs. */
  readonly standsApart: boolean
  /** Whether its number goes on a row of numbers. */
  readonly isNumbered: boolean
}

/** What places are judged with that is the same for a whole text. */
export interface HeadingText {
  readonly wrapping: Wrapping
  readonly labels: Labels
  /** Number of blocks that have the same text. */
  readonly blocks: ReadonlyMap<string, number>
  /** Whether its headings are questions. */
  readonly answersQuestions: boolean
}

type Test = (place: HeadingPlace, text: HeadingText) => boolean

/** Words of a sentence at least: headings that are longer are in capitals, or few. */
const sentence = 9
/** Words of a heading that says little by itself, at most. */
const few = 4
/** Share of the measure that a line of a paragraph fills, and that the line above a cut paragraph fills, at least. */
const filled = 0.85
const filledAbove = 0.7
/** The same where lines are not cut at a measure, in characters. */
const longLine = 60
/** Words of the label of a field at most; the name of a policy before its subtitle is longer. */
const labelWords = 2
/** Blocks of the head of a text, among which a title with a colon stands. */
const head = 4
/** Times that a text comes back as a block before it is no heading: a signature, a response, what is said of each entry. */
const returning = 3
/** Words of a signature at most, and columns by which it stands farther in than its neighbours. */
const signature = { words: 4, farther: 3 }

/** What can be seen of a block that may be a heading; each is true or not. */
export const headingFeatures = {
  numbered: ({ isNumbered }) => isNumbered,
  hasNumber: ({ text, isNumbered }) => !isNumbered && headingNumbers(text).length > 0,
  capitals: ({ text }) => inCapitals(text),
  titleCase: ({ text }) => isInTitleCase(text),
  apart: ({ standsApart }) => standsApart,
  blankAbove: ({ lines, above }) => above === undefined || isBelowBlank(lines[0]) || isBareNumber(above.value),
  blankBelow: ({ below }) => below === undefined || isBelowBlank(below),
  brief: ({ text }) => wordsIn(text) <= few,
  textBelow: isAboveText,
  numberBelow: ({ below }) => below !== undefined && !below.data?.marker && isBareFigure(below.value),
  returns: (place, text) => (text.blocks.get(place.text) ?? 0) >= returning && !isAboveText(place, text),
  markerBelow: ({ below }) => below?.data?.marker !== undefined,
  closer: isCloserToAbove,
  setIn: isSetIn,
  onTop: ({ at }) => at < head,
  goesOnSmall: ({ below }) => below !== undefined && !below.data?.marker && beginningOf(below.value) === 'lower',
  sentenceInside: ({ text }) => endsInside.test(withoutNumber(text)),
  openAbove: isBelowOpenLine,
  long: ({ text }) => wordsIn(text) >= sentence && !hasCapitals(text) && headingNumbers(text).length === 0,
  full: fillsMeasure,
  stops: ({ text, standsApart }) => /[.!]["\u201D\u00BB)]*$/.test(text) && !inCapitals(text) && !standsApart,
  label: isField,
  labelReturns: ({ text }, { labels }) => beginsWithLabel(text, labels),
  question: ({ text }, { answersQuestions }) => !answersQuestions && isQuestion(text),
  answered: ({ text }, { answersQuestions }) => answersQuestions && isQuestion(text),
  turn: ({ text }) => isTurn(text),
  bracket: ({ text }) => /^[[(]/.test(text),
  time: ({ text }) => /^\d{1,2}[.:]\d\d(?!\d|\.)|\s\d{1,2}:\d\d\]?$/.test(text),
  signed: isSignature,
} satisfies Record<string, Test>

/** Name of a feature. */
export type HeadingFeature = keyof typeof headingFeatures

/** The features that a place has, in the order of the table. */
export function featuresOf(place: HeadingPlace, text: HeadingText): HeadingFeature[] {
  const seen = { ...place, text: withoutDirections(place.text) }
  return (Object.keys(headingFeatures) as HeadingFeature[]).filter((name) => headingFeatures[name](seen, text))
}

/** The end of a sentence, or of a clause, with another behind it. */
const endsInside = /[\p{Ll}\p{Lo}]{3,}[.!?;\u061F\u0589][\u201D"\u00BB)]?\s+[\u201C"\u201E\u00AB(]?[\p{Lu}\p{Lo}]/u

/** A text without the number or the word for an annex that it begins with. */
function withoutNumber(text: string): string {
  return text.slice(Math.max(0, ...headingNumbers(text).map(({ length }) => length)))
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length
}

/** Whether a text has letters, and no small ones; letters of a script without case are no capitals. */
export function inCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

/** Share of the longer words that have capitals in a title that is set so. */
const titleCase = 0.7

/** Whether most of the longer words have capitals, as in a title. */
function hasCapitals(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? []
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > titleCase * words.length
}

/** Whether all of three longer words and more have capitals, and small letters behind them; names in a row have commas. */
function isInTitleCase(text: string): boolean {
  if (/[,:]/.test(text)) return false
  const words = text.match(/\p{L}{4,}/gu) ?? []
  return words.length > 2 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))
}

/** Whether a paragraph stands below: several lines, or a long one where lines are not cut at a measure. */
function isAboveText({ below, linesBelow }: HeadingPlace, { wrapping }: HeadingText): boolean {
  return linesBelow > 1 || (!wrapping.hardWrapped && (below?.value.length ?? 0) > longLine)
}

function isBelowBlank(line: Line | undefined): boolean {
  return (line?.data?.blankBefore ?? 0) > 0
}

/** Whether the line right above has no end, and is too long for a heading above a heading. */
function isBelowOpenLine({ lines, above }: HeadingPlace, { wrapping }: HeadingText): boolean {
  const [first] = lines
  if (!above || isBelowBlank(first) || above.data?.page !== first?.data?.page) return false
  const ending = endingOf(above.value)
  if (ending !== 'open' && ending !== 'hyphen') return false
  if (!wrapping.hardWrapped) return above.value.length > longLine
  return widthOf(above.value, wrapping.model) > filledAbove * wrapping.measure
}

function fillsMeasure({ lines, text }: HeadingPlace, { wrapping }: HeadingText): boolean {
  if (!wrapping.hardWrapped || wordsIn(text) < few || inCapitals(text) || isInTitleCase(text)) return false
  // "IV. Title": a long title behind a Roman number.
  if (headingNumbers(text).some(({ scheme }) => scheme.startsWith('I'))) return false
  return widthOf(lines[0]?.value ?? '', wrapping.model) > filled * wrapping.measure
}

function isField(place: HeadingPlace): boolean {
  const { text, at, isNumbered } = place
  const hasNumber = isNumbered || annexLabel(text) !== undefined || headingNumbers(text).length > 0
  const label = hasNumber ? undefined : labelOf(text)
  if (label === undefined) return false
  return isAmongFields(place) || (at >= head && (wordsIn(label) <= labelWords || /[\d()[\]]/.test(label)))
}

/** Whether a line with a label stands right above or right below. */
function isAmongFields({ lines, above, below }: HeadingPlace): boolean {
  return (
    (below !== undefined && !isBelowBlank(below) && labelOf(below.value) !== undefined) ||
    (above !== undefined && !isBelowBlank(lines[0]) && labelOf(above.value) !== undefined)
  )
}

/** Whether less room is above a line than below it, as with what belongs to the text above. */
function isCloserToAbove({ lines, above, below }: HeadingPlace): boolean {
  return above !== undefined && gapAbove(lines[0]) < gapAbove(below)
}

function gapAbove(line: Line | undefined): number {
  return line?.data?.blankBefore ?? 0
}

/** Whether a line stands farther in than the lines above and below it. */
function isSetIn({ lines, above, below }: HeadingPlace): boolean {
  const inner = Math.max(above?.data?.indent ?? 0, below?.data?.indent ?? 0)
  return above !== undefined && (lines[0]?.data?.indent ?? 0) >= inner + signature.farther
}

/** Names alone, no farther from the text above than from the text below, set in or right below a line of verse. */
function isSignature(place: HeadingPlace): boolean {
  const { lines, text, above, below } = place
  const words = text.replace(/[.,]$/, '').split(/\s+/)
  if (lines.length > 1 || words.length > signature.words || !words.every((word) => /^\p{Lu}/u.test(word))) return false
  if (above?.data?.lineation?.kind === 'verse' || isSetIn(place)) return gapAbove(lines[0]) <= gapAbove(below)
  return words.length > 1 && above?.data?.page === lines[0]?.data?.page && isCloserToAbove(place)
}

/** A line that begins with a figure which is no heading's number: a date, a time, an amount. */
function isBareFigure(text: string): boolean {
  return beginningOf(text) === 'digit' && headingNumbers(text).length === 0
}
