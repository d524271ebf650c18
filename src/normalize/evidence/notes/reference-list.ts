import { citationsIn } from '../../notes/citations.ts'

declare module 'vfile' {
  interface DataMap {
    /** Whether the text's numbers in brackets cite a list of references; absent until lines have been looked at. */
    citesReferences: boolean
  }
}

/** What speaks for a list of references, and against notes, in how a text cites by numbers in brackets. */
export interface CitationHabits {
  /** How many places cite. */
  readonly count: number
  /** Share of the places that stand behind a space, as a word does; the calls of notes are glued to what they explain. */
  readonly spaced: number
  /** Share of the numbers that were cited before; most notes are called once. */
  readonly repeated: number
  /** Share of the new numbers that are lower than one before them: the list is in another order than the text. */
  readonly disordered: number
  /** Whether one pair of brackets holds several numbers. */
  readonly grouped: boolean
}

/** How a text's lines cite by numbers in brackets; what a line begins with is a label. */
export function citationHabits(lines: readonly string[]): CitationHabits {
  const seen = new Set<string>()
  let [count, spaced, numbers, repeated, disordered, highest] = [0, 0, 0, 0, 0, 0]
  let grouped = false
  for (const line of lines) {
    if (!line.includes('[')) continue
    for (const { numbers: cited, labels } of citationsIn(line)) {
      const start = cited[0]?.start ?? 0
      if (start === 0 || !labels.every((label) => /^\d{1,3}$/.test(label))) continue
      count++
      if (/\s/.test(line.charAt(start - 1))) spaced++
      if (cited.length > 1) grouped = true
      for (const label of labels) {
        numbers++
        if (seen.has(label)) repeated++
        else if (Number(label) < highest) disordered++
        seen.add(label)
        highest = Math.max(highest, Number(label))
      }
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  return {
    count,
    spaced: share(spaced, count),
    repeated: share(repeated, numbers),
    disordered: share(disordered, seen.size),
    grouped,
  }
}

/** Odds (natural logarithm) that citations are those of a list of references, by what was seen; set by hand. */
const odds = { none: -1, spaced: 2.5, glued: -4, grouped: 1, repeated: 1, disordered: 1.5 }

/** Shares from which on a habit counts. */
const shares = { spaced: 0.5, repeated: 0.25, disordered: 0.2 }

/** Odds from which on a list is one of references. */
const least = 2

/**
 * Whether the numbers in brackets cite a list of references: they stand behind spaces, several at once, again and
 * again, and not in the order of the list. Those of notes are glued to words, one for each note, in their order.
 */
export function citesReferences(lines: readonly string[]): boolean {
  const { count, spaced, repeated, disordered, grouped } = citationHabits(lines)
  if (count === 0) return false
  const sum =
    odds.none +
    (spaced >= shares.spaced ? odds.spaced : odds.glued) +
    (grouped ? odds.grouped : 0) +
    (repeated >= shares.repeated ? odds.repeated : 0) +
    (disordered >= shares.disordered ? odds.disordered : 0)
  return sum >= least
}
