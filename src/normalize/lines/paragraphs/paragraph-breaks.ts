import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { isCaption } from '../../../language/words/captions.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { isSeam } from '../../evidence/joints/joint.ts'
import { endOdds, type LineEnds } from '../../evidence/line-ends.ts'
import { formOf, hasEnded, type LineForm } from '../../evidence/line-forms.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'
import { isMerged, reachOf, type Wrapping } from '../../evidence/wrapping.ts'
import { type Doubt, settle } from './doubtful-breaks.ts'
import { goesOnIn } from './goes-on.ts'
import { junctureAt } from './junctures.ts'

/** Why a paragraph starts at a line; absent when the line goes on with the one before. */
type Break = { readonly evidence: string; readonly confidence: number } | undefined

/** A line among its neighbours. */
interface Place {
  readonly before: Line | undefined
  readonly line: Line
  readonly next: Line | undefined
}

/** A place that has a line before it. */
type LineEnd = Place & { readonly before: Line }

/** What is known of the paragraph that is being read. */
interface Open {
  /** The least reach of its own line ends that can only come from wrapping. */
  reach: number
  /** Indentation of its lines after the first, once there is one. */
  indent: number | undefined
  /** Whether it has begun with the number of a heading, a caption or an annex and has not come to an end mark yet. */
  heading: boolean
}

/**
 * Marks the lines that start paragraphs. A line end in the middle of a sentence never ends a paragraph; a blank line
 * does, unless a page break stands there; a sentence that ends where the next word would still have fitted does, for
 * the line was broken on purpose; so do changes of indentation and list markers. In text whose lines are not cut at a
 * measure, each line is a paragraph.
 */
export function paragraphBreaks() {
  return (tree: Root, file: VFile): void => {
    const { wrapping, lineEnds: ends, lineForms } = evidenceOf(file)
    const goesOn = goesOnIn(tree, file)
    const doubts: Doubt[] = []
    const open: Open = { reach: wrapping.leastReach, indent: undefined, heading: false }
    let before: Line | undefined
    for (const [at, node] of tree.children.entries()) {
      const line = node.type === 'line' ? node : undefined
      // A call that broke off its line joins it, and says nothing of the next one.
      if (line?.data?.noteCall) continue
      if (line?.data?.startsParagraph) start(line, line.data.startsParagraph, open, wrapping)
      else if (line?.data && !(line.data.lineation && before?.data?.lineation)) {
        const behind = tree.children[at + 1]
        const place = { before, line, next: behind?.type === 'line' ? behind : undefined }
        const certain = before && !line.data.marker && goesOn(before, line)
        if (before && !certain && isOpenQuestion(before, line)) line.data.isJudged = true
        const found = certain ? undefined : (formBreak(place, lineForms, wrapping) ?? breakAt(place, open, ends, file))
        if (found && 'odds' in found) doubts.push(found)
        if (found && 'evidence' in found) start(line, found, open, wrapping)
        else if (before) goOn(before, line, open, wrapping)
      }
      before = line
    }
    settle(tree, doubts)
  }
}

/** Whether it is only what stands around a line that tells whether it goes on; a divided word does. */
function isOpenQuestion(before: Line, { value, data }: Line): boolean {
  if (data?.marker || data?.lineation) return false
  return endingOf(before.value) !== 'hyphen' || beginningOf(value) !== 'lower'
}

function start(line: Line, found: NonNullable<Break>, open: Open, wrapping: Wrapping): void {
  if (line.data) line.data.startsParagraph = found
  open.reach = wrapping.leastReach
  open.indent = undefined
  open.heading = hasHeadingNumber(line.value) && endingOf(line.value) === 'open'
}

/** Share of the measure below which a block has a measure of its own. */
const narrow = 0.95
/** Odds from which on a line's end alone tells that its paragraph ends: natural logarithm. */
const certain = 2.5
/** Share of the measure that the narrowest block of running text has. */
const narrowest = 0.4

function goOn(before: Line, line: Line, open: Open, wrapping: Wrapping): void {
  open.indent ??= line.data?.indent
  open.heading &&= endingOf(line.value) === 'open' && isMidSentence(before, line)
  if (!isMidSentence(before, line) || isMerged(before, wrapping)) return
  const reach = reachOf(before, line, wrapping)
  if (reach > narrowest * wrapping.leastReach) open.reach = Math.min(open.reach, reach)
}

function isMidSentence(before: Line, line: Line): boolean {
  const ending = endingOf(before.value)
  return (ending === 'open' || ending === 'hyphen') && beginningOf(line.value) === 'lower'
}

/** Where an entry begins in the form of the others: also within the reach of the line before it. */
function formBreak({ before, line }: Place, forms: ReadonlySet<LineForm>, wrapping: Wrapping): Break {
  const form = forms.size > 0 ? formOf(line.value) : undefined
  if (!form || !forms.has(form) || !before || !wrapping.hardWrapped || !hasEnded(before, line, wrapping))
    return undefined
  return { evidence: 'it begins in the form in which the entries of this text do', confidence: 0.9 }
}

