import type { Float, Galley } from '../galley/floats.ts'
import { fullHeight, rememberCalls } from './called.ts'
import { type End, endsFrom, fewestLinesAtFloat, footHeight, type Material, pageHeight, type Start } from './ends.ts'
import type { Room } from './room.ts'
import { fitNotes, type NoteSlice, type NotesOf, type NoteTail } from './slices.ts'
import { columnsOf } from './strip-columns.ts'

/*
 * Optimal page breaks: the same idea that Knuth and Plass use for lines, over the strips of a part. A state is a place
 * to break, together with what is left of notes begun before it; the cheapest way to each state is kept, and the
 * cheapest way to the end wins. Pages have nothing to stretch (text stays on its grid), so the cost of a page is that
 * of its white space, of where it breaks, and of the notes that it divides. A figure or table that does not fit where
 * it is may wait for the next page: then the text after it fills the page.
 */

/** Which strips and which notes stand on one page. */
export interface PagePlan {
  readonly from: number
  readonly to: number
  /** Floats from earlier pages, at the head of the page. */
  readonly floats: readonly Float[]
  /** Floats from earlier pages, or from between `from` and `to`, at the foot of the page. */
  readonly feet: readonly Float[]
  /** Floats between `from` and `to` that stand on a later page. */
  readonly moved: readonly Float[]
  readonly notes: readonly NoteSlice[]
  /** Whether the page holds more than its room: a strip that is higher than a page. */
  readonly overfull: boolean
}

interface State extends Start {
  readonly cost: number
  readonly previous: State | undefined
  /** How the page ends that leads here; absent at the start. */
  readonly end: End | undefined
  /** Which part of the notes is on that page; absent when all of them are, to their ends. */
  readonly slices: readonly NoteSlice[] | undefined
  readonly overfull: boolean
  /** Tells states of one place apart: what is left to place from the pages before. */
  readonly key: string
}

const cost = {
  /** For each missing line, squared. */
  whiteLine: 3,
  /** A note that goes on overleaf. */
  dividedNote: 400,
  /** Nothing better was found. */
  emergency: 1e6,
  /** For each figure that waits for the next page, and for each table: as much as fourteen white lines. */
  waitingFigure: 25,
  waitingTable: 600,
  /** For each line that the text under a float has too few. */
  underFloat: 30,
  /** For each line that a part's last page has too few. */
  shortLastPage: 40,
}

/** Fewest lines on the last page of a part that look meant. */
const lastPageLines = 5

/** Most states that are followed from one place; the others cost more, and have more left to place. */
const mostStates = 4

/** The cheapest sequence of pages that holds all strips, each note starting on the page of its call. */
export function breakPages({ strips, floats }: Galley, notesOf: NotesOf, room: Room): PagePlan[] {
  const columns = columnsOf({ strips, floats })
  const material: Material = { strips, floats, columns, notesOf, calledIn: rememberCalls(strips, notesOf), room }
  const states = new Array<State[] | undefined>(strips.length + 1).fill(undefined)
  states[0] = [firstState]
  let best: State | undefined
  for (let at = 0; at <= strips.length; at++) {
    const queue = worthwhile(states[at])
    states[at] = undefined
    for (const state of queue) {
      if (at === strips.length && isClean(state)) {
        if (!best || state.cost < best.cost) best = state
        continue
      }
      const pages = pagesFrom(state, material)
      for (let index = 0; index < pages.length; index++) {
        const next = pages[index]
        if (!next) continue
        // A page that holds nothing but floats or the rest of notes leads back to the same place.
        if (next.at === at) queue.push(next)
        else states[next.at] = withCheapest(states[next.at], next)
      }
    }
  }
  return plansTo(best, notesOf)
}

const firstState: State = {
  at: 0,
  carry: [],
  waiting: [],
  cost: 0,
  previous: undefined,
  end: undefined,
  slices: undefined,
  overfull: false,
  key: '',
}

