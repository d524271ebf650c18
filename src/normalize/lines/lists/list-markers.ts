import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { isStrongBullet, type MarkerShape, markersAt } from '../../evidence/markers.ts'

/** How many lines apart two items of one list may start. */
const farthest = 120

interface Candidate {
  readonly line: Line
  readonly at: number
  readonly shapes: readonly MarkerShape[]
}

/**
 * Finds the markers of list items and of numbered paragraphs: bullets, numbers, letters and Roman numerals. A number is
 * believed only when its neighbour in the row is found near it, so that a line that happens to begin with "12." is left
 * alone. A marker on a line of its own, as PDF readers put it, goes to the line after it; "3. 3." counts as one marker.
 */
export function listMarkers() {
  return (tree: Root, file: VFile): void => {
    const found = candidates(tree)
    const believed = chain(found)
    const bare = new Set<Line>()
    for (const { line, at } of found) {
      const shape = believed.get(line)
      if (shape) mark(file, tree, { line, at, shape }, { bare, believed })
    }
    if (bare.size > 0) tree.children = tree.children.filter((node) => node.type !== 'line' || !bare.has(node))
  }
}

function candidates(tree: Root): Candidate[] {
  return tree.children.flatMap((node, at) => {
    if (node.type !== 'line' || node.data?.marker) return []
    const shapes = markersAt(node.value)
    return shapes.length > 0 ? [{ line: node, at, shapes }] : []
  })
}

/** The shape to believe for each line, by the rows that the markers make. */
function chain(found: readonly Candidate[]): Map<Line, MarkerShape> {
  const believed = new Map<Line, MarkerShape>()
  const last = new Map<string, { candidate: Candidate; shape: MarkerShape }>()
  for (const candidate of found) {
    for (const shape of candidate.shapes) {
      const key = `${shape.kind} ${shape.style}`
      const before = last.get(key)
      const near = before !== undefined && candidate.at - before.candidate.at <= farthest
      const follows = near && shape.ordinal === before.shape.ordinal + (shape.kind === 'bullet' ? 0 : 1)
      if (isStrongBullet(shape)) believed.set(candidate.line, shape)
      else if (follows && before) {
        if (!believed.has(before.candidate.line)) believed.set(before.candidate.line, before.shape)
        believed.set(candidate.line, shape)
      }
      if (!near || follows || shape.ordinal === 1) last.set(key, { candidate, shape })
    }
  }
  return believed
}

/** What is known about all lines while their markers are set. */
interface Marking {
  /** Lines that are nothing but a marker, which has gone to the next line. */
  readonly bare: Set<Line>
  readonly believed: ReadonlyMap<Line, MarkerShape>
}

/** A line with a marker, and its place among the root's children. */
interface Marked {
  readonly line: Line
  readonly at: number
  readonly shape: MarkerShape
}

function mark(file: VFile, tree: Root, { line, at, shape }: Marked, { bare, believed }: Marking): void {
  const { kind, style, ordinal, length } = shape
  const start = startOf(line)
  const indent = line.data?.indent ?? 0
  if (length < line.value.length) {
    const rest = line.value.slice(length)
    const twice = markersAt(rest).find(
      (again) => again.style === style && again.ordinal === ordinal && kind !== 'bullet',
    )
    const end = start + length + (twice && twice.length < rest.length ? twice.length : 0)
    if (line.data) line.data.marker = { kind, style, ordinal, start, end, indent }
    return
  }
  const next = tree.children[at + 1]
  // A line that has a marker of its own needs no other.
  if (next?.type !== 'line' || !next.data || next.data.marker || believed.has(next)) return
  const between = startOf(next) - endOf(line)
  if (between <= 0 || String(file.value).slice(endOf(line), startOf(next)).trim() !== '') return
  if (markersAt(next.value).some(({ length: whole }) => whole === next.value.length)) return
  next.data.marker = { kind, style, ordinal, start, end: startOf(next), indent }
  next.data.blankBefore = line.data?.blankBefore ?? 0
  bare.add(line)
}
