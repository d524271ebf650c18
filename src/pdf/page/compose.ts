import type { Galley } from '../galley/floats.ts'
import type { Fragment, LineFragment, Strip } from '../galley/strip.ts'
import { bodyOf } from './body.ts'
import type { PagePlan } from './breaks.ts'
import { stripTop } from './ends.ts'
import { moved } from './move.ts'
import type { Anchor, Page } from './page.ts'
import type { Room } from './room.ts'
import type { NoteSlice, NotesOf } from './slices.ts'

/** What a page is made of beside the strips: where its text block is, and what stands around it. */
export interface Frame {
  readonly number: number
  readonly width: number
  readonly height: number
  /** Left edge of the text block. */
  readonly left: number
  /** Upper edge of the text block. */
  readonly top: number
  /** Width of the text block. */
  readonly measure: number
  /** Whether the outer margin is the right one. */
  readonly outerIsRight: boolean
  readonly room: Room
  readonly head: readonly Fragment[]
  /** The rule above the notes, from the left edge of the text block and the top of the separator. */
  readonly separator: Fragment
  /** The line that says that a note goes on from the page before. */
  readonly continued: (note: string) => Strip
}

/** Lays the strips and notes of a plan out on a page. */
export function composePage(plan: PagePlan, galley: Galley, notesOf: NotesOf, frame: Frame): Page {
  const body: Fragment[] = []
  const anchors: Anchor[] = []
  const bottom = setBody(plan, galley, frame, body, anchors)
  const notes = setNotes(plan.notes, bottom, notesOf, frame, anchors)
  const { number, width, height, head } = frame
  return { number, side: number % 2 === 1 ? 'recto' : 'verso', width, height, head, body, notes, anchors }
}

/** Sets the body; gives how far down it reaches, from the top of the text block. */
function setBody(plan: PagePlan, galley: Galley, frame: Frame, body: Fragment[], anchors: Anchor[]): number {
  const column = { y: 0, empty: true }
  for (const { strip, before, moved: away } of bodyOf(plan, galley)) {
    const top = stripTop(column, strip, frame.room, before)
    for (const { tag } of away) body.push({ kind: 'place', x: frame.left, y: frame.top + top, tag })
    putStrip(strip, frame, frame.top + top, body, anchors)
    column.y = top + strip.height
    column.empty = false
  }
  const close = plan.to > plan.from ? galley.strips[plan.to]?.close : undefined
  for (const fragment of close ?? []) body.push(moved(fragment, frame.left, frame.top + column.y))
  return column.y
}

function setNotes(
  slices: readonly NoteSlice[],
  bodyBottom: number,
  notesOf: NotesOf,
  frame: Frame,
  anchors: Anchor[],
): Fragment[] {
  const first = slices[0]
  if (!first) return []
  const strips = slices.flatMap((slice, index) => sliceStrips(slice, index, notesOf, frame))
  const height = strips.reduce((sum, strip, index) => sum + strip.height + (index === 0 ? 0 : strip.before), 0)
  const notes: Fragment[] = []
  let y = frame.top + Math.max(bodyBottom, frame.room.height - height)
  if (bodyBottom > 0 || height < frame.room.height) {
    notes.push(moved(frame.separator, frame.left, y - frame.room.separator))
  }
  for (const [index, strip] of strips.entries()) {
    if (index > 0) y += strip.before
    putStrip(strip, frame, y, notes, anchors)
    y += strip.height
  }
  return notes
}

/** The strips of a note on this page, with white space above, and with a word about it when it began before. */
function sliceStrips(slice: NoteSlice, index: number, notesOf: NotesOf, frame: Frame): Strip[] {
  const strips = notesOf(slice.note).slice(slice.from, slice.to)
  const [first, ...rest] = strips
  if (!first) return []
  const before = index === 0 ? 0 : frame.room.noteGap
  if (slice.from > 0 && index === 0) return [frame.continued(slice.note), { ...first, before: 0 }, ...rest]
  return [{ ...first, before }, ...rest]
}

function putStrip(strip: Strip, frame: Frame, y: number, fragments: Fragment[], anchors: Anchor[]): void {
  for (const fragment of strip.fragments) {
    const outer = fragment.kind === 'line' && fragment.outer === true
    fragments.push(moved(fragment, outer ? outerX(fragment, frame) : frame.left, y))
  }
  for (const id of strip.anchors) anchors.push({ id, x: frame.left, y })
}

/** How far a text moves that stands in the outer margin, at its own distance from the text block. */
function outerX({ x, line }: LineFragment, frame: Frame): number {
  return frame.outerIsRight ? frame.left + frame.measure : frame.left - 2 * x - line.width
}
