import type { Line } from '../../../captured/line.ts'
import { dateOfLine } from '../../../language/words/date.ts'
import { sectionWords } from '../../../language/words/sections.ts'
import { isPlace } from '../../evidence/facts.ts'
import { gapsIn } from '../../evidence/gaps.ts'
import { edgeKey, isAmongFields, isKindOfText, isNoTitle } from '../../evidence/headings/no-title.ts'
import { isLabelled } from '../../evidence/labelled.ts'
import { isClause, isListed } from '../../evidence/markers.ts'
import { headingNumbers } from '../../evidence/numbering.ts'
import { endingOf, firstWordOf } from '../../evidence/punctuation.ts'
import { endsWithStop, readsAsSentence } from '../../evidence/sentence-ends.ts'
import { headingEnd } from '../../evidence/type-run.ts'
import { widthOf } from '../../evidence/width.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'
import { isAboveTitle } from './above-title.ts'
import { type HeadMatter, plain, type Title } from './head-matter.ts'

/** The headline among the lines at the top: one that is given again, or else the first block that reads as one. */
export function findTitle(matter: HeadMatter): Title | undefined {
  const { lines, below } = matter
  const values = lines.map((line) => plain(line.value))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const value = values[at] ?? ''
    if (
      line &&
      value.split(' ').length >= 3 &&
      !readsAsSentence(value) &&
      !isClause(value) &&
      gapsIn(line.value) < 2 &&
      isAgain(value, at, values, below)
    ) {
      // The last copy stands next to the text.
      return [lines[values.lastIndexOf(value)] ?? line]
    }
  }
  return firstBlock(matter)
}

/** Whether a headline is given again above some text; what ends the text, too, is the name of who signs it. */
function isAgain(value: string, at: number, values: readonly string[], below: readonly string[]): boolean {
  return values.indexOf(value, at + 1) > 0 && values.lastIndexOf(value) < below.length - 1
}

/** Blocks at the top among which the title is. */
const titleWithin = 6
/** Kickers, dates and publishers above it at most. */
const mostAbove = 4

/** The first lines up to a blank one that read as a headline; what is no title, and a kicker, are passed over. */
function firstBlock(matter: HeadMatter): Title | undefined {
  const { lines, isCredit } = matter
  let head: number | undefined
  let at = 0
  for (let count = 0; count < titleWithin && at < lines.length; count++, at++) {
    const line = lines[at] as Line
    const isAbove = count < mostAbove && isAboveTitle(lines, at, matter.language)
    if (isAbove || isNoTitle(line) || isAmongFields(lines, at) || isMasthead(lines, at, matter.language)) continue
    // What stands between the head of the pages and the text may be the author.
    if (head !== undefined && isCredit(line)) continue
    const isWeak = comesBack(matter, at) || isKindOfText(line)
    const title = isWeak ? undefined : blockAt(matter, at)
    if (title) return title
    if (!isWeak) break
    head ??= at
  }
  // Where nothing else is a title, it is what heads the pages, or says of what kind the text is.
  return head === undefined ? undefined : blockAt(matter, head)
}

/** Words of a headline below a masthead at most. */
const longestHeadline = 16

/** Whether a line has the date right below it, and a headline of its own below that: the name of a paper, or who writes. */
function isMasthead(lines: readonly Line[], at: number, language: string): boolean {
  const [date, headline, text] = lines.slice(at + 1, at + 4)
  if (!date || !headline || !text || (date.data?.blankBefore ?? 0) > 0 || !dateOfLine(date.value, language))
    return false
  const isApart = [headline, text].every(({ data }) => (data?.blankBefore ?? 0) > 0)
  return isApart && !readsAsSentence(headline.value) && headline.value.split(/\s+/).length <= longestHeadline
}

/** Whether a line stands at the edge of another page, too. */
function comesBack({ lines, edges }: HeadMatter, at: number): boolean {
  return edges.has(edgeKey(lines[at]?.value ?? ''))
}

/** The headline that begins at a line. */
function blockAt({ lines, wrapping, isCredit }: HeadMatter, at: number): Title | undefined {
  const { hardWrapped } = wrapping
  const first = lines[at]
  if (!first) return undefined
  // In a column, lines in larger type seem to have blank lines between them.
  const run = hardWrapped && first.data?.column !== undefined ? headingEnd(lines, at, wrapping) : at + 1
  const credit = lines.slice(at, run).findIndex((line, place) => place > 0 && isCredit(line))
  const whole = credit > 0 ? at + credit : run
  const block = lines.slice(at, whole)
  for (const line of lines.slice(whole)) {
    if ((line.data?.blankBefore ?? 0) > 0 || line.data?.page !== first.data?.page) break
    if (!hardWrapped || block.length > 3 || whole > at + 1 || isCredit(line)) break
    block.push(line)
  }
  const rest = lines[at + block.length]
  const text = plain(block.map((line) => line.value).join(' '))
  const apart = rest !== undefined && (!hardWrapped || (rest.data?.blankBefore ?? 0) > 0 || isCredit(rest))
  // A line below in lower case goes on with a sentence.
  if (
    !apart ||
    /^\p{Ll}/u.test(rest?.value ?? '') ||
    block.length > Math.max(4, whole - at) ||
    readsAsSentence(text) ||
    isListed(text) ||
    block.some(isPlace) ||
    (block.length > 1 && block.some(({ value }) => isLabelled(value))) ||
    // A divided word is joined by a later rule.
    block.slice(0, -1).some(({ value }) => endingOf(value) === 'hyphen') ||
    text.split(' ').length > 30
  )
    return undefined
  const title = block.slice(0, titleLines(block, wrapping))
  return title.some(({ value }) => readsAsSentence(value) && !value.endsWith(':')) && title.length < block.length
    ? undefined
    : title
}

/** Share of the widest line of a headline that a line reaches with the next one's first word, if the headline goes on there. */
const goesOn = 0.9

/**
 * How many lines of a block are its headline: a line that ends early, asks or calls out has a subtitle or a date below
 * it, but for a number or a colon, which need what is below.
 */
function titleLines(block: Title, { model }: Wrapping): number {
  const widest = Math.max(...block.map(({ value }) => widthOf(value, model)))
  const end = block.findIndex(({ value }, at) => {
    const next = block[at + 1]
    if (!next) return true
    const reach = widthOf(`${value} ${firstWordOf(next.value)}`, model)
    if (value.endsWith(':') || isNumbered(value)) return false
    return reach < goesOn * widest || endsWithStop(value)
  })
  return end + 1
}

/** "4.", "Chapter IV", "Chapter One": a number needs the title below it. */
function isNumbered(value: string): boolean {
  const [unit = '', ...others] = value.toLowerCase().split(/\s+/)
  return headingNumbers(value).length > 0 || (sectionWords.includes(unit) && others.length < 2)
}
