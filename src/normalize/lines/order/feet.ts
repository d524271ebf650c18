import type { Line } from '../../../captured/line.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { widthOf } from '../../evidence/width.ts'
import type { NoteLines, Page } from '../../notes/captured-notes.ts'
import type { FootStarts } from './foot-starts.ts'
import { isApart, isSeam } from './seams.ts'

/** Widths of full lines in the body and in the notes, in thousandths of an em of the body's type. */
export interface LineWidths {
  readonly body: number
  readonly notes: number
}

/** Measures lines that are known to be notes, because they follow a label and go on, and all others. */
export function lineWidths({ lines, labels }: NoteLines, starts: ReadonlySet<number>): LineWidths {
  const notes: number[] = []
  const own = new Set<number>()
  for (const start of starts) {
    const first = labels[start]?.form === 'alone' ? start + 1 : start
    for (let at = start; at <= first + 2; at++) own.add(at)
    for (let at = first; at <= first + 1; at++) {
      const line = lines[at]
      const next = lines[at + 1]
      if (!line || !next || starts.has(at + 1) || isApart(line, next)) break
      notes.push(widthOf(line.value, 'proportional'))
    }
  }
  const body = lines.flatMap(({ value }, at) => (own.has(at) ? [] : [widthOf(value, 'proportional')]))
  const usual = usualWidth(body)
  return { body: usual, notes: notes.length < 8 ? usual : usualWidth(notes) }
}

/** Full lines differ by less than this share, and lines that end a paragraph or were merged by more. */
const spread = 0.08

/** The middle of the densest stretch of widths. */
function usualWidth(widths: readonly number[]): number {
  const rising = [...widths].sort((one, other) => one - other)
  let best = 0
  let middle = 0
  for (let low = 0, high = 0; high < rising.length; high++) {
    while ((rising[low] ?? 0) * (1 + spread) < (rising[high] ?? 0)) low++
    if (high - low < best) continue
    best = high - low
    middle = rising[(low + high) >> 1] ?? 0
  }
  return middle
}

/** Costs of reading the lines of a page as body and notes by turns. */
const costs = {
  /** The body goes on right below a note, without a blank line or the end of a column. */
  bodyWithoutGap: 2.5,
  bodyAfterNote: 0.7,
  noteIsOpen: 2.5,
  /** A note goes on behind a blank line, or in the next column. */
  noteWithGap: 1.2,
  noteOverSeam: 2,
  noteWithoutLabel: 1.2,
  /** The next note begins before the one that broke off has gone on. */
  noteBrokenOff: 1,
  labelInBody: 2.5,
  callInNote: 2.5,
  width: 1.5,
}

/** The end of a note or of the body, as far as the next line is read by it. */
interface State {
  readonly cost: number
  /** Indices of the lines read as notes, the last one first. */
  readonly notes: Chain | undefined
  /** The last line of the body, and of the notes. */
  readonly body: number | undefined
  readonly note: number | undefined
}

interface Chain {
  readonly line: number
  readonly rest: Chain | undefined
}

/** What is known of the page whose lines are read. */
export interface Foot extends FootStarts {
  readonly text: NoteLines
  readonly widths: LineWidths
  /** Line at which the last note of the page before ends. */
  readonly before: number | undefined
}

/**
 * The lines of a page that belong to notes: of all ways to read its lines as body and notes by turns, the one that
 * costs least (Viterbi's algorithm with two states).
 */
