import { firstAtOrAfter, isFinished, type NoteLines, type Page } from '../../notes/captured-notes.ts'
import type { LabelForm } from '../../notes/labels.ts'

/** For each note but the first of a foot, whether its call stands below the note before it: body text lies between. */
export function columnBreaks(text: NoteLines, foot: readonly number[], form: LabelForm): boolean[] {
  return foot.slice(1).map((at, index) => form !== 'symbol' && callBetween(text, foot[index] ?? at, at) !== undefined)
}

/** Line of the call for the note at `to`, if it stands between the notes at `from` and `to` and nowhere above. */
function callBetween({ calls, labels }: NoteLines, from: number, to: number): number | undefined {
  const label = labels[to]?.label
  let line: number | undefined
  for (let at = firstAtOrAfter(calls, Math.max(0, from - 400)); at < calls.length; at++) {
    const call = calls[at]
    if (!call || call.line >= to) break
    if (call.label !== label || call.weight < 1) continue
    if (call.line <= from) return undefined
    line ??= call.line
  }
  return line
}

/** Where each note of a page with columns ends: at the next note, or where the body goes on in the next column. */
export function endsInColumns(text: NoteLines, page: Page, foot: readonly number[], form: LabelForm): number[] {
  const first = foot[0] ?? page.to
  const bodyIsOpen = first > page.from && !isFinished(text.lines[first - 1])
  return foot.map((from, note) => {
    const next = foot[note + 1]
    const stop = next ?? page.to
    const call = next === undefined ? undefined : callBetween(text, from, next)
    // A following note whose call stands above leaves no room for body text.
    if (next !== undefined && call === undefined) return next
    const first = from + (form === 'alone' ? 2 : 1)
    // Where the next note's call stands below this one, the body goes on somewhere before it.
    const resumed = resumesAt(text, { from: first, to: call === undefined ? stop : call + 1 }, bodyIsOpen)
    if (!resumed) return stop
    return call !== undefined || resumed.score >= leastResume ? resumed.at : stop
  })
}

/** How sure it must be that the body goes on at a line. */
const leastResume = 4

/** The line at which the body most likely goes on after a note, and how much speaks for it. */
function resumesAt(
  { lines }: NoteLines,
  { from, to }: Page,
  bodyIsOpen: boolean,
): { at: number; score: number } | undefined {
  let best: { at: number; score: number } | undefined
  for (let at = from; at < to; at++) {
    const line = lines[at]
    const before = lines[at - 1]
    if (!line || !before) break
    let score = isFinished(before) ? 2 : -3
    if ((line.data?.blankBefore ?? 0) > 0) score += 2
    if ((line.position?.start.line ?? 0) - (before.position?.end.line ?? 0) > 2) score += 2
    if (line.data?.column !== before.data?.column) score += 4
    const isLower = /^\p{Ll}/u.test(line.value)
    if (bodyIsOpen === isLower) score += 2
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { at, score }
  }
  return best
}
