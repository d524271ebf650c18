import type { WordBlock, WordText } from './words.ts'

/** What a text should be, what was made of it, and where each word of the first stands in the second, or -1. */
export interface Pair {
  readonly truth: WordText
  readonly made: WordText
  readonly places: Int32Array
}

/** Notes are the same when so large a share of their words is. */
const sameNote = 0.75

/** F1 of the boundaries between blocks. */
export function paragraphsFound({ truth, made, places }: Pair): number {
  const ends = new Set(truth.blocks.slice(1).map(({ start }) => start))
  const own = new Set(made.blocks.slice(1).map(({ start }) => start))
  if (ends.size + own.size === 0) return 1
  const found = [...ends].filter((start) => own.has(places[start] ?? -1)).length
  return (2 * found) / (ends.size + own.size)
}

/** Precision and recall of headings: a heading is found when one with the same words was made. */
export function headingsFound({ truth, made }: Pair): { readonly p: number; readonly r: number } {
  const [wanted, got] = [headingsOf(truth), headingsOf(made)]
  const rest = [...got]
  const found = wanted.filter((text) => {
    const at = rest.indexOf(text)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
  return { p: got.length > 0 ? found / got.length : 1, r: wanted.length > 0 ? found / wanted.length : 1 }
}

/** How many calls of the truth stand behind the same word, and how many of those have the right text. */
export function callsFound(pair: Pair): { readonly found: number; readonly linked: number } {
  const { truth, made } = pair
  const labels = truth.calls.map(({ at, label }) => ({ label, own: callAt(pair, at) }))
  const found = labels.filter(({ own }) => own !== undefined)
  const linked = found.filter(({ label, own }) => isSame(truth.notes.get(label), made.notes.get(own ?? '')))
  return { found: found.length, linked: linked.length }
}

/** The label of the call that was made behind the word before a place of the truth. */
export function callAt({ made, places }: Pair, at: number): string | undefined {
  const place = places[at - 1] ?? -1
  return place < 0 ? undefined : made.calls.find((call) => call.at === place + 1)?.label
}

/** Whether two notes say the same. */
export function isSame(wanted: readonly string[] = [], got: readonly string[] = []): boolean {
  const known = new Set(wanted)
  const same = got.filter((word) => known.has(word)).length
  return same >= sameNote * Math.max(wanted.length, got.length)
}

/** The words of a block, with spaces between them. */
export function phrase({ words }: WordText, { start, end }: Pick<WordBlock, 'start' | 'end'>): string {
  return words.slice(start, end).join(' ')
}

function headingsOf(text: WordText): string[] {
  return text.blocks.filter(({ isHeading }) => isHeading).map((block) => phrase(text, block))
}