/** Keeps one state of those that have the same left to place. */
function withCheapest(states: State[] | undefined, next: State): State[] {
  if (!states) return [next]
  for (let index = 0; index < states.length; index++) {
    const known = states[index]
    if (known?.key !== next.key) continue
    if (next.cost < known.cost) states[index] = next
    return states
  }
  states.push(next)
  return states
}

/** Whether nothing is left to place from the pages before. */
function isClean({ carry, waiting }: State): boolean {
  return carry.length === 0 && waiting.length === 0
}

/** The states that can still win: one with nothing left to place beats all that cost more. */
function worthwhile(states: State[] | undefined): State[] {
  if (!states || states.length < 2) return states ?? []
  states.sort((a, b) => a.cost - b.cost)
  const clean = states.findIndex(isClean)
  return states.slice(0, clean < 0 ? mostStates : Math.min(mostStates, clean + 1))
}

function keyOf(carry: readonly NoteTail[], waiting: readonly Float[]): string {
  if (carry.length === 0 && waiting.length === 0) return ''
  const notes = carry.map((tail) => `${tail.note}/${tail.from}`).join(' ')
  return waiting.length === 0 ? notes : `${notes} ${waiting.map(({ from }) => from).join(' ')}`
}

function plansTo(last: State | undefined, notesOf: NotesOf): PagePlan[] {
  const plans: PagePlan[] = []
  for (let state = last; state?.end; state = state.previous) {
    const { end, slices, overfull } = state
    const notes = slices ?? tailsOf(end).map(({ note, from }) => ({ note, from, to: notesOf(note).length }))
    plans.push({
      from: state.previous?.at ?? 0,
      to: end.at,
      floats: end.floats,
      feet: end.feet,
      moved: end.moved,
      notes,
      overfull,
    })
  }
  return plans.reverse()
}

function tailsOf({ tails, count }: End): NoteTail[] {
  return tails.slice(0, count)
}

/** A page less full than this is not looked at when there is a fuller one that divides no note. */
const emptiest = 0.75

/** A page that is to follow a state. */
interface OpenPage {
  readonly state: State
  /** Height of its text block, in points. */
  readonly height: number
  readonly material: Material
}

/** Every page that can follow a state, or one in an emergency. */
function pagesFrom(state: State, material: Material): State[] {
  const height = pageHeight(state, material)
  const page: OpenPage = { state, height, material }
  const likely: State[] = []
  let whole = true
  const routes = endsFrom(state, material, { least: height * emptiest, forbidden: false })
  for (const ends of routes) if (!addPages(page, ends, likely)) whole = false
  if (routes.length > 0 && whole) return likely
  const found: State[] = []
  for (const ends of endsFrom(state, material, { least: 0, forbidden: false })) {
    addPages(page, ends, found)
  }
  if (found.length > 0) return found
  const rest = state.carry.length > 0 ? pageTo(page, endOfRest(state, material)) : undefined
  if (rest && progresses(state, rest)) return [rest]
  return [emergency(page, endsFrom(state, material, { least: 0, forbidden: true }).flat())]
}

/** Adds the pages that end at one of the ends, the fullest of which is the last; tells whether one of them divides no note. */
function addPages(page: OpenPage, ends: readonly End[], pages: State[]): boolean {
  let whole = false
  for (let index = ends.length - 1; index >= 0; index--) {
    const end = ends[index]
    if (!end) continue
    if (whole && end.full < page.height * emptiest) break
    const next = pageTo(page, end)
    if (!next) continue
    pages.push(next)
    whole ||= next.carry.length === 0
  }
  return whole
}

/** How many of the floats that waited for a page stand on it; those of its own text at its foot did not wait. */
function placedOf({ floats, feet }: End, at: number): number {
  return floats.length + feet.reduce((count, { from }) => count + (from < at ? 1 : 0), 0)
}

/** An end of a page that has no floats but those at its head. */
function plainEnd({ at, floats, body, tails, full }: Pick<End, 'at' | 'floats' | 'body' | 'tails' | 'full'>): End {
  return { at, floats, feet: [], moved: [], body, under: undefined, tails, count: tails.length, full }
}