export function noteLinesOf({ from, to }: Page, foot: Foot): number[] {
  let body: State = { cost: 0, notes: undefined, body: undefined, note: foot.before }
  let note: State = { ...body, cost: Number.POSITIVE_INFINITY }
  for (let at = from; at < to; at++) {
    const asBody = widthCost(at, foot, 'body') + (foot.starts.has(at) ? costs.labelInBody : 0)
    const asNote = widthCost(at, foot, 'notes') + (foot.called.has(at) && !foot.starts.has(at) ? costs.callInNote : 0)
    const toBody = [body.cost, note.cost + bodyCost(at, note, foot)] as const
    const broken = (so: State) => (foot.starts.has(at) && isBrokenOff(so.note, foot) ? costs.noteBrokenOff : 0)
    const toNote = [
      body.cost + startCost(at, body, foot) + broken(body),
      note.cost + goOnCost(at, foot) + broken(note),
    ] as const
    const fromBody = toBody[0] <= toBody[1] ? body : note
    const fromNote = toNote[0] <= toNote[1] ? body : note
    const next: State = { ...fromBody, cost: Math.min(...toBody) + asBody, body: at }
    note = { ...fromNote, cost: Math.min(...toNote) + asNote, note: at, notes: { line: at, rest: fromNote.notes } }
    body = next
  }
  const lines: number[] = []
  for (let chain = body.cost <= note.cost ? body.notes : note.notes; chain; chain = chain.rest) lines.push(chain.line)
  return lines.reverse()
}

/** What the width of a line says against its being a line of the body, or of a note. */
function widthCost(at: number, { text, widths: { body, notes } }: Foot, kind: keyof LineWidths): number {
  const line = text.lines[at]
  const next = text.lines[at + 1]
  if (!line || Math.abs(notes / body - 1) < 0.12) return 0
  const width = widthOf(line.value, 'proportional')
  const middle = (notes + body) / 2
  // Much longer lines are several in one.
  if (width > 1.25 * Math.max(notes, body)) return 0
  const isWide = width > middle
  if (isWide) return (kind === 'body') === notes > body ? costs.width : 0
  const isFull = width > 0.85 * Math.min(notes, body) && next !== undefined && !isApart(line, next)
  return isFull && (kind === 'notes') === notes > body ? costs.width / 3 : 0
}

/** What it costs that the body goes on at a line, behind a note. */
function bodyCost(at: number, { body, note }: State, { text: { lines } }: Foot): number {
  const line = lines[at] as Line
  const before = lines[note ?? at]
  if (!before) return 0
  let cost = costs.bodyAfterNote + (isApart(before, line) ? 0 : costs.bodyWithoutGap)
  if (endingOf(before.value) !== 'sentence') cost += costs.noteIsOpen
  const open = body === undefined ? 'sentence' : endingOf(lines[body]?.value ?? '')
  const isLower = /^\p{Ll}/u.test(line.value)
  if (open === 'sentence') cost += isLower ? 1.5 : 0
  else if (open !== 'clause') cost += isLower ? -1.5 : 1
  return cost
}

/** What it costs that a note begins at a line, or goes on there from the foot of another column or page. */
function startCost(at: number, { note, body }: State, { text: { lines }, starts }: Foot): number {
  if (starts.has(at)) return 0
  const line = lines[at] as Line
  const above = lines[at - 1]
  const open = note === undefined ? undefined : lines[note]
  // Never at the head of a page.
  if (!open || !above || body === undefined || !isApart(above, line)) return Number.POSITIVE_INFINITY
  if (endingOf(open.value) === 'sentence') return Number.POSITIVE_INFINITY
  return costs.noteWithoutLabel + (/^\p{Ll}/u.test(line.value) ? -0.5 : 2.5)
}

/** Whether the last line of a note breaks off within a sentence. */
function isBrokenOff(note: number | undefined, { text }: Foot): boolean {
  const value = note === undefined ? '' : (text.lines[note]?.value ?? '')
  const ending = endingOf(value)
  return value.length > shortestLine && (ending === 'hyphen' || (ending === 'open' && /[\p{Ll},]$/u.test(value)))
}

/** Shorter lines are labels, or the ends of citations. */
const shortestLine = 12

/** What it costs that a note goes on at a line. */
function goOnCost(at: number, { text: { lines, labels }, starts }: Foot): number {
  if (starts.has(at)) return 0
  const line = lines[at] as Line
  const before = lines[at - 1]
  if (!before) return 0
  const isBareLabel = starts.has(at - 1) && labels[at - 1]?.form === 'alone'
  if (isSeam(before, line)) return costs.noteOverSeam
  if ((line.data?.blankBefore ?? 0) === 0 || isBareLabel) return 0
  return costs.noteWithGap + (endingOf(before.value) === 'sentence' ? 0.8 : 0)
}
