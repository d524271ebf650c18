import type { Root, RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { linesOf } from '../../../captured/lines.ts'
import { type Juncture, junctureOdds } from './junctures.ts'
import { chooseEnds, lengthsOf, type Place } from './lengths.ts'
import { openingOdds, openingsOf } from './openings.ts'

/** A line whose paragraph is not known: the line before it may have been full, and ended a sentence or a clause. */
export interface Doubt {
  readonly line: Line
  readonly juncture: Juncture
  /** Natural logarithm of how much likelier the ends of the lines are if the line starts a paragraph. */
  readonly odds: number
}

/** Most lines to learn from. */
const mostLines = 4000
/** Fewest paragraphs without a doubtful place that tell how long paragraphs are. */
const fewestSure = 4
/** Rounds of choosing, after each of which the lengths of paragraphs are better known. */
const rounds = 2

/**
 * Decides which of the doubtful lines start paragraphs, all at once: by how likely a sentence is to end with a full line
 * in this text, the words that its paragraphs begin with, and the lengths of its paragraphs.
 */
export function settle(tree: Root, doubts: readonly Doubt[]): void {
  if (doubts.length === 0) return
  const all = linesOf(tree)
  const step = Math.ceil(all.length / mostLines)
  const lines = all.filter((_, at) => at % step === 0)
  const openings = openingsOf(
    lines.filter(({ data }) => data?.startsParagraph),
    lines,
  )
  const junctures = junctureOdds(lines)
  const oddsOf = new Map(
    doubts.map(({ line, odds, juncture }) => [line, odds + junctures[juncture] + openingOdds(line.value, openings)]),
  )
  const stretches = stretchesOf(tree.children, oddsOf)
  const sure = stretches.filter(({ places }) => places.length === 0).map(({ to }) => to)
  let lengths = lengthsOf(sure.filter((to) => to > 1).length < fewestSure ? stretches.map(({ to }) => to) : sure)
  let chosen: Place[][] = []
  for (let round = 0; round < rounds; round++) {
    chosen = stretches.map(({ places, to }) => chooseEnds(places, 0, to, lengths))
    lengths = lengthsOf(stretches.flatMap(({ to }, at) => lengthsIn(chosen[at] ?? [], to)))
  }
  for (const [at, { lines: stretch }] of stretches.entries()) {
    for (const place of chosen[at] ?? []) start(stretch[place.at], place.odds)
  }
}

/** The lines between two known breaks, and the places among them where a paragraph may start. */
interface Stretch {
  readonly lines: readonly Line[]
  readonly places: readonly Place[]
  readonly to: number
}

function stretchesOf(nodes: readonly RootContent[], oddsOf: ReadonlyMap<Line, number>): Stretch[] {
  const stretches: Stretch[] = []
  let lines: Line[] = []
  const close = () => {
    const places = lines.flatMap((line, at): Place[] => {
      const odds = oddsOf.get(line)
      return odds === undefined || at === 0 ? [] : [{ at, odds }]
    })
    if (lines.length > 0) stretches.push({ lines, places, to: lines.length })
    lines = []
  }
  for (const node of nodes) {
    if (node.type !== 'line' || node.data?.startsParagraph) close()
    if (node.type === 'line') lines.push(node)
  }
  close()
  return stretches
}

function lengthsIn(places: readonly Place[], to: number): number[] {
  const ends = [...places.map(({ at }) => at), to]
  return ends.map((end, at) => end - (ends[at - 1] ?? 0))
}

function start(line: Line | undefined, odds: number): void {
  if (!line?.data) return
  const evidence =
    'a sentence ends on the full line before it; the lengths and first words of paragraphs speak for a break'
  line.data.startsParagraph = { evidence, confidence: Math.min(0.85, Math.max(0.55, 1 / (1 + Math.exp(-odds)))) }
}
