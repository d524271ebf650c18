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
  /** Floats from earlier pages at its head, floats at its foot, and those in its text that wait for a later page. */
  readonly floats: readonly Float[]
  readonly feet: readonly Float[]
  readonly moved: readonly Float[]
  /** How far down the body reaches, with the floats at its foot. */
  readonly body: number
  /** Height of the text between a float and the end of the body; absent when there is no text under a float. */
  readonly under: number | undefined
  /** The notes that have to start on the page, or go on there. */
  readonly tails: readonly NoteTail[]
  /** How high the page would be with all of its notes. */
  readonly full: number
}

/** Height of the text block of the page that begins here. */
export function pageHeight({ at, waiting }: Start, { strips, floats, room }: Material): number {
  const [first] = waiting
  const lies = first ? first.landscape : strips[at]?.landscape && !floats.has(at)
  return lies ? room.landscapeHeight : room.height
}

/** Which ends of a page are asked for. */
export interface Wanted {
  /** Least height of the page with all of its notes, in points. */
  readonly least: number
  /** Whether those are wanted, too, where no break is allowed: for emergencies. */
  readonly forbidden: boolean
}

/**
 * The ends of the page, the least last, along each way to fill it: with all floats in their places, and with those
 * that don't fit left for the next page.
 */
export function endsFrom(start: Start, material: Material, wanted: Wanted): End[][] {
  const alone = openPage(start, material, 0)
  const routes: End[][] =
    alone.floats.length > 0 ? [[endOf(alone, start.at, heightOf(alone, start, material.room) + alone.notes)]] : []
  if (alone.floats[0]?.landscape) return routes
  if (alone.floats.length > 0 && material.strips[start.at]?.penalty === -Infinity) return routes
  const ends: End[] = []
  const overflow = fillPage(withText(alone, start, material), start.at, start, material, { wanted, ends })
  routes.push(ends)
  if (overflow) {
    const others: End[] = []
    fillPage(overflow.page, overflow.float.from, start, material, { wanted, ends: others })
    routes.push(others)
  }
  return routes
}

/** Fewest lines between floats at the head and the foot of a page, and under a float in the text. */
export const fewestLinesAtFloat = 5

/** The same page for text: of several floats the last stands at the foot, when there is room between. */
function withText(alone: OpenPage, start: Start, material: Material): OpenPage {
  if (alone.floats.length < 2) return alone
  const page = openPage(start, material, alone.floats.length - 1)
  const room = pageHeight(start, material) - heightOf(page, start, material.room) - page.notes
  const isAll = page.floats.length + page.feet.length === alone.floats.length
  return isAll && room >= fewestLinesAtFloat * material.room.line ? page : alone
}

/** A page as it is filled. */
interface OpenPage {
  readonly column: Column
  /** Floats from earlier pages at its head. */
  readonly floats: readonly Float[]
  /** Floats at its foot, and the height that they take. */
  readonly feet: readonly Float[]
  readonly below: number
  /** How far down the last float reaches that stands above text; undefined when none does. */
  over: number | undefined
  /** Floats that are left for a later page. */
  moved: readonly Float[]
  /** The notes that have to start on it, or go on there; their height, and that of the first line of each. */
  tails: readonly NoteTail[]
  notes: number
  least: number
}

/**
 * The page that begins here, with the floats that wait for it as far as they fit (from the `heads`th on at its foot; 0
 * for all at its head), and the head of a table that goes on.
 */
function openPage(start: Start, material: Material, heads: number): OpenPage {
  const { strips, notesOf, room } = material
  const { carry, waiting } = start
  const column: Column = { y: 0, empty: true, least: 0 }
  const notes = fullHeight(carry, notesOf)
  const least = leastHeight(carry, notesOf)
  const none: readonly Float[] = []
  let page: OpenPage = {
    column,
    floats: none,
    feet: none,
    below: 0,
    over: undefined,
    moved: none,
    tails: carry,
    notes,
    least,
  }
  for (const [index, float] of waiting.entries()) {
    if (float.landscape !== waiting[0]?.landscape) break
    const atFoot = heads > 0 && index >= heads
    const next = atFoot ? withFoot(page, float, material) : withHead(page, float, material)
    if (heightOf(next, start, room) + next.least > pageHeight(start, material) + 0.01) break
    page = next
  }
  for (const strip of strips[start.at]?.repeat ?? []) addStrip(page.column, strip, room, strip.before)
  return page
}

function withHead(page: OpenPage, float: Float, material: Material): OpenPage {
  const next = { ...page, column: { ...page.column }, floats: [...page.floats, float] }
  for (const strip of material.strips.slice(float.from, float.to)) addToPage(next, strip, strip.before, material)
  next.column.least = float.after
  next.over = next.column.y
  return next
}

