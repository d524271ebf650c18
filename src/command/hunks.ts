import type { Edit } from '../captured/edit.ts'
import type { LedgerEntry, SourceLedger } from '../ledger/source-ledger.ts'

/** A stretch of a source: what it was and what it has become; the same when no edit touched it. */
export interface Segment {
  readonly before: string
  readonly after: string
  /** The edit, when it is one to show. */
  readonly edit?: Edit
}

/** Edits that stand close together, with some text around them. */
export interface Hunk {
  /** Line of the source where the first edit begins, from 1. */
  readonly line: number
  readonly segments: readonly Segment[]
}

/** Characters of text shown on each side of an edit; edits nearer than twice that share a hunk. */
const context = 36

/** Whether an edit changes more than the white space between words. */
export function isVisible({ before, after }: Edit): boolean {
  return /\S/.test(before) || /\S/.test(after)
}

/** The edits of a source in their surroundings; those that change white space only are among them when `all` is set. */
export function hunksOf({ entries }: SourceLedger, markdown: string, all: boolean): Hunk[] {
  const hunks: { line: number; segments: Segment[] }[] = []
  let quiet: Segment[] = []
  for (const entry of entries) {
    const segment = segmentOf(entry, markdown, all)
    if (!('edit' in entry) || !segment.edit) {
      quiet.push(segment)
      continue
    }
    const current = hunks.at(-1)
    if (current && lengthOf(quiet) <= 2 * context) current.segments.push(...quiet, segment)
    else {
      current?.segments.push(...start(quiet))
      hunks.push({ line: entry.line, segments: [...end(quiet), segment] })
    }
    quiet = []
  }
  hunks.at(-1)?.segments.push(...start(quiet))
  return hunks
}

function segmentOf(entry: LedgerEntry, markdown: string, all: boolean): Segment {
  if ('edit' in entry) {
    const { edit } = entry
    if (all || isVisible(edit)) return { before: edit.before, after: edit.after, edit }
    // The white space between blocks is in the markdown, but not in the edit; here the source's own keeps words apart.
    return { before: edit.before, after: edit.after || edit.before }
  }
  const text = markdown.slice(entry.at, entry.at + entry.length)
  return { before: text, after: text }
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { before }) => sum + before.length, 0)
}

/** The first words of a quiet stretch. */
function start(segments: readonly Segment[]): Segment[] {
  const taken: Segment[] = []
  let room = context
  for (const { before, after } of segments) {
    if (before.length >= room) {
      const cut = (text: string): string => text.slice(0, room).replace(/\S+$/, '')
      return [...taken, { before: `${cut(before)}…`, after: `${cut(after)}…` }]
    }
    taken.push({ before, after })
    room -= before.length
  }
  return taken
}

/** The last words of a quiet stretch. */
function end(segments: readonly Segment[]): Segment[] {
  const taken: Segment[] = []
  let room = context
  for (const { before, after } of segments.toReversed()) {
    if (before.length >= room) {
      const cut = (text: string): string => text.slice(-room).replace(/^\S+/, '')
      return [{ before: `…${cut(before)}`, after: `…${cut(after)}` }, ...taken]
    }
    taken.unshift({ before, after })
    room -= before.length
  }
  return taken
}
