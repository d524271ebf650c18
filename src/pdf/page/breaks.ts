import type { Float, Galley } from '../galley/floats.ts'
import { fullHeight, rememberCalls } from './called.ts'
import { type End, endsFrom, fewestLinesAtFloat, footHeight, type Material, pageHeight, type Start } from './ends.ts'
import type { Room } from './room.ts'
import { fitNotes, type NoteSlice, type NotesOf, type NoteTail } from './slices.ts'

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
export function breakPages(galley: Galley, notesOf: NotesOf, room: Room): PagePlan[] {
  const { strips } = galley
  const material = { ...galley, notesOf, calledIn: rememberCalls(notesOf), room }
  const states: (Map<string, State> | undefined)[] = new Array(strips.length + 1)
  states[0] = new Map([['', { at: 0, carry: [], waiting: [], cost: 0, previous: undefined, page: undefined }]])
  let best: State | undefined
  for (let at = 0; at <= strips.length; at++) {
    const queue = worthwhile(states[at])
    states[at] = undefined
    for (const state of queue) {
      if (at === strips.length && isClean(state)) {
        if (!best || state.cost < best.cost) best = state
        continue
      }
      for (const next of pagesFrom(state, material)) {
        // A page that holds nothing but floats or the rest of notes leads back to the same place.
        if (next.at === at) queue.push(next)
        else keepCheapest((states[next.at] ??= new Map()), next)
      }
    }
  }
  return plansTo(best, notesOf)
}

function keepCheapest(states: Map<string, State>, next: State): void {
  const key = carryKey(next)
  const known = states.get(key)
  if (!known || next.cost < known.cost) states.set(key, next)
}

/** Whether nothing is left to place from the pages before. */
function isClean({ carry, waiting }: State): boolean {
  return carry.length === 0 && waiting.length === 0
}

/** The states that can still win: one with nothing left to place beats all that cost more. */
function worthwhile(states: ReadonlyMap<string, State> | undefined): State[] {
  if (!states) return []
  const sorted = [...states.values()].sort((a, b) => a.cost - b.cost)
  const clean = sorted.findIndex(isClean)
  return sorted.slice(0, clean < 0 ? mostStates : Math.min(mostStates, clean + 1))
}

function carryKey({ carry, waiting }: State): string {
  const notes = carry.map((tail) => `${tail.note}/${tail.from}`).join(' ')
  return waiting.length === 0 ? notes : `${notes} ${waiting.map(({ from }) => from).join(' ')}`
}

