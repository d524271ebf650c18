import type { Galley } from '../galley/floats.ts'
import { changed, type Fragment, type LineFragment, type Strip } from '../galley/strip.ts'
import { bodyOf, feetOf } from './body.ts'
import type { PagePlan } from './breaks.ts'
import { feetHeight, stripTop } from './column.ts'
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

/** A page while it is laid out. */
interface Composition {
  readonly plan: PagePlan
  readonly galley: Galley
  readonly frame: Frame
  readonly body: Fragment[]
  readonly anchors: Anchor[]
}

/** Lays the strips and notes of a plan out on a page. */
export function composePage(plan: PagePlan, galley: Galley, notesOf: NotesOf, frame: Frame): Page {
  const body: Fragment[] = []
  const anchors: Anchor[] = []
  const composition: Composition = { plan, galley, frame, body, anchors }
  const noteStrips = plan.notes.flatMap((slice, index) => sliceStrips(slice, index, notesOf, frame))
  const notesTop = frame.room.height - stackHeight(noteStrips)
  const column = setBody(composition)
  const end = noteStrips.length > 0 ? notesTop - frame.room.separator : frame.room.height
  const bottom = plan.feet.length > 0 ? setFeet(composition, column, end) : column
  const notes = setNotes(composition, noteStrips, Math.max(bottom, notesTop), bottom > 0)
  const { number, width, height, head } = frame
  return { number, side: number % 2 === 1 ? 'recto' : 'verso', width, height, head, body, notes, anchors }
}

/** Sets the body; gives how far down it reaches, from the top of the text block. */
function setBody(composition: Composition): number {
  const { plan, galley, frame, body } = composition
  const column = { y: 0, empty: true }
  for (const { strip, before, moved: away } of bodyOf(plan, galley)) {
    const top = stripTop(column, strip, frame.room, before)
    for (const { tag } of away) body.push({ kind: 'place', x: frame.left, y: frame.top + top, tag })
    putStrip(composition, strip, frame.top + top, body)
    column.y = top + strip.height
    column.empty = false
  }
  const close = plan.to > plan.from ? galley.strips[plan.to]?.close : undefined
  for (const fragment of close ?? []) body.push(moved(fragment, frame.left, frame.top + column.y))
  return column.y
}

/** A page with more white space than this above the floats at its foot, in lines, has them right under its text. */
const mostWhite = 4

/** Sets the floats at the foot, between the end of the text and `end`, where the notes begin; gives how far down they reach. */
function setFeet(composition: Composition, column: number, end: number): number {
  const { plan, galley, frame, body } = composition
  const { room } = frame
  const white = end - column - feetHeight(plan.feet, galley, room)
  const top = column + (white > mostWhite * room.line ? 0 : Math.max(0, white))
  let y = 0
  for (const { strip, before } of feetOf(plan, galley)) {
    y = stripTop({ y, empty: false }, strip, room, before)
    putStrip(composition, strip, frame.top + top + y, body)
    y += strip.height
  }
  return top + y
}

function stackHeight(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip, index) => sum + strip.height + (index === 0 ? 0 : strip.before), 0)
}

/** Sets the notes, `top` under the upper edge of the text block. */
function setNotes(composition: Composition, strips: readonly Strip[], top: number, isUnderText: boolean): Fragment[] {
  const { frame } = composition
  if (strips.length === 0) return []
  const notes: Fragment[] = []
  let y = frame.top + top
  if (isUnderText || top > 0) notes.push(moved(frame.separator, frame.left, y - frame.room.separator))
  for (const [index, strip] of strips.entries()) {
    if (index > 0) y += strip.before
    putStrip(composition, strip, y, notes)
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
  if (slice.from > 0 && index === 0) return [frame.continued(slice.note), changed(first, { before: 0 }), ...rest]
  return [changed(first, { before }), ...rest]
}

function putStrip({ frame, anchors }: Composition, strip: Strip, y: number, fragments: Fragment[]): void {
  for (const fragment of strip.fragments) {
    const outer = fragment.kind === 'line' && fragment.outer
    fragments.push(moved(fragment, outer ? outerX(fragment, frame) : frame.left, y))
  }
  for (const id of strip.anchors) anchors.push({ id, x: frame.left, y })
}

/** How far a text moves that stands in the outer margin, at its own distance from the text block. */
function outerX({ x, line }: LineFragment, frame: Frame): number {
  return frame.outerIsRight ? frame.left + frame.measure : frame.left - 2 * x - line.width
}
