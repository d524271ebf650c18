import { type CapturedNote, isFinished, type LineCall, type NoteLines, type Page } from './captured-notes.ts'

/** A note that is still being put together. */
type OpenNote = { -readonly [Key in keyof CapturedNote]: CapturedNote[Key] }

/**
 * Gives labels that stand on lines of their own the texts that they lost: a PDF reader writes a raised number above
 * or below lines that it does not belong to, and the text of note 17 then follows that of note 16 without a label.
 */
export function displacedNotes(
  text: NoteLines,
  page: Page,
  found: readonly CapturedNote[],
  row: readonly LineCall[],
): CapturedNote[] {
  const notes: OpenNote[] = found.filter((note) => hasText(note)).map((note) => ({ ...note }))
  const placed = new Set(notes.map(({ label }) => label))
  for (const line of displacedLabels(text, page, placed, row)) {
    const label = text.labels[line]
    const host = label && notes.findLast((note) => Number(note.label) < Number(label.label))
    cutAt(notes, line)
    const from = host && textBoundary(text, host)
    if (!label || !host || from === undefined) continue
    notes.push({ ...host, label: label.label, from, to: host.to, labelLine: line, labelLength: 0 })
    host.to = from
    notes.sort((one, other) => Number(one.label) - Number(other.label))
  }
  return notes.sort((one, other) => one.from - other.from)
}

function hasText({ from, to }: CapturedNote): boolean {
  return to > from + 1
}

/** Lines that are a called label which has no text yet, in the order of their numbers. */
function displacedLabels(
  { labels }: NoteLines,
  page: Page,
  placed: ReadonlySet<string>,
  row: readonly LineCall[],
): number[] {
  const called = new Set(row.filter(({ line, form }) => form !== 'alone' && line < page.to).map(({ label }) => label))
  const lines: number[] = []
  for (let line = page.from; line < page.to; line++) {
    const label = labels[line]
    if (label?.form === 'alone' && called.has(label.label) && !placed.has(label.label)) lines.push(line)
  }
  return lines.sort((one, other) => Number(labels[one]?.label) - Number(labels[other]?.label))
}

/** Takes a line that is a label out of the text of the note that it stands in; nothing but blank can follow it there. */
function cutAt(notes: OpenNote[], line: number): void {
  for (const note of notes) if (line > note.from && line < note.to) note.to = line
}

/** The line at which a second text begins within a note: after a finished line, best after a short one. */
function textBoundary({ lines }: NoteLines, { from, to, labelLength }: OpenNote): number | undefined {
  let best: { at: number; length: number } | undefined
  for (let at = from + (labelLength > 0 ? 2 : 1); at < to; at++) {
    const before = lines[at - 1]
    const line = lines[at]
    if (!before || !line || !isFinished(before) || !/^["“„‘«(\p{Lu}\d]/u.test(line.value)) continue
    if (!best || before.value.length < best.length) best = { at, length: before.value.length }
  }
  return best?.at
}
