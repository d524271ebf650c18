import type { Strip } from '../galley/strip.ts'
import type { Room } from './room.ts'
import { fitNotes, type NoteSlice, type NotesOf, type NoteTail, stripsHeight } from './slices.ts'

/*
 * Optimal page breaks: the same idea that Knuth and Plass use for lines, over the strips of a part. A state is a place
 * to break, together with what is left of notes begun before it; the cheapest way to each state is kept, and the
 * cheapest way to the end wins. Pages have nothing to stretch (text stays on its grid), so the cost of a page is that
 * of its white space, of where it breaks, and of the notes that it divides.
 */

/** Which strips and which notes stand on one page. */
export interface PagePlan {
  readonly from: number
  readonly to: number
  readonly notes: readonly NoteSlice[]
  /** Whether the page holds more than its room: a strip that is higher than a page. */
  readonly overfull: boolean
}

interface State {
  readonly at: number
  readonly carry: readonly NoteTail[]
  readonly cost: number
  readonly previous: State | undefined
  /** The page that leads here; absent at the start. */
  readonly page: PageEnd | undefined
}

/** How a page ends: enough to make its plan when it is one of the pages that win. */
interface PageEnd {
  readonly end: End
  /** Which part of the notes is on the page; absent when all of them are, to their ends. */
  readonly slices?: readonly NoteSlice[]
  readonly overfull?: true
}

const cost = {
  /** For each missing line, squared. */
  whiteLine: 3,
  /** A note that goes on overleaf. */
  dividedNote: 400,
  /** Nothing better was found. */
  emergency: 1e6,
  /** For each line that a part's last page has too few. */
  shortLastPage: 40,
}

/** Fewest lines on the last page of a part that look meant. */
const lastPageLines = 5

/** Most states that are followed from one place; the others cost more, and have more left to place. */
const mostStates = 4

/** The cheapest sequence of pages that holds all strips, each note starting on the page of its call. */
export function breakPages(strips: readonly Strip[], notesOf: NotesOf, room: Room): PagePlan[] {
  const material = { strips, notesOf, room }
  const states: (Map<string, State> | undefined)[] = new Array(strips.length + 1)
  states[0] = new Map([['', { at: 0, carry: [], cost: 0, previous: undefined, page: undefined }]])
  let best: State | undefined
  for (let at = 0; at <= strips.length; at++) {
    const queue = worthwhile(states[at])
    states[at] = undefined
    for (const state of queue) {
      if (at === strips.length && state.carry.length === 0) {
        if (!best || state.cost < best.cost) best = state
        continue
      }
      for (const next of pagesFrom(state, material)) {
        // A page that holds nothing but the rest of notes leads back to the same place.
        if (next.at === at) queue.push(next)
        else keepCheapest((states[next.at] ??= new Map()), next)
      }
    }
  }
  return plansTo(best, notesOf)
}

function keepCheapest(states: Map<string, State>, next: State): void {
  const key = carryKey(next.carry)
  const known = states.get(key)
  if (!known || next.cost < known.cost) states.set(key, next)
}

/** The states that can still win: one without notes left to place beats all that cost more. */
function worthwhile(states: ReadonlyMap<string, State> | undefined): State[] {
  if (!states) return []
  const sorted = [...states.values()].sort((a, b) => a.cost - b.cost)
  const clean = sorted.findIndex((state) => state.carry.length === 0)
  return sorted.slice(0, clean < 0 ? mostStates : Math.min(mostStates, clean + 1))
}

function carryKey(carry: readonly NoteTail[]): string {
  return carry.map((tail) => `${tail.note}/${tail.from}`).join(' ')
}

function plansTo(last: State | undefined, notesOf: NotesOf): PagePlan[] {
  const plans: PagePlan[] = []
  for (let state = last; state?.page; state = state.previous) {
    const { end, slices, overfull = false } = state.page
    const notes = slices ?? end.tails.map((tail) => ({ ...tail, to: notesOf(tail.note).length }))
    plans.push({ from: state.previous?.at ?? 0, to: end.at, notes, overfull })
  }
  return plans.reverse()
}

/** What is to be broken into pages. */
interface Material {
  readonly strips: readonly Strip[]
  readonly notesOf: NotesOf
  readonly room: Room
}

/** A place where the page that begins at a state could end. */
interface End {
  readonly at: number
  /** How far down the body reaches. */
  readonly body: number
  /** The notes that have to start on the page, or go on there. */
  readonly tails: readonly NoteTail[]
  /** How high the page would be with all of its notes. */
  readonly full: number
  /** Whether a break is allowed here; if not, it is for emergencies. */
  readonly allowed: boolean
}

/** A page less full than this is not looked at when there is a fuller one that divides no note. */
const emptiest = 0.75

/** Every page that can follow a state, or one in an emergency. */
function pagesFrom(state: State, material: Material): State[] {
  const ends = endsFrom(state, material)
  const found: State[] = []
  let whole = false
  for (let index = ends.length - 1; index >= 0; index--) {
    const end = ends[index]
    if (!end?.allowed) continue
    if (whole && end.full < pageHeight(state, material) * emptiest) break
    const next = pageTo(state, end, material)
    if (!next) continue
    found.push(next)
    whole ||= next.carry.length === 0
  }
  if (found.length > 0) return found
  const rest = state.carry.length > 0 ? pageTo(state, endOfRest(state, material), material) : undefined
  return [rest && progresses(state, rest) ? rest : emergency(state, ends, material)]
}

/** Height of the text block of the page that begins at a state. */
function pageHeight({ at }: State, { strips, room }: Material): number {
  return strips[at]?.landscape ? room.landscapeHeight : room.height
}