function withFoot(page: OpenPage, float: Float, material: Material): OpenPage {
  const feet = [...page.feet, float]
  const next = { ...page, feet, below: feetHeight(feet, material, material.room) }
  for (const strip of material.strips.slice(float.from, float.to)) addNotes(next, strip, material)
  return next
}

/** Height of floats at the foot of a page, with the white space above them. */
export function feetHeight(feet: readonly Float[], { strips }: Galley, room: Room): number {
  const column: Column = { y: 0, empty: false, least: 0 }
  for (const float of feet) {
    for (const strip of strips.slice(float.from, float.to)) addStrip(column, strip, room, strip.before)
    column.least = float.after
  }
  return column.y
}

/** A float that did not fit where it is, or has too little text under it there; and the page that stands without it so far. */
interface Overflow {
  readonly float: Float
  readonly page: OpenPage
}

/** Fills a page with strips from `first` on and notes its ends; gives the float in which the page came to its end. */
function fillPage(
  page: OpenPage,
  first: number,
  start: Start,
  material: Material,
  { wanted, ends }: { readonly wanted: Wanted; readonly ends: End[] },
): Overflow | undefined {
  const { strips, floats, room } = material
  const height = pageHeight(start, material)
  // Once a float waits, all that follow wait, too: they keep their order.
  let isOpen = page.moved.length + page.feet.length === 0 && page.floats.length === start.waiting.length
  // The last float in the text, and the page as it was before it.
  let inText: { readonly float: Float; readonly before: OpenPage } | undefined
  let passed: Float | undefined
  for (let at = first; at < strips.length; at++) {
    const float = floats.size > 0 ? floats.get(at) : undefined
    if (float && (!isOpen || float.landscape)) {
      if (!page.moved.includes(float) && !page.feet.includes(float)) page.moved = [...page.moved, float]
      isOpen = false
      passed = float
      at = float.to - 1
      if (float.landscape) {
        const full = heightOf(page, start, room) + page.notes
        if (isWanted(full, float.bound === 0, wanted)) ends.push(endOf(page, float.to, full))
      }
      continue
    }
    if (float) inText = { float, before: { ...page, column: { ...page.column } } }
    const strip = strips[at]
    if (!strip || (strip.penalty === -Infinity && at > start.at)) return undefined
    addToPage(page, strip, passed?.to === at ? passed.closed : strip.before, material)
    const own = heightOf(page, start, room)
    if (own + page.least > height + 0.01) {
      return inText && elsewhere(inText.float, inText.before, at, page, material)
    }
    if (inText && at + 1 === inText.float.to) page.over = page.column.y
    const isBound = passed !== undefined && at + 1 < passed.to + passed.bound
    const isBefore = floats.size > 0 && floats.get(at + 1)?.landscape
    const allowed = !isBound && !isBefore && strips[at + 1]?.penalty !== Infinity
    if (isWanted(own + page.notes, allowed, wanted)) ends.push(endOf(page, at + 1, own + page.notes))
  }
  return undefined
}

/** The page with a float elsewhere that stands in its text: on a later page where it doesn't fit, at the foot where hardly any text follows. */
function elsewhere(
  float: Float,
  before: OpenPage,
  at: number,
  page: OpenPage,
  material: Material,
): Overflow | undefined {
  if (at < float.to) return { float, page: { ...before, moved: [float] } }
  const under = page.column.y - (page.over ?? 0)
  if (under > fewestLinesAtFloat * material.room.line) return undefined
  return { float, page: withFoot(before, float, material) }
}

function addToPage(page: OpenPage, strip: Strip, before: number, material: Material): void {
  addStrip(page.column, strip, material.room, before)
  addNotes(page, strip, material)
}

function addNotes(page: OpenPage, strip: Strip, { calledIn }: Material): void {
  if (strip.notes.length === 0) return
  const { tails, full, least } = calledIn(strip)
  page.tails = [...page.tails, ...tails]
  page.notes += full
  page.least += least
}

/** Height of a page without the text of its notes. */
function heightOf({ column, below, tails }: OpenPage, start: Start, room: Room): number {
  const body = column.y + below
  return body + footHeight(start, body, tails, room)
}

function isWanted(full: number, allowed: boolean, { least, forbidden }: Wanted): boolean {
  return full >= least && (allowed || forbidden)
}

function endOf(page: OpenPage, at: number, full: number): End {
  const { column, floats, feet, below, over, moved, tails } = page
  const under = over === undefined || column.y - over < 0.01 ? undefined : column.y - over
  return { at, floats, feet, moved, body: column.y + below, under, tails, full }
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