function plansTo(last: State | undefined, notesOf: NotesOf): PagePlan[] {
  const plans: PagePlan[] = []
  for (let state = last; state?.page; state = state.previous) {
    const { end, slices, overfull = false } = state.page
    const notes = slices ?? end.tails.map((tail) => ({ ...tail, to: notesOf(tail.note).length }))
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

/** A page less full than this is not looked at when there is a fuller one that divides no note. */
const emptiest = 0.75

/** Every page that can follow a state, or one in an emergency. */
function pagesFrom(state: State, material: Material): State[] {
  const fullEnough = { least: pageHeight(state, material) * emptiest, forbidden: false }
  const likely = endsFrom(state, material, fullEnough).map((ends) => pagesTo(state, ends, material))
  if (likely.length > 0 && likely.every(({ whole }) => whole)) return likely.flatMap(({ pages }) => pages)
  const found = endsFrom(state, material, { least: 0, forbidden: false }).flatMap(
    (ends) => pagesTo(state, ends, material).pages,
  )
  if (found.length > 0) return found
  const rest = state.carry.length > 0 ? pageTo(state, endOfRest(state, material), material) : undefined
  if (rest && progresses(state, rest)) return [rest]
  return [emergency(state, endsFrom(state, material, { least: 0, forbidden: true }).flat(), material)]
}

/** The pages that end at one of the ends, the fullest of which is the last; and whether one of them divides no note. */
function pagesTo(
  state: State,
  ends: readonly End[],
  material: Material,
): { readonly pages: readonly State[]; readonly whole: boolean } {
  const pages: State[] = []
  let whole = false
  for (let index = ends.length - 1; index >= 0; index--) {
    const end = ends[index]
    if (!end) continue
    if (whole && end.full < pageHeight(state, material) * emptiest) break
    const next = pageTo(state, end, material)
    if (!next) continue
    pages.push(next)
    whole ||= next.carry.length === 0
  }
  return { pages, whole }
}

/** How many of the floats that waited for a page stand on it; those of its own text at its foot did not wait. */
function placedOf({ floats, feet }: End, at: number): number {
  return floats.length + feet.reduce((count, { from }) => count + (from < at ? 1 : 0), 0)
}

/** No floats. */
const nothing = { floats: [], feet: [], moved: [], under: undefined } as const

/** A page that only goes on with notes. */
function endOfRest(state: State, { notesOf, room }: Material): End {
  const full = footHeight(state, 0, state.carry, room) + fullHeight(state.carry, notesOf)
  return { ...nothing, at: state.at, body: 0, tails: state.carry, full }
}

function progresses(state: State, next: State): boolean {
  return next.at > state.at || carryKey(state) !== carryKey(next)
}

function pageTo(state: State, end: End, material: Material, fewest?: number): State | undefined {
  const { room, notesOf } = material
  const height = pageHeight(state, material)
  const white = height - end.full
  if (white > -0.01) return stateAfter(state, { end }, [], pageCost(state, end, white, 0, material))
  const foot = footHeight(state, end.body, end.tails, room)
  const notes = fitNotes(end.tails, height - end.body - foot, notesOf, fewest)
  if (!notes) return undefined
  const left = height - end.body - foot - notes.height
  const price = pageCost(state, end, left, notes.rest.length, material)
  return stateAfter(state, { end, slices: notes.slices }, notes.rest, price)
}

function stateAfter(previous: State, page: PageEnd, carry: readonly NoteTail[], price: number): State {
  const { at, moved } = page.end
  const waiting = waitingAfter(previous.waiting.slice(placedOf(page.end, previous.at)), moved)
  return { at, carry, waiting, cost: previous.cost + price, previous, page }
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

function pageCost(state: State, end: End, white: number, divided: number, material: Material): number {
  const { strips, room } = material
  const left = divided * cost.dividedNote + waitingCost(state, end)
  const next = strips[end.at]
  const isRest = end.at === state.at
  if (next && next.penalty !== -Infinity) {
    const lines = white / room.line
    const under = end.under === undefined ? 0 : Math.max(0, fewestLinesAtFloat - 1 - end.under / room.line)
    return left + lines * lines * cost.whiteLine + under * cost.underFloat + (isRest ? 0 : next.penalty)
  }
  const set = (pageHeight(state, material) - white) / room.line
  const first = state.at === 0 || strips[state.at]?.penalty === -Infinity
  return left + (first ? 0 : Math.max(0, lastPageLines - set) * cost.shortLastPage)
}

/** A page where none is allowed: as much as fits with notes cut anywhere, or one strip that is higher than the page. */
function emergency(state: State, ends: readonly End[], material: Material): State {
  const { strips, calledIn } = material
  const price = state.cost + cost.emergency
  for (let index = ends.length - 1; index >= 0; index--) {
    const end = ends[index]
    const next = end && pageTo(state, end, material, 1)
    if (next) return { ...next, cost: price }
  }
  const strip = strips[state.at]
  const tails = [...state.carry, ...(strip ? calledIn(strip).tails : [])]
  const at = Math.min(strips.length, state.at + 1)
  const floats = state.waiting
  const end: End = { ...nothing, at, floats, body: strip?.height ?? 0, tails, full: Infinity }
  return { at, carry: [], waiting: [], cost: price, previous: state, page: { end, overfull: true } }
}
