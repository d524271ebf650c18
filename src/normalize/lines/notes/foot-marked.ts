import { startOf } from '../../../captured/lines.ts'
import type { CapturedNote, LineCall, NoteLines, Page } from '../../notes/captured-notes.ts'
import { displacedNotes } from './foot-displaced.ts'

/** A note that is still being put together. */
type OpenNote = { -readonly [Key in keyof CapturedNote]: CapturedNote[Key] }

const evidence = 'at the foot of its column, in a row of notes, with its call near it'

/**
 * The notes of pages whose feet are marked, as those of pages with columns are. Lines at a foot that begin no note go
 * on with the one before, which may stand on an earlier page.
 */
export function markedFeet(text: NoteLines, pages: readonly Page[], row: readonly LineCall[]): CapturedNote[] {
  const heads = pages.map(({ from, to }) =>
    text.lines.slice(from, to).reduce((least, line) => Math.min(least, startOf(line)), Number.POSITIVE_INFINITY),
  )
  const found: OpenNote[] = []
  const notes = pages.flatMap((page, at) => {
    const scope = { from: heads[at - 1] ?? 0, to: heads[at + 2] ?? Number.POSITIVE_INFINITY }
    const own: OpenNote[] = []
    for (const stretch of stretchesOf(text, page)) {
      const label = text.labels[stretch.from]
      const last = own.at(-1) ?? found.at(-1)
      if (text.lines[stretch.from]?.data?.foot === 'start' && label) {
        own.push({ label: label.label, ...stretch, labelLength: label.length, scope, evidence, confidence: 0.97 })
      } else if (last) last.carried = [...(last.carried ?? []), stretch]
    }
    found.push(...own)
    return [{ page, own }]
  })
  return notes.flatMap(({ page, own }) => {
    const isBare = own.some(({ from }) => text.labels[from]?.form === 'alone')
    return isBare ? displacedNotes(text, page, own, row) : own
  })
}

/** The lines of each note at the foot of a page; what goes on with an earlier note comes first. */
function stretchesOf({ lines }: NoteLines, { from, to }: Page): Page[] {
  const stretches: Page[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    const foot = at < to ? lines[at]?.data?.foot : undefined
    if (at > start && foot !== 'rest') {
      if (lines[start]?.data?.foot) stretches.push({ from: start, to: at })
      start = at
    } else if (at > start && lines[start]?.data?.foot === undefined) start = at
  }
  return stretches
}
