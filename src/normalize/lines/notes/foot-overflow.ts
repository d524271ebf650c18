import { type CapturedNote, isFinished, type NoteLines, type Page } from '../../notes/captured-notes.ts'

/** How long full lines of the body and of the notes are, in characters: notes are set smaller. */
export interface LineLengths {
  readonly body: number
  readonly notes: number
}

/** Measures full lines: of five, one is as long or longer. */
export function lineLengths({ lines }: NoteLines, notes: readonly CapturedNote[]): LineLengths {
  const own = new Set(notes.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))
  const body: number[] = []
  const small: number[] = []
  lines.forEach(({ value }, at) => {
    if (own.has(at)) small.push(value.length)
    else body.push(value.length)
  })
  return { body: longOf(body), notes: longOf(small) }
}

function longOf(lengths: readonly number[]): number {
  return [...lengths].sort((one, other) => one - other)[Math.floor(lengths.length * 0.8)] ?? 0
}

/** Least difference of lengths that tells notes from body, and least sum of what speaks for an overflow. */
const least = { difference: 4, score: 1.5 }

/**
 * The lines at the end of a page's body that belong to a note of the page before, when that one breaks off within a
 * sentence: they stand after a blank line, or are as long as lines of notes are.
 */
export function carriedText(
  { lines }: NoteLines,
  note: CapturedNote,
  body: Page,
  lengths: LineLengths,
): Page | undefined {
  if (note.to - note.from < 2 && note.labelLength >= (lines[note.from]?.value.length ?? 0)) return undefined
  if (isFinished(lines[note.to - 1]) || body.to <= body.from) return undefined
  const middle = lengths.notes - lengths.body >= least.difference ? (lengths.notes + lengths.body) / 2 : undefined
  let sum = 0
  let best: { from: number; score: number } | undefined
  for (let at = body.to - 1; at > body.from && sum > -2; at--) {
    const line = lines[at]
    if (!line) break
    // The last line of a paragraph says nothing by its length.
    if (middle !== undefined && at < body.to - 1) sum += line.value.length > middle ? 1 : -1
    const score = sum + ((line.data?.blankBefore ?? 0) > 0 ? 2 : 0) + (/^\p{Lu}/u.test(line.value) ? -0.5 : 0)
    if (score > (best?.score ?? 0)) best = { from: at, score }
  }
  return best && best.score >= least.score ? { from: best.from, to: body.to } : undefined
}
