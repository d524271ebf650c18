import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { positionAt } from '../../../captured/captured.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, linesOf, startOf } from '../../../captured/lines.ts'
import { report } from '../../../diagnostics/report.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { beginningOf, endingOf, firstWordOf } from '../../evidence/punctuation.ts'
import { type SpreadLine, spreadLinesIn } from '../../evidence/spread-lines.ts'
import { widthOf } from '../../evidence/width.ts'
import { reachOf, type Wrapping } from '../../evidence/wrapping.ts'

/*
 * Lines that surely go on with the line before them, whatever blank lines, numbers and forms of entries say: a sentence
 * does not end in its middle. In the 90,000 line ends of the sets of captures whose paragraphs are known, those below
 * were in the middle of a paragraph as often as each limit says.
 */

/** Share of the least reach from which on a line that ends open goes on without a blank line, if no capital follows: 58,125 of 58,139. */
const full = 0.95
/** The same over a blank line, before a number (44 of 45) and behind a word that needs another. */
const fullBeforeNumber = 1
const fullBehindWord = 0.9
/** Characters of a line of running text; a heading or a running head may stand in the way of a sentence. */
const running = 30
/** Characters of a line that was cut at a measure in a text whose other lines were not: 40 of 40 go on in small letters. */
const loneWrap = 50
/** Share of the longest line that such a line has in a script without small letters. */
const longest = 0.9

/** Tells of a line whether it surely goes on with the line right before it. */
export type GoesOn = (before: Line, line: Line) => boolean

/** Learns from the lines of a tree which of them surely go on with the line before. */
export function goesOnIn(tree: Root, file: VFile): GoesOn {
  const { wrapping, language } = evidenceOf(file)
  const lines = spreadLinesIn(tree, wrapping, language)
  for (const line of lines) reportOrder(file, line)
  const spread = new Set(lines.flatMap(({ pieces, below }) => [...pieces.slice(1), ...(below ? [below] : [])]))
  const isWrapped = wrapping.hardWrapped ? wrappedIn(wrapping, language) : loneIn(tree, language)
  return (before, line) => spread.has(line) || (endingOf(before.value) === 'open' && isWrapped(before, line))
}

/** With blank lines between the words, the reader did not take them for one line, and may have them in another order. */
function reportOrder(file: VFile, { pieces }: SpreadLine): void {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last || !pieces.slice(1).some(({ data }) => (data?.blankBefore ?? 0) > 0)) return
  const words = pieces.map(({ value }) => value).join(' ')
  report(
    file,
    'normalize:words-of-a-line-are-together',
    `The words of a line stand apart and are read as \`${words}\``,
    {
      place: positionAt(file, startOf(first), endOf(last)),
      note: 'Compare their order with the page; correct it by hand where it is another',
    },
  )
}

function wrappedIn(wrapping: Wrapping, language: string): GoesOn {
  return (before, line) => {
    const reach = reachOf(before, line, wrapping) / wrapping.leastReach
    const mustGoOn = asksForMore(before, line, language)
    if ((line.data?.blankBefore ?? 0) > 0) {
      if (!isRunning(line)) return false
      return mustGoOn ? reach >= fullBehindWord : reach >= fullBeforeNumber && isNumber(line)
    }
    if (reach < full || hasGaps(before) || isSetIn(before, line)) return false
    return beginningOf(line.value) !== 'upper' || mustGoOn
  }
}

/** Where lines are not cut at a measure, a few may be: a footnote of an editor, a box, one paragraph of a mail. */
function loneIn(tree: Root, language: string): GoesOn {
  const edge = linesOf(tree).reduce((widest, { value }) => Math.max(widest, widthOf(value, 'proportional')), 0)
  return (before, line) => {
    if (before.value.length < loneWrap || (line.data?.blankBefore ?? 0) > 0 || hasGaps(before) || hasGaps(line))
      return false
    if (beginningOf(line.value) === 'lower') return true
    if (asksForMore(before, line, language)) return true
    return isCaseless(line.value) && widthOf(before.value, 'proportional') >= longest * edge
  }
}

/** Whether a line ends in a word that needs another, and the next can give it: no label, caption, or second article. */
function asksForMore(before: Line, line: Line, language: string): boolean {
  if (!endsInFunctionWord(before.value, language) || isLabel(line) || isCaption(line.value)) return false
  return beginningOf(line.value) !== 'upper' || !endsInFunctionWord(firstWordOf(line.value), language)
}

/** A number in front of small letters, of a stop, or of letters without a space: of a line, a paragraph or a note. */
function isLabel({ value }: Line): boolean {
  return /^\d{1,3}(?:\p{L}|\s+\p{Ll}|[.)]\s)/u.test(value)
}

/** A line of running text: long, or the end of a sentence. */
function isRunning({ value }: Line): boolean {
  return value.length >= running || endingOf(value) === 'sentence'
}

/** A number that counts or measures. */
function isNumber(line: Line): boolean {
  return !isLabel(line) && /^\d[\d.,:]*(?![\d.,:]|\p{L})/u.test(line.value)
}

/** Space between cells. */
function hasGaps({ value }: Line): boolean {
  return /\t|\S\s{3,}\S/.test(value)
}

function isSetIn(before: Line, line: Line): boolean {
  return (line.data?.indent ?? 0) - (before.data?.indent ?? 0) >= 2
}

function isCaseless(value: string): boolean {
  const letter = /\p{L}/u.exec(value)?.[0] ?? ''
  return letter !== '' && letter.toLowerCase() === letter.toUpperCase()
}
