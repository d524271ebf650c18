import { type CapturedNote, type NoteLines, offsetAt, type Page } from '../../notes/captured-notes.ts'
import type { LabelForm } from '../../notes/labels.ts'
import { plausibleEnd } from '../../notes/plausible-end.ts'
import { cutTexts, noLine } from './foot-displaced.ts'
import { withOverflow } from './foot-notes.ts'
import type { LineLengths } from './foot-overflow.ts'
import { topOfTexts } from './foot-top.ts'
import { type PageRow, type Restart, rowsOfPages, topOf } from './page-labels.ts'

/** How labels are written, and where their numbers begin again. */
export interface FeetHabit {
  readonly form: LabelForm
  readonly restart: Restart
}

/**
 * One reading of a text with pages: at the foot of each page stand the notes that the page calls, with labels in one
 * form, whose numbers begin again where the habit says. Labels that stand alone may stand above or below lines that
 * they don't belong to.
 */
export function pageFeet(text: NoteLines, pages: readonly Page[], habit: FeetHabit): CapturedNote[] {
  const rows = rowsOfPages(text, pages, habit)
  const lengths = lengthsOf(text, rows)
  const found = rows.map((row, at) => {
    if (row.labels.length === 0) return []
    const scope = scopeOf(text, pages, { at, restart: habit.restart })
    return habit.form === 'alone'
      ? textsOfBareLabels(text, row, { scope, lengths, next: text.lines[pages[at + 1]?.from ?? -1]?.value ?? '' })
      : labelledTexts(text, row, scope)
  })
  return withOverflow(text, pages, found).flat()
}

/** Where the calls of a page's notes stand: on it, or, where numbers go on, on the one before. */
function scopeOf(
  text: NoteLines,
  pages: readonly Page[],
  { at, restart }: { at: number; restart: Restart },
): CapturedNote['scope'] {
  const page = pages[at] as Page
  const first = restart === 'page' ? page : (pages[at - 1] ?? page)
  return { from: offsetAt(text, first.from), to: offsetAt(text, page.to) }
}

const evidence = 'at the foot of the page that calls it, in a row of labels'
const confidence = 0.95

function labelledTexts(text: NoteLines, { page, labels }: PageRow, scope: CapturedNote['scope']): CapturedNote[] {
  return labels.map(({ value, line = page.to }, at) => {
    const to = labels[at + 1]?.line ?? page.to
    const labelLength = text.labels[line]?.length ?? 0
    const note = { label: String(value), from: line, to, labelLength, scope, evidence, confidence }
    return at === labels.length - 1 ? { ...note, to: plausibleEnd(text, note) } : note
  })
}

/** What is known of the page of a row. */
interface Surroundings {
  readonly scope: CapturedNote['scope']
  readonly lengths: LineLengths
  /** The line with which the next page begins. */
  readonly next: string
}

function textsOfBareLabels(text: NoteLines, row: PageRow, { scope, lengths, next }: Surroundings): CapturedNote[] {
  const { page, labels, lastCall } = row
  const top = topOf(labels)
  const first = labels.find(({ line }) => line === top)
  const count = labels.filter(({ value }) => value < (first?.value ?? 0)).length
  const above = { page, top, count, lowest: lastCall + 1, lengths, next }
  const from = count === 0 ? top : topOfTexts(text, above)
  const lines = Array.from({ length: page.to - from }, (_, at) => from + at)
  const footLabels = labels.map(({ value, line }) => {
    const label = String(value)
    const note = { label, from: line ?? from, to: page.to, labelLength: 0, scope, evidence, confidence }
    return { label, line: line ?? noLine, length: 0, note }
  })
  return cutTexts(text, footLabels, lines)
}

/** How long full lines are below the first labels of pages, and above their last calls. */
function lengthsOf({ lines }: NoteLines, rows: readonly PageRow[]): LineLengths {
  const body: number[] = []
  const notes: number[] = []
  for (const { page, labels, lastCall } of rows) {
    const top = topOf(labels)
    for (let at = page.from; at < page.to; at++) {
      const length = lines[at]?.value.length ?? 0
      if (at <= lastCall) body.push(length)
      else if (at > top && length > 3) notes.push(length)
    }
  }
  return { body: longOf(body), notes: longOf(notes) }
}

/** Share of lines that are as long as a full line at most: the last lines of paragraphs are short. */
const full = 0.8

function longOf(lengths: readonly number[]): number {
  return [...lengths].sort((one, other) => one - other)[Math.floor(lengths.length * full)] ?? 0
}
