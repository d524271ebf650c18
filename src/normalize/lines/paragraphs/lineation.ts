import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line, LineData } from '../../../captured/line.ts'
import { endOf, linesOf, startOf } from '../../../captured/lines.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { reachOf, type Wrapping } from '../../evidence/wrapping.ts'
import { againstParagraphs, againstWrapping, type Habits, habitsOf, type Verdict } from './lineation-odds.ts'
import { type Stretch, stretchesOf } from './lineation-stretches.ts'

const rule = 'normalize:line-ends-are-kept'

/** Odds below which lines are ordinary text and no question is raised: natural logarithm. */
const doubtful = 0

/**
 * Finds lines that end where their author ended them: verse, postal addresses, signatures, imprints. They stay lines of
 * one paragraph. Evidence are ends before the measure without room for a narrower one, capitals where nothing has ended,
 * marks at line ends, rhymes, and the words of letters and addresses. It leaves alone wrapped lines however ragged, headings, list items,
 * cells and captions.
 */
export function lineation() {
  return (tree: Root, file: VFile): void => {
    const { wrapping } = evidenceOf(file)
    const lines = linesOf(tree)
    const text = {
      wrapping,
      habits: habitsOf(lines, wrapping),
      blanks: wrapping.blankLinesSeparate || blankLinesSeparate(lines, wrapping),
    }
    const judged = stretchesOf(tree.children, wrapping)
      .filter(({ lines }) => !lines.every(isFinished))
      .map((stretch) => ({ stretch, verdict: verdictOn(stretch, text) }))
    let before: Judged | undefined
    for (const [at, { stretch, verdict }] of judged.entries()) {
      const beside = [before, judged[at + 1]].some((other) => other && isSibling(stretch, other))
      const odds = verdict.odds + (beside ? company : 0)
      before = { stretch, verdict: { ...verdict, odds } }
      if (odds < doubtful) continue
      const found = {
        kind: verdict.kind,
        evidence: verdict.evidence,
        confidence: Math.min(0.97, 1 / (1 + Math.exp(-odds))),
      }
      if (isSure(file, proposalFor(String(file.value), stretch.lines, found))) keep(stretch, found)
    }
  }
}

/** What a stretch gains that stands beside a certain one, as stanzas and signatures do: natural logarithm. */
const company = 3
/** Odds from which on a stretch is company for another. */
const certain = 2

/** A stretch and what is thought of it. */
interface Judged {
  readonly stretch: Stretch
  readonly verdict: Verdict
}

/** Whether a certain stretch stands right above or below, with only blank lines between, and as far in. */
function isSibling({ lines, above, below }: Stretch, { stretch: other, verdict }: Judged): boolean {
  if (verdict.odds < certain) return false
  const touches = other.lines.at(-1) === above || other.lines[0] === below
  return touches && Math.abs(indentOf(lines) - indentOf(other.lines)) < 2
}

/** Indentation of the outermost line. */
function indentOf(lines: readonly Line[]): number {
  return lines.reduce((least, { data }) => Math.min(least, data?.indent ?? 0), Number.POSITIVE_INFINITY)
}

/** Sentences or clauses one a line are items or paragraphs. */
function isFinished({ value }: Line): boolean {
  const ending = endingOf(value)
  return ending === 'sentence' || (ending === 'clause' && value.endsWith(';'))
}

/** What is known of the text that a stretch stands in. */
interface Surroundings {
  readonly wrapping: Wrapping
  readonly habits: Habits
  /** Whether blank lines separate paragraphs, so that lines between two of them are one. */
  readonly blanks: boolean
}

/** Where sentences end before the measure, paragraphs end: share of these places that have a blank line. */
function blankLinesSeparate(lines: readonly Line[], wrapping: Wrapping): boolean {
  let ends = 0
  let blanks = 0
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (!next || line.value.length < 20 || endingOf(line.value) !== 'sentence' || line.data?.page !== next.data?.page)
      continue
    if (wrapping.hardWrapped && reachOf(line, next, wrapping) > 0.9 * wrapping.leastReach) continue
    ends++
    if ((next.data?.blankBefore ?? 0) > 0) blanks++
  }
  return blanks > 0.75 * ends
}

/** What standing between blank lines is worth where no measure tells how long lines are: natural logarithm. */
const together = 1.5

function verdictOn(stretch: Stretch, { wrapping, habits, blanks }: Surroundings): Verdict {
  if (stretch.apart && blanks && wrapping.hardWrapped) return againstWrapping(stretch, habits, wrapping)
  const verdict = againstParagraphs(stretch, habits, wrapping)
  return stretch.apart && blanks && verdict.odds > 0 ? { ...verdict, odds: verdict.odds + together } : verdict
}

function proposalFor(text: string, lines: readonly Line[], { evidence, confidence }: LineationData) {
  const [start, end] = [lines[0] ? startOf(lines[0]) : 0, lines.at(-1) ? endOf(lines.at(-1) as Line) : 0]
  const left = text.slice(start, end)
  return { rule, start, end, left, after: lines.map(({ value }) => value).join(' / '), evidence, confidence } as const
}

type LineationData = NonNullable<LineData['lineation']>

function keep({ lines, below }: Stretch, found: LineationData): void {
  const { evidence, confidence } = found
  for (const [at, line] of lines.entries()) {
    if (!line.data) continue
    if (at === 0) line.data.startsParagraph = { evidence, confidence }
    line.data.lineation = found
  }
  if (below?.data && below.data.blankBefore === 0) below.data.startsParagraph = { evidence, confidence }
}
