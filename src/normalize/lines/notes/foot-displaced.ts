import { endsNote } from '../../evidence/sentence-ends.ts'
import type { CapturedNote, LineCall, NoteLines, Page } from '../../notes/captured-notes.ts'

/** The line of a label that is gone, as one is that was taken for a page number. */
export const noLine = -1

/** A label at the foot of a page. */
export interface FootLabel {
  readonly label: string
  readonly line: number
  /** Length of the label at the start of its line; 0 when nothing else stands there. */
  readonly length: number
  readonly note: CapturedNote
}

/**
 * Gives labels that stand on lines of their own the texts that belong to them. A PDF reader writes a raised label above
 * or below lines that it does not belong to; but texts stand in the order of their labels. Of all ways to cut the
 * lines of the foot into as many texts as there are labels, the one that costs least.
 */
export function displacedNotes(
  text: NoteLines,
  page: Page,
  found: readonly CapturedNote[],
  row: readonly LineCall[],
): CapturedNote[] {
  const labels = labelsOn(text, page, found, rankOn(text, page, row))
  const lines = found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
  return cutTexts(text, labels, lines)
}

/** Cuts the lines of a foot, those of bare labels among them, into as many texts as there are labels, in their order. */
export function cutTexts(text: NoteLines, labels: readonly FootLabel[], lines: readonly number[]): CapturedNote[] {
  const bare = new Set(labels.filter(({ length }) => length === 0).map(({ line }) => line))
  const own = lines.filter((line) => !bare.has(line)).sort((one, other) => one - other)
  const texts = labels.slice(0, own.length)
  const starts = cheapestStarts(text, { labels: texts, lines: own, bare })
  return texts
    .map((one, at) => noteOf(one, own.slice(starts[at], starts[at + 1]), bare))
    .sort((one, other) => one.from - other.from)
}

/** The order of labels on a page: that of their numbers, or that in which the page calls its symbols. */
function rankOn({ lines }: NoteLines, page: Page, row: readonly LineCall[]): (label: string) => number {
  const ranks = new Map<string, number>()
  const number = lines[page.from]?.data?.page
  for (const { form, label, line } of row) {
    if (form === 'alone') continue
    if (form !== 'symbol' && line < page.to) ranks.set(label, Number(label))
    if (form === 'symbol' && lines[line]?.data?.page === number && !ranks.has(label)) ranks.set(label, ranks.size)
  }
  return (label) => ranks.get(label) ?? Number.NaN
}

/** The labels of the notes that were found, and the called ones that are lines among them, in their order. */
function labelsOn(
  { labels, lines }: NoteLines,
  page: Page,
  found: readonly CapturedNote[],
  rank: (label: string) => number,
): FootLabel[] {
  const isBare = (line: number) => (labels[line]?.length ?? 0) >= (lines[line]?.value.length ?? 0)
  const all = found.map((note): FootLabel => {
    return { label: note.label, line: note.from, length: isBare(note.from) ? 0 : note.labelLength, note }
  })
  const first = found[0]
  const placed = new Set(all.map(({ label }) => label))
  for (let line = first?.from ?? page.to; first && line < page.to; line++) {
    const { label } = labels[line] ?? {}
    if (label === undefined || !isBare(line) || placed.has(label) || Number.isNaN(rank(label))) continue
    placed.add(label)
    all.push({ label, line, length: 0, note: first })
  }
  const known = (label: string) => (Number.isNaN(rank(label)) ? Number(label) : rank(label))
  return all.sort((one, other) => known(one.label) - known(other.label) || one.line - other.line)
}

/** Costs of where a text begins. */
const costs = {
  /** Below the label of another note, which stands on the same line or above. */
  belowOther: 2,
  onOther: 8,
  /** Below no label; within a sentence; with a small letter. */
  displaced: 1,
  openBefore: 3,
  smallLetter: 1.5,
  /** The full line before it, as a share of the longest. */
  fullBefore: 0.5,
  /** A label stands between two lines of one text, the first of which is finished or not. */
  overLabel: 1.5,
  overLabelOpen: 0.3,
  /** A finished short line within a text. */
  overEnd: 0.6,
}

/** What is known of a foot. */
interface Foot {
  readonly labels: readonly FootLabel[]
  /** Indices of its lines without the bare labels. */
  readonly lines: readonly number[]
  readonly bare: ReadonlySet<number>
}