function breakAt({ before, line, next }: Place, open: Open, ends: LineEnds, file: VFile): Break | Doubt {
  if (!before) return { evidence: 'nothing stands before it', confidence: 1 }
  if (line.data?.marker) return { evidence: 'it begins with a list marker', confidence: 0.95 }
  const { wrapping } = ends
  const seam = isSeam(before, line, file)
  if (!wrapping.hardWrapped) {
    if (seam && isMidSentence(before, line)) return undefined
    return { evidence: 'the lines of this text are not cut at a measure', confidence: 0.95 }
  }
  const blank = (line.data?.blankBefore ?? 0) > 0 && !seam
  const local = localReach({ before, line, next }, open, wrapping)
  const reach = reachOf(before, line, wrapping) / local
  if (isMidSentence(before, line) && reach >= (blank ? 1 : seam ? 0.85 : 0.5)) return undefined
  if (blank) return { evidence: 'a blank line stands before it', confidence: 0.95 }
  const byIndent = wrapping.column > 0 ? indentBreak(before, line, open, reach) : undefined
  const byLayout = byIndent ?? headingBreak({ before, line, next }, reach, open, wrapping)
  if (byLayout) return byLayout
  const juncture = junctureAt(before, line)
  const byBlanks = wrapping.blankLinesSeparate && !seam
  const isNarrow = local < narrow * wrapping.leastReach - ends.firstLineIndent
  if (!juncture || (byBlanks && juncture === 'sentence') || (isNarrow && !byBlanks)) {
    return punctuationBreak(before, line, reach, byBlanks ? 0.88 : 1)
  }
  const odds = endOdds(before, line, next, ends)
  if (odds >= certain) return { evidence: lineEndedEarly, confidence: 0.9 }
  return byBlanks && juncture !== 'semicolon, capital' ? undefined : { line, juncture, odds }
}

const lineEndedEarly = 'the line before it ends where its first word would have fitted'

/** The least reach that leads to a line end here: narrower blocks, such as quotations, show it by their own lines. */
function localReach({ before, line, next }: LineEnd, open: Open, wrapping: Wrapping): number {
  if (open.reach < wrapping.leastReach || !next || !isMidSentence(line, next)) return open.reach
  const ahead = Math.max(narrowest * wrapping.leastReach, reachOf(line, next, wrapping))
  const alike = Math.abs(line.value.length - before.value.length) < 0.1 * line.value.length
  return alike && line.data?.indent === before.data?.indent ? Math.min(open.reach, ahead) : open.reach
}

function indentBreak(before: Line, line: Line, open: Open, reach: number): Break {
  const indent = line.data?.indent ?? 0
  const expected = open.indent ?? before.data?.indent ?? 0
  const firstOfParagraph = open.indent === undefined
  if (Math.abs(indent - expected) < 2) return undefined
  if (firstOfParagraph && (indent < expected || before.data?.marker)) return undefined
  if (endingOf(before.value) === 'open' && reach >= 1) return undefined
  return { evidence: `it is indented by ${indent} columns, the lines before it by ${expected}`, confidence: 0.85 }
}

/** Above and below what looks like a heading or a caption by its number or its length. */
function headingBreak({ before, line, next }: LineEnd, reach: number, open: Open, wrapping: Wrapping): Break {
  const ending = endingOf(before.value)
  if (open.heading && reach < 1) {
    if (beginningOf(line.value) === 'lower') return undefined
    return { evidence: 'a numbered heading or a caption stands before it', confidence: 0.8 }
  }
  if (ending === 'open' || ending === 'hyphen' || !next || endingOf(line.value) !== 'open') return undefined
  const begins = beginningOf(line.value)
  if ((begins !== 'upper' && begins !== 'digit') || isMidSentence(line, next)) return undefined
  const own = reachOf(line, next, wrapping) / wrapping.leastReach
  if (own >= (hasHeadingNumber(line.value) ? 1 : 0.75)) return undefined
  return { evidence: 'it is short, ends without a mark and stands in front of a new beginning', confidence: 0.75 }
}

function hasHeadingNumber(text: string): boolean {
  return isCaption(text) || annexLabel(text) !== undefined || headingNumbers(text).length > 0
}

/** `full`: the reach from which on a line that ends a sentence counts as full. */
function punctuationBreak(before: Line, line: Line, reach: number, full: number): Break {
  const ending = endingOf(before.value)
  const lower = beginningOf(line.value) === 'lower'
  if (ending === 'sentence' && reach < (lower ? 0.88 : full)) {
    return { evidence: 'the sentence before it ends on a line where its first word would have fitted', confidence: 0.9 }
  }
  if (ending === 'clause' && reach < 0.93) {
    return { evidence: 'the clause before it ends on a line where its first word would have fitted', confidence: 0.8 }
  }
  if (ending === 'open' && !lower && reach < 0.75 && !/[\u2013\u2014]$/.test(before.value)) {
    return { evidence: 'the line before it is far shorter than the measure', confidence: 0.75 }
  }
  return undefined
}
