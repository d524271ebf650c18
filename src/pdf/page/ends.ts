import type { Float, Galley } from '../galley/floats.ts'
import type { Strip } from '../galley/strip.ts'
import { type CalledIn, fullHeight, leastHeight } from './called.ts'
import type { Room } from './room.ts'
import type { NotesOf, NoteTail } from './slices.ts'

/** What is to be broken into pages. */
export interface Material extends Galley {
  readonly notesOf: NotesOf
  readonly calledIn: CalledIn
  readonly room: Room
}

/** Where a page begins, and what is left for it from the pages before. */
export interface Start {
  readonly at: number
  /** What is left of notes. */
  readonly carry: readonly NoteTail[]
  /** Floats that wait for a page. */
  readonly waiting: readonly Float[]
}

/** A place where a page could end. */
export interface End {
  readonly at: number
  /** Floats from earlier pages that stand on it, and those in its text that wait for a later one. */
  readonly floats: readonly Float[]
  readonly moved: readonly Float[]
  /** How far down the body reaches. */
  readonly body: number
  /** The notes that have to start on the page, or go on there. */
  readonly tails: readonly NoteTail[]
  /** How high the page would be with all of its notes. */
  readonly full: number
  /** Whether a break is allowed here; if not, it is for emergencies. */
  readonly allowed: boolean
}

/** Height of the text block of the page that begins here. */
export function pageHeight({ at, waiting }: Start, { strips, room }: Material): number {
  return strips[at]?.landscape && waiting.length === 0 ? room.landscapeHeight : room.height
}

/**
 * All ends of the page, the fullest last, along each way to fill it: with all floats in their places, and with those
 * that don't fit left for the next page.
 */
export function endsFrom(start: Start, material: Material): End[][] {
  const page = openPage(start, material)
  const routes: End[][] = page.floats.length > 0 ? [[endOf(page, start.at, start, material, true)]] : []
  if (page.floats.length > 0 && material.strips[start.at]?.penalty === -Infinity) return routes
  const ends: End[] = []
  const overflow = fillPage(page, start.at, start, material, ends)
  routes.push(ends)
  if (overflow) {
    const others: End[] = []
    const { float, before } = overflow
    fillPage({ ...before, moved: [float] }, float.from, start, material, others)
    routes.push(others)
  }
  return routes
}

/** A page as it is filled. */
interface OpenPage {
  readonly column: Column
  /** Floats from earlier pages at its head. */
  readonly floats: readonly Float[]
  /** Floats that are left for a later page. */
  moved: readonly Float[]
  /** The notes that have to start on it, or go on there; their height, and that of the first line of each. */
  tails: readonly NoteTail[]
  notes: number
  least: number
}

/** The page that begins here, with the floats that wait for it as far as they fit, and the head of a table that goes on. */
function openPage(start: Start, material: Material): OpenPage {
  const { strips, notesOf, room } = material
  const { carry, waiting } = start
  const column: Column = { y: 0, empty: true, least: 0 }
  const notes = fullHeight(carry, notesOf)
  let page: OpenPage = { column, floats: [], moved: [], tails: carry, notes, least: leastHeight(carry, notesOf) }
  for (const float of waiting) {
    const next = { ...page, column: { ...page.column }, floats: [...page.floats, float] }
    for (const strip of strips.slice(float.from, float.to)) addToPage(next, strip, strip.before, material)
    if (heightOf(next, start, room) + next.least > pageHeight(start, material) + 0.01) break
    next.column.least = float.after
    page = next
  }
  for (const strip of strips[start.at]?.repeat ?? []) addStrip(page.column, strip, room, strip.before)
  return page
}

/** What did not fit on a page: a float, and the page as it was before it. */
interface Overflow {
  readonly float: Float
  readonly before: OpenPage
}

/** Fills a page with strips from `first` on and notes every end; gives the float in which the page came to its end. */
function fillPage(page: OpenPage, first: number, start: Start, material: Material, ends: End[]): Overflow | undefined {
  const { strips, floats, room } = material
  const height = pageHeight(start, material)
  // Once a float waits, all that follow wait, too: they keep their order.
  const isOpen = page.moved.length === 0 && page.floats.length === start.waiting.length
  let overflow: Overflow | undefined
  let passed: Float | undefined
  for (let at = first; at < strips.length; at++) {
    const float = floats.size > 0 ? floats.get(at) : undefined
    if (float && !isOpen) {
      if (at > first || !page.moved.includes(float)) page.moved = [...page.moved, float]
      passed = float
      at = float.to - 1
      continue
    }
    if (float) overflow = { float, before: { ...page, column: { ...page.column } } }
    const strip = strips[at]
    if (!strip || (strip.penalty === -Infinity && at > start.at)) return undefined
    addToPage(page, strip, passed?.to === at ? passed.closed : strip.before, material)
    if (heightOf(page, start, room) + page.least > height + 0.01) {
      return overflow && at < overflow.float.to ? overflow : undefined
    }
    const isBound = passed !== undefined && at + 1 < passed.to + passed.bound
    ends.push(endOf(page, at + 1, start, material, !isBound && strips[at + 1]?.penalty !== Infinity))
  }
  return undefined
}

function addToPage(page: OpenPage, strip: Strip, before: number, { calledIn, room }: Material): void {
  addStrip(page.column, strip, room, before)
  if (strip.notes.length === 0) return
  const { tails, full, least } = calledIn(strip)
  page.tails = [...page.tails, ...tails]
  page.notes += full
  page.least += least
}

/** Height of a page without the text of its notes. */
function heightOf({ column, tails }: OpenPage, start: Start, room: Room): number {
  return column.y + footHeight(start, column.y, tails, room)
}

function endOf(page: OpenPage, at: number, start: Start, { room }: Material, allowed: boolean): End {
  const { column, floats, moved, tails, notes } = page
  return { at, floats, moved, body: column.y, tails, full: heightOf(page, start, room) + notes, allowed }
}

/** How far down a page its body reaches. */
interface Column {
  y: number
  empty: boolean
  /** Least white space above the next strip. */
  least: number
}

/** Sets one strip under the last. */
function addStrip(column: Column, strip: Strip, room: Room, before: number): void {
  column.y = stripTop(column, strip, room, Math.max(before, column.least)) + strip.height
  column.empty = false
  column.least = 0
}

/** Where a strip begins that follows what is in the column. */
export function stripTop(
  column: { readonly y: number; readonly empty: boolean },
  strip: Strip,
  room: Room,
  before: number,
): number {
  if (column.empty) return 0
  const top = column.y + before
  return strip.snap ? Math.ceil((top - 0.01) / room.grid) * room.grid : top
}

/** Height at the foot of a page that no note's text takes. */
export function footHeight(start: Start, body: number, tails: readonly NoteTail[], room: Room): number {
  if (tails.length === 0) return 0
  const carried = start.carry.length > 0 ? room.carryOver : 0
  return (body > 0 ? room.separator : 0) + carried + (tails.length - 1) * room.noteGap
}