/** For each label the place among the lines where its text begins; dynamic programming over labels and lines. */
function cheapestStarts(text: NoteLines, foot: Foot): number[] {
  const count = foot.lines.length
  const crossing = foot.lines.map((_, at) => (at === 0 ? 0 : crossCost(text, foot, at)))
  const back: Int32Array[] = []
  let costsTo = Float64Array.from({ length: count }, (_, at) => (at === 0 ? 0 : Number.POSITIVE_INFINITY))
  for (const label of foot.labels.slice(1)) {
    const next = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(count).fill(-1)
    // The cheapest place where the text before can begin, with all lines crossed since then.
    let best = { cost: Number.POSITIVE_INFINITY, at: -1 }
    for (let at = 1; at < count; at++) {
      if ((costsTo[at - 1] ?? 0) < best.cost) best = { cost: costsTo[at - 1] ?? 0, at: at - 1 }
      next[at] = best.cost + startCost(text, foot, label, at)
      from[at] = best.at
      best = { ...best, cost: best.cost + (crossing[at] ?? 0) }
    }
    back.push(from)
    costsTo = next
  }
  return traceBack(costsTo, crossing, back)
}

function traceBack(ends: Float64Array, crossing: readonly number[], back: readonly Int32Array[]): number[] {
  let after = 0
  let best = { cost: Number.POSITIVE_INFINITY, at: 0 }
  for (let at = ends.length - 1; at >= 0; at--) {
    const cost = (ends[at] ?? 0) + after
    if (cost < best.cost) best = { cost, at }
    after += crossing[at] ?? 0
  }
  const starts = [best.at]
  for (let label = back.length - 1; label >= 0; label--) starts.unshift(back[label]?.[starts[0] ?? 0] ?? 0)
  return starts
}

/** The bare labels right above a line. */
function labelsAbove(line: number, bare: ReadonlySet<number>): number[] {
  const above: number[] = []
  for (let at = line - 1; bare.has(at); at--) above.push(at)
  return above
}

function startCost({ lines }: NoteLines, foot: Foot, label: FootLabel, at: number): number {
  const line = foot.lines[at] ?? 0
  const onLine = foot.labels.find((other) => other.length > 0 && other.line === line)
  if (onLine || label.length > 0) return onLine === label ? 0 : costs.onOther
  return placeCost(lines, foot, label, at)
}

function placeCost(lines: NoteLines['lines'], foot: Foot, label: FootLabel, at: number): number {
  const line = foot.lines[at] ?? 0
  const above = labelsAbove(line, foot.bare)
  if (above.includes(label.line)) return 0
  const before = lines[foot.lines[at - 1] ?? 0]?.value ?? ''
  const longest = foot.lines.reduce((most, index) => Math.max(most, lines[index]?.value.length ?? 0), 0)
  return (
    (above.length > 0 ? costs.belowOther : costs.displaced) +
    (endsText(before) ? (costs.fullBefore * before.length) / longest : costs.openBefore) +
    (beginsText(lines[line]?.value ?? '') ? 0 : costs.smallLetter)
  )
}

/** What it costs that a line goes on with the text before it. */
function crossCost({ lines }: NoteLines, { lines: own, bare }: Foot, at: number): number {
  const line = own[at] ?? 0
  const before = lines[own[at - 1] ?? 0]?.value ?? ''
  if (labelsAbove(line, bare).length > 0) return endsText(before) ? costs.overLabel : costs.overLabelOpen
  const isShort = before.length < 0.75 * (lines[line]?.value.length ?? 0)
  return endsText(before) && isShort && beginsText(lines[line]?.value ?? '') ? costs.overEnd : 0
}

/** Whether a line ends a note: a sentence, a citation or an address. */
export function endsText(value: string): boolean {
  return endsNote(value) || /^(?:https?:|www\.)\S+$/u.test(value)
}

/** Whether a line can begin a note: with a capital, a figure, a quotation, a bracket or an address. */
export function beginsText(value: string): boolean {
  return /^["“„‘«([\p{Lu}\p{Lo}\d]|^https?:|^www\./u.test(value)
}

/** The note of a label with the lines of its text; lines behind a gap are carried. */
function noteOf({ label, line, length, note }: FootLabel, lines: readonly number[], bare: ReadonlySet<number>) {
  const pages: { from: number; to: number }[] = []
  for (const at of lines) {
    const last = pages.at(-1)
    if (last?.to === at) last.to = at + 1
    else pages.push({ from: at, to: at + 1 })
  }
  const [own = { from: Math.max(line, 0), to: line + 1 }, ...others] = pages
  const carried = [...others, ...(note.label === label ? (note.carried ?? []) : [])]
  const { carried: _, ...rest } = note
  return {
    ...rest,
    ...own,
    label,
    ...(line !== noLine && bare.has(line) ? { labelLine: line, labelLength: 0 } : { labelLength: length }),
    ...(carried.length > 0 && { carried }),
  }
}