/** All ends of the page, the fullest last. */
function endsFrom(state: State, material: Material): End[] {
  const { strips, notesOf, room } = material
  const column = startColumn(state, strips, room)
  const height = pageHeight(state, material)
  const ends: End[] = []
  let tails = state.carry
  let notes = fullHeight(tails, notesOf)
  let least = leastHeight(tails, notesOf)
  for (let at = state.at; at < strips.length; at++) {
    const strip = strips[at]
    if (!strip || (strip.penalty === -Infinity && at > state.at)) break
    addStrip(column, strip, room)
    if (strip.notes.length > 0) {
      const called = notesIn(strip, notesOf)
      tails = [...tails, ...called]
      notes += fullHeight(called, notesOf)
      least += leastHeight(called, notesOf)
    }
    const above = column.y + footHeight(state, column.y, tails, room)
    if (above + least > height + 0.01) break
    const allowed = strips[at + 1]?.penalty !== Infinity
    ends.push({ at: at + 1, body: column.y, tails, full: above + notes, allowed })
  }
  return ends
}

/** A page that only goes on with notes. */
function endOfRest(state: State, { notesOf, room }: Material): End {
  const full = footHeight(state, 0, state.carry, room) + fullHeight(state.carry, notesOf)
  return { at: state.at, body: 0, tails: state.carry, full, allowed: true }
}

function fullHeight(tails: readonly NoteTail[], notesOf: NotesOf): number {
  return tails.reduce((sum, { note, from }) => sum + stripsHeight(notesOf(note), from, notesOf(note).length), 0)
}

/** Height of the first line of each note. */
function leastHeight(tails: readonly NoteTail[], notesOf: NotesOf): number {
  return tails.reduce((sum, { note, from }) => sum + (notesOf(note)[from]?.height ?? 0), 0)
}

function progresses(state: State, next: State): boolean {
  return next.at > state.at || carryKey(state.carry) !== carryKey(next.carry)
}

/** How far down a page its body reaches. */
interface Column {
  y: number
  empty: boolean
}

function startColumn(state: State, strips: readonly Strip[], room: Room): Column {
  const column: Column = { y: 0, empty: true }
  for (const strip of strips[state.at]?.repeat ?? []) addStrip(column, strip, room)
  return column
}

/** Sets one strip under the last. */
function addStrip(column: Column, strip: Strip, room: Room): void {
  column.y = stripTop(column, strip, room) + strip.height
  column.empty = false
}

/** Where a strip begins that follows what is in the column. */
export function stripTop(column: Readonly<Column>, strip: Strip, room: Room): number {
  if (column.empty) return 0
  const top = column.y + strip.before
  return strip.snap ? Math.ceil((top - 0.01) / room.grid) * room.grid : top
}

/** The notes called in a strip, each followed by the notes that are called in it. */
function notesIn(strip: Strip, notesOf: NotesOf, within: ReadonlySet<string> = new Set()): NoteTail[] {
  return strip.notes
    .filter((note) => !within.has(note) && notesOf(note).length > 0)
    .flatMap((note) => {
      const inside = new Set([...within, note])
      return [{ note, from: 0 }, ...notesOf(note).flatMap((inner) => notesIn(inner, notesOf, inside))]
    })
}

function pageTo(state: State, end: End, material: Material, fewest?: number): State | undefined {
  const { room, notesOf } = material
  const height = pageHeight(state, material)
  const white = height - end.full
  if (white > -0.01) return stateAfter(state, { end }, [], pageCost(state, end.at, white, 0, material))
  const foot = footHeight(state, end.body, end.tails, room)
  const notes = fitNotes(end.tails, height - end.body - foot, notesOf, fewest)
  if (!notes) return undefined
  const left = height - end.body - foot - notes.height
  const price = pageCost(state, end.at, left, notes.rest.length, material)
  return stateAfter(state, { end, slices: notes.slices }, notes.rest, price)
}

function stateAfter(previous: State, page: PageEnd, carry: readonly NoteTail[], price: number): State {
  return { at: page.end.at, carry, cost: previous.cost + price, previous, page }
}

/** Height at the foot of a page that no note's text takes. */
function footHeight(state: State, body: number, tails: readonly NoteTail[], room: Room): number {
  if (tails.length === 0) return 0
  const carried = state.carry.length > 0 ? room.carryOver : 0
  return (body > 0 ? room.separator : 0) + carried + (tails.length - 1) * room.noteGap
}

function pageCost(state: State, to: number, white: number, divided: number, material: Material): number {
  const { strips, room } = material
  const notes = divided * cost.dividedNote
  const next = strips[to]
  if (next && next.penalty !== -Infinity) {
    const lines = white / room.line
    return notes + lines * lines * cost.whiteLine + next.penalty
  }
  const set = (pageHeight(state, material) - white) / room.line
  const first = state.at === 0 || strips[state.at]?.penalty === -Infinity
  return notes + (first ? 0 : Math.max(0, lastPageLines - set) * cost.shortLastPage)
}

/** A page where none is allowed: as much as fits with notes cut anywhere, or one strip that is higher than the page. */
function emergency(state: State, ends: readonly End[], material: Material): State {
  const { strips, notesOf } = material
  const price = state.cost + cost.emergency
  for (let index = ends.length - 1; index >= 0; index--) {
    const end = ends[index]
    const next = end && pageTo(state, end, material, 1)
    if (next) return { ...next, cost: price }
  }
  const strip = strips[state.at]
  const tails = [...state.carry, ...(strip ? notesIn(strip, notesOf) : [])]
  const at = Math.min(strips.length, state.at + 1)
  const end: End = { at, body: strip?.height ?? 0, tails, full: Infinity, allowed: true }
  return { at, carry: [], cost: price, previous: state, page: { end, overfull: true } }
}
