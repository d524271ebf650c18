import type { Float, Galley } from '../galley/floats.ts'
import { type CalledIn, fullHeight, leastHeight } from './called.ts'
import { addHeight, type Column, feetHeight, goToTop } from './column.ts'
import type { Room } from './room.ts'
import type { NotesOf, NoteTail } from './slices.ts'
import { type StripColumns, trait } from './strip-columns.ts'

/** What is to be broken into pages. */
export interface Material extends Galley {
  readonly columns: StripColumns
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
  /** The notes that have to start on the page, or go on there: the first `count` of these. */
  readonly tails: readonly NoteTail[]
  readonly count: number
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
    alone.floats.length > 0 ? [[endOf(alone, start.at, heightOf(alone, material.room) + alone.notes)]] : []
  if (alone.floats[0]?.landscape) return routes
  if (alone.floats.length > 0 && material.strips[start.at]?.penalty === -Infinity) return routes
  const filling: Filling = { start, material, wanted }
  const ends: End[] = []
  const overflow = fillPage(withText(alone, start, material), start.at, filling, ends)
  routes.push(ends)
  if (overflow) {
    const others: End[] = []
    fillPage(overflow.page, overflow.float.from, filling, others)
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
  const room = pageHeight(start, material) - heightOf(page, material.room) - page.notes
  const isAll = page.floats.length + page.feet.length === alone.floats.length
  return isAll && room >= fewestLinesAtFloat * material.room.line ? page : alone
}

/** A page as it is filled. */
interface OpenPage extends Column {
  /** Floats from earlier pages at its head. */
  floats: readonly Float[]
  /** Floats at its foot, and the height that they take. */
  feet: readonly Float[]
  below: number
  /** How far down the last float reaches that stands above text; undefined when none does. */
  over: number | undefined
  /** Floats that are left for a later page. */
  moved: readonly Float[]
  /** The notes that have to start on it, or go on there; their height, and that of the first line of each. */
  tails: NoteTail[]
  notes: number
  least: number
  /** Height at its foot that is taken by a note from the page before, beside its text. */
  readonly carried: number
}

/** A copy to fill further: the notes of the other one stay its own. */
function copyOf(page: OpenPage): OpenPage {
  const { y, empty, gap, floats, feet, below, over, moved, tails, notes, least, carried } = page
  return { y, empty, gap, floats, feet, below, over, moved, tails: tails.slice(), notes, least, carried }
}

const noFloats: readonly Float[] = []

/**
 * The page that begins here, with the floats that wait for it as far as they fit (from the `heads`th on at its foot; 0
 * for all at its head), and the head of a table that goes on.
 */
function openPage({ at, carry, waiting }: Start, material: Material, heads: number): OpenPage {
  const { strips, notesOf, room } = material
  let page: OpenPage = {
    y: 0,
    empty: true,
    gap: 0,
    floats: noFloats,
    feet: noFloats,
    below: 0,
    over: undefined,
    moved: noFloats,
    tails: carry.slice(),
    notes: fullHeight(carry, carry.length, notesOf),
    least: leastHeight(carry, notesOf),
    carried: carry.length > 0 ? room.carryOver : 0,
  }
  const [first] = waiting
  const height = first ? pageHeight({ at, carry, waiting }, material) : 0
  for (let index = 0; index < waiting.length; index++) {
    const float = waiting[index]
    if (!float || float.landscape !== first?.landscape) break
    const next = copyOf(page)
    if (heads > 0 && index >= heads) putAtFoot(next, float, material)
    else putAtHead(next, float, material)
    if (heightOf(next, room) + next.least > height + 0.01) break
    page = next
  }
  const repeat = strips[at]?.repeat
  for (const { height, before, snap } of repeat ?? []) {
    goToTop(page, before, snap, room)
    addHeight(page, height)
  }
  return page
}

function putAtHead(page: OpenPage, float: Float, material: Material): void {
  page.floats = [...page.floats, float]
  for (let at = float.from; at < float.to; at++) addToPage(page, at, material.columns.before[at] ?? 0, material)
  page.gap = float.after
  page.over = page.y
}

function putAtFoot(page: OpenPage, float: Float, material: Material): void {
  page.feet = [...page.feet, float]
  page.below = feetHeight(page.feet, material, material.room)
  for (let at = float.from; at < float.to; at++) addNotes(page, at, material)
}

/** A float that did not fit where it is, or has too little text under it there; and the page that stands without it so far. */
interface Overflow {
  readonly float: Float
  readonly page: OpenPage
}

/** How a page is filled: from where, with what, and which of its ends are asked for. */
interface Filling {
  readonly start: Start
  readonly material: Material
  readonly wanted: Wanted
}

/** Fills a page with strips from `first` on and notes its ends; gives the float in which the page came to its end. */
function fillPage(page: OpenPage, first: number, filling: Filling, ends: End[]): Overflow | undefined {
  const { start, material, wanted } = filling
  const { strips, floats, room, columns } = material
  const { before, penalty, traits } = columns
  const height = pageHeight(start, material)
  // Once a float waits, all that follow wait, too: they keep their order.
  let isOpen = page.moved.length + page.feet.length === 0 && page.floats.length === start.waiting.length
  // The last float in the text, and the page as it was before it.
  let inText: Overflow | undefined
  let passed: Float | undefined
  for (let at = first; at < strips.length; at++) {
    const isFloat = ((traits[at] ?? 0) & trait.float) !== 0
    const float = isFloat ? floats.get(at) : undefined
    if (float && (!isOpen || float.landscape)) {
      if (!page.moved.includes(float) && !page.feet.includes(float)) page.moved = [...page.moved, float]
      isOpen = false
      passed = float
      at = float.to - 1
      if (float.landscape) {
        const full = heightOf(page, room) + page.notes
        if (isWanted(full, float.bound === 0, wanted)) ends.push(endOf(page, float.to, full))
      }
      continue
    }
    if (float) inText = { float, page: copyOf(page) }
    if (penalty[at] === -Infinity && at > start.at) return undefined
    addToPage(page, at, passed?.to === at ? passed.closed : (before[at] ?? 0), material)
    const own = heightOf(page, room)
    if (own + page.least > height + 0.01) return inText && elsewhere(inText, at, page, material)
    if (inText && at + 1 === inText.float.to) page.over = page.y
    const full = own + page.notes
    if (full < wanted.least) continue
    const isBound = passed !== undefined && at + 1 < passed.to + passed.bound
    const isBefore = ((traits[at + 1] ?? 0) & trait.landscapeFloat) !== 0
    if (isWanted(full, !isBound && !isBefore && penalty[at + 1] !== Infinity, wanted)) {
      ends.push(endOf(page, at + 1, full))
    }
  }
  return undefined
}

/** The page with a float elsewhere that stands in its text: on a later page where it doesn't fit, at the foot where hardly any text follows. */
function elsewhere(inText: Overflow, at: number, page: OpenPage, material: Material): Overflow | undefined {
  const { float, page: without } = inText
  if (at < float.to) {
    without.moved = [float]
    return inText
  }
  const under = page.y - (page.over ?? 0)
  if (under > fewestLinesAtFloat * material.room.line) return undefined
  putAtFoot(without, float, material)
  return inText
}

function addToPage(page: OpenPage, at: number, before: number, material: Material): void {
  const { height, traits } = material.columns
  const own = traits[at] ?? 0
  goToTop(page, before, (own & trait.snap) !== 0, material.room)
  addHeight(page, height[at] ?? 0)
  if ((own & trait.notes) !== 0) addNotes(page, at, material)
}

function addNotes(page: OpenPage, at: number, { calledIn, columns }: Material): void {
  if (((columns.traits[at] ?? 0) & trait.notes) === 0) return
  const { tails, full, least } = calledIn(at)
  for (const tail of tails) page.tails.push(tail)
  page.notes += full
  page.least += least
}

/** Height of a page without the text of its notes. */
function heightOf({ y, below, tails, carried }: OpenPage, room: Room): number {
  const body = y + below
  return tails.length === 0 ? body : body + footHeight(body, tails.length, carried, room)
}

function isWanted(full: number, allowed: boolean, { least, forbidden }: Wanted): boolean {
  return full >= least && (allowed || forbidden)
}

/** The notes of an end are those of its page so far; to those more may be added for later ends. */
function endOf(page: OpenPage, at: number, full: number): End {
  const { y, floats, feet, below, over, moved, tails } = page
  const under = over === undefined || y - over < 0.01 ? undefined : y - over
  return { at, floats, feet, moved, body: y + below, under, tails, count: tails.length, full }
}

/** Height at the foot of a page that no note's text takes; `carried` is what a note from the page before has beside its text. */
export function footHeight(body: number, notes: number, carried: number, room: Room): number {
  if (notes === 0) return 0
  return (body > 0 ? room.separator : 0) + carried + (notes - 1) * room.noteGap
}
