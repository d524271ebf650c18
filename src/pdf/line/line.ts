import type { Face } from '../measure/face.ts'
import type { Shaped } from '../measure/shaped.ts'
import type { TextStyle } from '../measure/style.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import { directionsOf } from './bidi.ts'
import { breakLines } from './breaker.ts'
import { type Collector, collect } from './collect.ts'
import { box, clear, createItems, forced, type Items } from './items.ts'
import type { Fit } from './optimum-fit.ts'
import { completeParagraph, type Paragraph } from './run.ts'
import { type BrokenParagraph, setLine } from './set-line.ts'

/** One line of a paragraph, ready to be painted. `x` counts from the left edge of the measure, in points. */
export interface Line<Mark, Note> {
  /** In visual order, from left to right. */
  readonly pieces: readonly Piece<Mark>[]
  /** Extent of the text in points, spaces at their set width; what hangs in the margin is not counted. */
  readonly width: number
  /** How much the spaces give, in multiples of their stretch (above 0) or shrink (below 0); 0 when not justified. */
  readonly ratio: number
  /** Whether the last word is divided: its last shape is a hyphen that is not in the text. */
  readonly hyphenated: boolean
  /** Whether the line ends within a word, at a hyphen of its own or the text's, after a dash or in an address. */
  readonly divided: boolean
  /** Notes called in this line, in order. */
  readonly notes: readonly Note[]
  /** Marks of empty runs in this line, in order. */
  readonly anchors: readonly Mark[]
}

/** Words and spaces of one run in one face. */
export interface Piece<Mark> {
  /** Left edge in points; negative where punctuation hangs in the margin. */
  readonly x: number
  /** Width in points, as set. */
  readonly width: number
  readonly style: TextStyle
  readonly face: Face
  readonly mark: Mark | undefined
  /** Whether the text runs from right to left; `words` are in visual order all the same. */
  readonly rtl: boolean
  /** Words and spaces from left to right. */
  readonly words: readonly Shaped[]
  /** Points to add to each space. */
  readonly spacing: number
  /** Points to add to each glyph, spaces too (letter fit). */
  readonly tracking: number
  /** How much wider than its face has it each glyph is set: 1 for not at all. */
  readonly scale: number
}

/** The items of the paragraph in hand. One list for all: paragraphs are set one after the other. */
const scratch = createItems()

/**
 * Sets a paragraph: the lines that are best together, not one after the other. `missing` is told of each character that
 * no font of its style has, and of the mark of its run.
 */
export function setParagraph<Mark, Note>(
  asked: Paragraph<Mark, Note>,
  typesetter: Typesetter,
  missing?: (codePoint: number, mark: Mark | undefined) => void,
): Line<Mark, Note>[] {
  const paragraph = completeParagraph(asked)
  const { runs, direction } = paragraph
  const text = runs.length === 1 ? (runs[0]?.text ?? '') : joined(runs)
  const directions = directionsOf(text, direction)
  const tell = (codePoint: number, run: number) => missing?.(codePoint, runs[run]?.mark)
  const collector = collectorOf(typesetter, isRunning(paragraph), directions, tell)
  clear(scratch)
  const noteBoxes = collect(paragraph, collector)
  const broken: BrokenParagraph<Mark, Note> = {
    paragraph,
    typesetter,
    items: scratch,
    noteBoxes,
    base: directions?.base ?? 0,
    mixed: directions !== undefined,
  }
  return setLines(broken, bestBreaks(broken, collector))
}

function collectorOf(
  typesetter: Typesetter,
  divide: boolean,
  directions: Collector['directions'],
  missing: Collector['missing'],
): Collector {
  return { typesetter, items: scratch, divide, directions, missing }
}

/** Running text nearly always has a word divided somewhere; other text hardly ever. */
function isRunning<Mark, Note>({ align, hyphenate }: Required<Paragraph<Mark, Note>>): boolean {
  return align === 'justify' && hyphenate
}

function joined<Mark, Note>(runs: Paragraph<Mark, Note>['runs']): string {
  let text = ''
  for (let index = 0; index < runs.length; index++) text += runs[index]?.text ?? ''
  return text
}

/** The worst ratios of the first pass, without hyphens, and of the second, with them; the third takes what it can get. A ragged edge bears more. */
const tolerances = { whole: 1, ragged: 2.5, divided: 2 } as const

function bestBreaks<Mark, Note>(broken: BrokenParagraph<Mark, Note>, collector: Collector): number[] {
  const { paragraph, items } = broken
  const tolerance = paragraph.align === 'justify' ? tolerances.whole : tolerances.ragged
  const whole = breakLines(items, fitOf(broken, tolerance, true, true))
  if (whole) return whole
  if (paragraph.hyphenate) {
    if (!collector.divide) {
      clear(items)
      broken.noteBoxes = collect(paragraph, collectorOf(collector.typesetter, true, collector.directions, told))
    }
    const divided = breakLines(items, fitOf(broken, tolerances.divided, false, true))
    if (divided) return divided
  }
  return breakLines(items, fitOf(broken, Number.POSITIVE_INFINITY, false, false)) ?? []
}

/** What is missing has been said when the text was first collected. */
function told(): void {}

/** Least width of the last line of a heading, caption or entry, in em. */
const displayRunt = 6

/** Least width of the last line of ragged text that is divided (a quotation, a caption, a cell), as a share of the measure. */
const raggedRunt = 1 / 5

/** Running text has the theme's; text that is not divided (a heading) more, so that no word stands alone; a narrow cell less. */
function runtOf<Mark, Note>(
  { align, hyphenate, measure }: BrokenParagraph<Mark, Note>['paragraph'],
  { settings }: Typesetter,
  size: number,
): number {
  const runt = settings.runt * size
  if (align === 'justify') return runt
  if (hyphenate) return Math.min(runt, measure * raggedRunt)
  return runt > 0 ? Math.min(displayRunt * size, measure / 3) : 0
}

function fitOf<Mark, Note>(
  { paragraph, typesetter, mixed }: BrokenParagraph<Mark, Note>,
  tolerance: number,
  whole: boolean,
  retry: boolean,
): Fit {
  const { measure } = paragraph
  const justified = paragraph.align === 'justify' && measure !== Number.POSITIVE_INFINITY
  const size = paragraph.runs[0]?.style.size ?? 0
  return {
    measure,
    indent: paragraph.indent,
    tolerance,
    whole,
    retry,
    rag: justified ? 0 : size * 4,
    runt: runtOf(paragraph, typesetter, size),
    spaceStretch: typesetter.settings.spaceStretch,
    rivers: justified && !mixed,
  }
}

function setLines<Mark, Note>(broken: BrokenParagraph<Mark, Note>, breaks: readonly number[]): Line<Mark, Note>[] {
  const lines: Line<Mark, Note>[] = []
  let from = 0
  for (let index = 0; index < breaks.length; index++) {
    const end = breaks[index] ?? 0
    lines.push(setLine(broken, firstBox(broken.items, from, end), end, index === 0))
    from = end
  }
  return lines
}

/** Where a line's text begins: glue and penalties after a break are gone. */
function firstBox(items: Items, from: number, end: number): number {
  let at = from
  while (at < end && items.kind[at] !== box && (at === from || items.cost[at] !== forced)) at++
  return at
}
