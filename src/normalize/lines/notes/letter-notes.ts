import { type CapturedNote, type NoteLines, offsetAt } from '../../notes/captured-notes.ts'
import { type LetterSystem, letterCallsIn, letterSystems } from '../../notes/letter-labels.ts'
import { plausibleEnd } from '../../notes/plausible-end.ts'

/** Fewest notes of a list whose labels are letters, and the share of them that must be called in order before it. */
const least = { notes: 3, called: 0.7 }

/**
 * Finds a list of notes at the end of a text whose labels are Roman numerals or letters, as word processors number
 * endnotes: they count from the first on, and most of them are called before the list, in order.
 */
export function letterNotes(text: NoteLines): CapturedNote[] {
  for (const system of letterSystems) {
    const starts = startsIn(text, system)
    const called = calledBefore(text, system, starts)
    if (starts.length >= least.notes && called >= least.called * starts.length) return notesOf(text, system, starts)
  }
  return []
}

function labelIn(line: string, { sign }: LetterSystem): { label: string; length: number } | undefined {
  const found = new RegExp(`^\\(?(${sign})[.)]?\\s+(?=["“„«(\\[\\p{Lu}\\d]|https?:|www\\.)`, 'u').exec(line)
  return found?.[1] === undefined ? undefined : { label: found[1], length: found[0].length }
}

/** The last row of lines that begin with the labels in order, from the first one on. */
function startsIn({ lines }: NoteLines, system: LetterSystem): number[] {
  let row: number[] = []
  lines.forEach(({ value }, at) => {
    const label = labelIn(value, system)?.label
    const number = label === undefined ? 0 : system.valueOf(label)
    if (number === row.length + 1) row.push(at)
    else if (number === 1) row = [at]
  })
  return row
}

/** How many labels are called above the first line of a row, in order. */
function calledBefore({ lines }: NoteLines, system: LetterSystem, starts: readonly number[]): number {
  let called = 0
  let next = 1
  for (const { value } of lines.slice(0, starts[0] ?? 0)) {
    for (const { label } of letterCallsIn(value, system)) {
      const number = system.valueOf(label)
      if (number < next || number > starts.length) continue
      called++
      next = number + 1
    }
  }
  return called
}

function notesOf(text: NoteLines, system: LetterSystem, starts: readonly number[]): CapturedNote[] {
  const scope = { from: 0, to: offsetAt(text, starts[0] ?? 0) }
  return starts.map((from, at) => {
    const value = text.lines[from]?.value ?? ''
    const { label = '', length: labelLength = 0 } = labelIn(value, system) ?? {}
    const evidence = `a list of ${starts.length} notes numbered with letters, most of which are called before it`
    const note = {
      label,
      from,
      to: starts[at + 1] ?? text.lines.length,
      labelLength,
      scope,
      evidence,
      confidence: 0.95,
    }
    return at === starts.length - 1 ? { ...note, to: plausibleEnd(text, note) } : note
  })
}
