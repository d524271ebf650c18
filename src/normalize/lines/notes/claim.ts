import type { CapturedNote, Page } from '../../notes/captured-notes.ts'

/** The notes with each line in one of them only: the first that claims it has it, and a label is no line of a text. */
export function claimOnce(found: readonly CapturedNote[]): CapturedNote[] {
  const claimed = new Set(found.flatMap(({ labelLine }) => (labelLine === undefined ? [] : [labelLine])))
  const notes: CapturedNote[] = []
  for (const { carried = [], ...note } of found) {
    if (claimed.has(note.from)) continue
    const [own] = freeOf(claimed, { from: note.from, to: note.to })
    const others = carried.flatMap((stretch) => freeOf(claimed, stretch))
    if (own) notes.push({ ...note, to: own.to, ...(others.length > 0 && { carried: others }) })
  }
  return notes
}

/** The stretches of lines that nobody has claimed, which are claimed now. */
function freeOf(claimed: Set<number>, { from, to }: Page): Page[] {
  const free: { from: number; to: number }[] = []
  for (let at = from; at < to; at++) {
    if (claimed.has(at)) continue
    claimed.add(at)
    const last = free.at(-1)
    if (last?.to === at) last.to = at + 1
    else free.push({ from: at, to: at + 1 })
  }
  return free
}