/** A page that only goes on with notes. */
function endOfRest({ at, carry }: State, { notesOf, room }: Material): End {
  const full = footHeight(0, carry.length, room.carryOver, room) + fullHeight(carry, carry.length, notesOf)
  return plainEnd({ at, floats: [], body: 0, tails: carry, full })
}

function progresses(state: State, next: State): boolean {
  return next.at > state.at || state.key !== next.key
}

function pageTo(page: OpenPage, end: End, fewest?: number): State | undefined {
  const { state, height, material } = page
  const { room, notesOf } = material
  const white = height - end.full
  if (white > -0.01) return stateAfter(state, end, allNotes, pageCost(page, end, white, 0))
  const foot = footHeight(end.body, end.count, state.carry.length > 0 ? room.carryOver : 0, room)
  const notes = fitNotes(tailsOf(end), height - end.body - foot, notesOf, fewest)
  if (!notes) return undefined
  const left = height - end.body - foot - notes.height
  return stateAfter(state, end, notes, pageCost(page, end, left, notes.rest.length))
}

/** Which part of the notes is on a page, as a state has it, and what is left of them. */
interface SetNotes {
  readonly slices: State['slices']
  readonly rest: readonly NoteTail[]
}

const allNotes: SetNotes = { slices: undefined, rest: [] }

function stateAfter(previous: State, end: End, { slices, rest: carry }: SetNotes, price: number): State {
  const { at, moved } = end
  const before = previous.waiting
  const left = before.length === 0 ? before : before.slice(placedOf(end, previous.at))
  const waiting = waitingAfter(left, moved)
  const sum = previous.cost + price
  return { at, carry, waiting, cost: sum, previous, end, slices, overfull: false, key: keyOf(carry, waiting) }
}

/** Most pages have no floats that wait: then the list stays one and the same. */
function waitingAfter(left: readonly Float[], moved: readonly Float[]): readonly Float[] {
  if (moved.length === 0) return left
  return left.length === 0 ? moved : [...left, ...moved]
}

function waitingCost({ waiting, at }: State, end: End): number {
  if (waiting.length === 0 && end.moved.length === 0) return 0
  const left = [...waiting.slice(placedOf(end, at)), ...end.moved]
  return left.reduce((sum, { table }) => sum + (table ? cost.waitingTable : cost.waitingFigure), 0)
}

function pageCost({ state, height, material }: OpenPage, end: End, white: number, divided: number): number {
  const { columns, strips, room } = material
  const left = divided * cost.dividedNote + waitingCost(state, end)
  const penalty = columns.penalty[end.at] ?? 0
  const isRest = end.at === state.at
  if (end.at < strips.length && penalty !== -Infinity) {
    const lines = white / room.line
    const under = end.under === undefined ? 0 : Math.max(0, fewestLinesAtFloat - 1 - end.under / room.line)
    return left + lines * lines * cost.whiteLine + under * cost.underFloat + (isRest ? 0 : penalty)
  }
  const set = (height - white) / room.line
  const first = state.at === 0 || columns.penalty[state.at] === -Infinity
  return left + (first ? 0 : Math.max(0, lastPageLines - set) * cost.shortLastPage)
}

/** A page where none is allowed: as much as fits with notes cut anywhere, or one strip that is higher than the page. */
function emergency(page: OpenPage, ends: readonly End[]): State {
  const { state, material } = page
  const { strips, calledIn } = material
  for (let index = ends.length - 1; index >= 0; index--) {
    const end = ends[index]
    const next = end && pageTo(page, end, 1)
    if (next) return { ...next, cost: state.cost + cost.emergency }
  }
  const tails = [...state.carry, ...(state.at < strips.length ? calledIn(state.at).tails : [])]
  const at = Math.min(strips.length, state.at + 1)
  const body = strips[state.at]?.height ?? 0
  const end = plainEnd({ at, floats: state.waiting, body, tails, full: Infinity })
  return { ...stateAfter(state, end, allNotes, cost.emergency), overfull: true }
}
