import type { Typesetter } from '../measure/typesetter.ts'
import { directionsOf } from './bidi.ts'
import { breakLines } from './breaker.ts'
import { type Collector, collect } from './collect.ts'
import { box, clear, forced, type Items } from './items.ts'
import type { Line } from './line.ts'
import type { Fit } from './optimum-fit/fit.ts'
import { type BreakRoom, createBreakRoom } from './optimum-fit/room.ts'
import { completeParagraph, type Paragraph } from './run.ts'
import { type BrokenParagraph, setLine } from './set-line.ts'

/** A cache: the room that paragraphs are broken in, by what they are set with. They are set one after the other. */
const rooms = new WeakMap<Typesetter, BreakRoom>()

function roomOf(typesetter: Typesetter): BreakRoom {
  const known = rooms.get(typesetter)
  if (known) return known
  const room = createBreakRoom()
  rooms.set(typesetter, room)
  return room
}

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
  const room = roomOf(typesetter)
  const { items } = room
  const collector: Collector = { typesetter, items, divide: isRunning(paragraph), directions, missing: tell }
  clear(items)
  const noteBoxes = collect(paragraph, collector)
  const broken: BrokenParagraph<Mark, Note> = {
    paragraph,
    typesetter,
    items,
    noteBoxes,
    base: directions?.base ?? 0,
    mixed: directions !== undefined,
  }
  return setLines(broken, bestBreaks(broken, collector, room))
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

function bestBreaks<Mark, Note>(broken: BrokenParagraph<Mark, Note>, collector: Collector, room: BreakRoom): number[] {
  const { paragraph, items } = broken
  const tolerance = paragraph.align === 'justify' ? tolerances.whole : tolerances.ragged
  const whole = breakLines(room, fitOf(broken, tolerance, true, true))
  if (whole) return whole
  if (paragraph.hyphenate) {
    if (!collector.divide) {
      clear(items)
      broken.noteBoxes = collect(paragraph, dividing(collector))
    }
    const divided = breakLines(room, fitOf(broken, tolerances.divided, false, true))
    if (divided) return divided
  }
  return breakLines(room, fitOf(broken, Number.POSITIVE_INFINITY, false, false)) ?? []
}

/** The same, but that words may be divided. */
function dividing({ typesetter, items, directions }: Collector): Collector {
  return { typesetter, items, divide: true, directions, missing: told }
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
