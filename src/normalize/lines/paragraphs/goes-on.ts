import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { linesOf } from '../../../captured/lines.ts'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { spreadIn } from '../../evidence/spread-lines.ts'
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
/** Characters of a line of running text; a heading may stand in the way of a sentence. */
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
  const spread = spreadIn(tree, wrapping, language)
  const isWrapped = wrapping.hardWrapped ? wrappedIn(wrapping, language) : loneIn(tree, language)
  return (before, line) => spread.has(line) || (endingOf(before.value) === 'open' && isWrapped(before, line))
}

function wrappedIn(wrapping: Wrapping, language: string): GoesOn {
  return (before, line) => {
    const reach = reachOf(before, line, wrapping) / wrapping.leastReach
    const begins = beginningOf(line.value)
    const mustGoOn = endsInFunctionWord(before.value, language)
    if ((line.data?.blankBefore ?? 0) > 0) {
      if (mustGoOn) return reach >= fullBehindWord && !isLabel(line) && line.value.length >= running
      return reach >= fullBeforeNumber && isNumber(line)
    }
    return reach >= full && (begins !== 'upper' || mustGoOn) && !hasGaps(before) && !isSetIn(before, line)
  }
}

/** Where lines are not cut at a measure, a few may be: a footnote of an editor, a box, one paragraph of a mail. */
function loneIn(tree: Root, language: string): GoesOn {
  const edge = linesOf(tree).reduce((widest, { value }) => Math.max(widest, widthOf(value, 'proportional')), 0)
  return (before, line) => {
    if (before.value.length < loneWrap || (line.data?.blankBefore ?? 0) > 0 || hasGaps(before) || hasGaps(line))
      return false
    if (beginningOf(line.value) === 'lower') return true
    if (endsInFunctionWord(before.value, language) && !isLabel(line)) return true
    return isCaseless(line.value) && widthOf(before.value, 'proportional') >= longest * edge
  }
}

/** A number in front of small letters, or of letters without a space: of a line, a paragraph or a note. */
function isLabel({ value }: Line): boolean {
  return /^\d{1,3}(?:\p{L}|\s+\p{Ll})/u.test(value)
}

/** A number alone; one with letters at it is the label of a note. */
function isNumber({ value }: Line): boolean {
  return /^\d[\d.,:]*(?![\d.,:]|\p{L})/u.test(value)
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
