import type { Line } from '../../../captured/line.ts'
import { isBareMarker, startsItem } from '../../evidence/markers.ts'
import { annexLabel, headingNumbers } from '../../evidence/numbering.ts'
import { isSeam } from './seams.ts'

/** A stretch of lines that stand together in a capture: a column, or a part of one between two gaps. */
export interface Chunk {
  readonly lines: readonly Line[]
  /** How much of a column it fills, in lines of running text, with the notes that stand below it in the capture. */
  readonly height: number
  /** Whether notes stand right below it, so that its column ends with it. */
  readonly endsColumn: boolean
  /** Whether it ends within an item of a list. */
  readonly endsInItem: boolean
  /** The least and the greatest number of the notes that it calls, and that stand below it. */
  readonly calls: Range | undefined
  /** The first and the last of the headings whose numbers count through the text, as one number each. */
  readonly headings: Range | undefined
}

/** From the least to the greatest. */
export interface Range {
  readonly least: number
  readonly most: number
}

/** Notes below a line of the body. */
export interface NotesBelow {
  readonly lines: number
  /** Their numbers, as far as they begin there. */
  readonly numbers: readonly number[]
}

/** What is known of the lines of a page. */
export interface PageFacts {
  /** Length of full lines, in characters. */
  readonly full: number
  /** The numbers of the notes that a line calls. */
  readonly callsOn: (line: Line) => readonly number[]
  /** The notes that stand right below a line; undefined when there are none, or when they run across the page. */
  readonly notesBelow: (line: Line) => NotesBelow | undefined
}

/** Lines of one item at most, so that the end of a stretch still belongs to it. */
const longestItem = 5

/** Cuts the body of a page where the capture has a gap, or where something stood that is no longer there. */
export function chunksOf(lines: readonly Line[], facts: PageFacts): Chunk[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const isGap = (line.data?.blankBefore ?? 0) > 0 && !isBareMarker(before?.value ?? '')
    if (!group || !before || isGap || isSeam(before, line)) groups.push([line])
    else group.push(line)
  }
  for (const [at, group] of groups.entries()) {
    const next = groups[at + 1]
    // A marker at the end of a stretch stands in front of the item that the next one begins with.
    while (next && group.length > 1 && isBareMarker(group.at(-1)?.value ?? '')) next.unshift(group.pop() as Line)
  }
  return groups.map((group) => chunkOf(group, facts))
}

function chunkOf(lines: readonly Line[], { full, callsOn, notesBelow }: PageFacts): Chunk {
  const last = lines.at(-1)
  const notes = last && notesBelow(last)
  return {
    lines,
    height: lines.reduce((sum, line) => sum + heightOf(line, lines.length, full), 0.85 * (notes?.lines ?? 0)),
    endsColumn: notes !== undefined,
    endsInItem: lines.length - 1 - lines.findLastIndex(({ value }) => startsItem(value)) < longestItem,
    calls: rangeOf([...lines.flatMap(callsOn), ...(notes?.numbers ?? [])]),
    headings: rangeOf(lines.flatMap(headingValue)),
  }
}

/** Cells stand side by side; a marker stands beside its item; lines that were merged are several. */
function heightOf({ value }: Line, lines: number, full: number): number {
  if (isBareMarker(value)) return 0
  if (value.length < 0.5 * full && lines < 9) return 0.4
  return Math.max(1, Math.round(value.length / full))
}

function rangeOf(values: readonly number[]): Range | undefined {
  return values.length === 0 ? undefined : { least: Math.min(...values), most: Math.max(...values) }
}

/** Annexes come after all numbers; 3.2 comes between 3 and 4. */
function headingValue({ value, data }: Line): number[] {
  if (value.length > 80 || data?.marker) return []
  const annex = annexLabel(value)
  if (annex && /^[A-Z]$/.test(annex)) return [1e6 + annex.charCodeAt(0)]
  const number = headingNumbers(value).find(({ scheme, path }) => scheme.startsWith('#') && path.length > 1)
  if (!number || /[.;,:]$/.test(value)) return []
  return [number.path.reduce((sum, part, level) => sum + part / 1000 ** level, 0)]
}
