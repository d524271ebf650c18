import type { Root } from 'mdast'
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { pointAt } from '../../captured/captured.ts'
import type { Edit } from '../../captured/edit.ts'
import type { KeptSpan, Markdown } from '../../captured/markdown.ts'
import type { Part } from '../../captured/part.ts'
import { partitionPoint } from '../../partition-point.ts'
import { setText } from './mend.ts'
import { type MadeMend, type MendedText, type Mending, offsetInSource, placeInSource } from './mended.ts'

/** A part and its markdown. */
interface Written {
  readonly part: Part
  readonly markdown: Markdown
}

/**
 * Takes a part whose characters were mended back to its source: the file has the source's text again, all places count
 * in it, and each mend is an edit, but for those inside of another edit, which replaces them with the rest.
 */
export function backToSource(part: Part, markdown: Markdown, text: Mending | undefined): Written {
  if (!text) return { part, markdown }
  const { file } = part
  setText(file, text.source)
  const toSource = (edit: Edit): Edit => {
    const place = placeInSource(text, edit.start, edit.end)
    return { ...edit, ...place, before: text.source.slice(place.start, place.end) }
  }
  const ownEdits = part.edits.map(toSource)
  const written = markdown.edits.map(toSource)
  const mends = mendsOutside(text.mends, [...ownEdits, ...written])
  const edits = [...ownEdits, ...joined(mends).map((mend) => editOf(mend, text.source))]
  restorePlaces(part.tree, file, text)
  restoreMessages(file, text)
  const kept = markdown.kept.flatMap((span) => unmendedIn(span, text, mends))
  return { part: { ...part, edits }, markdown: { ...markdown, kept, edits: written } }
}

function editOf({ rule, start, end, after, evidence, confidence }: MadeMend, source: string): Edit {
  return { rule, start, end, before: source.slice(start, end), after, evidence, confidence }
}

/** The mends that no edit has within it. Both are in the order of the source, but for edits inside each other. */
function mendsOutside(mends: readonly MadeMend[], edits: readonly Edit[]): MadeMend[] {
  const sorted = edits.filter(({ start, end }) => end > start).toSorted((left, right) => left.start - right.start)
  let next = 0
  let covered = 0
  return mends.filter(({ start, end }) => {
    for (let edit = sorted[next]; edit && edit.start <= start; edit = sorted[++next])
      covered = Math.max(covered, edit.end)
    return end > covered
  })
}

/** Mends side by side, of one rule, as one: a word that was read wrongly is one edit. */
function joined(mends: readonly MadeMend[]): MadeMend[] {
  const found: MadeMend[] = []
  for (const mend of mends) {
    const last = found.at(-1)
    const isOne = last && last.end === mend.start && last.rule === mend.rule && last.at + last.after.length === mend.at
    if (isOne) found[found.length - 1] = { ...last, end: mend.end, after: last.after + mend.after }
    else found.push(mend)
  }
  return found
}

/** What a kept stretch has of the source's own characters, between the mends. */
function unmendedIn(span: KeptSpan, text: MendedText, mends: readonly MadeMend[]): KeptSpan[] {
  const pieces: KeptSpan[] = []
  let from = span.start
  const keep = (end: number): void => {
    if (end > from) pieces.push({ ...placeInSource(text, from, end), at: span.at + from - span.start })
  }
  for (const { at, after } of within(mends, span)) {
    keep(at)
    from = at + after.length
  }
  keep(span.end)
  return pieces
}

/** The mends in a stretch of the mended text. */
function within(mends: readonly MadeMend[], { start, end }: KeptSpan): readonly MadeMend[] {
  const first = indexFrom(mends, start)
  return mends.slice(first, indexFrom(mends, end))
}

function indexFrom(mends: readonly MadeMend[], offset: number): number {
  return partitionPoint(mends.length, (index) => (mends[index]?.at ?? 0) < offset)
}

function restorePlaces(tree: Root, file: VFile, text: MendedText): void {
  const nodes: Node[] = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.position) node.position = positionInSource(node.position, file, text)
    if ('children' in node && Array.isArray(node.children)) nodes.push(...node.children)
  }
}

function positionInSource({ start, end }: Position, file: VFile, text: MendedText): Position {
  return { start: pointInSource(start, 'start', file, text), end: pointInSource(end, 'end', file, text) }
}

function pointInSource(point: Point, side: 'start' | 'end', file: VFile, text: MendedText): Point {
  return point.offset === undefined ? point : pointAt(file, offsetInSource(text, point.offset, side))
}

/** Messages and doubtful places of the rules on lines and text; those on characters named the source's own places. */
function restoreMessages(file: VFile, text: Mending): void {
  for (const message of file.messages.slice(text.messages)) {
    const { place } = message
    if (!place) continue
    message.place = 'start' in place ? positionInSource(place, file, text) : pointInSource(place, 'start', file, text)
    const start = 'start' in message.place ? message.place.start : message.place
    message.line = start.line
    message.column = start.column
  }
  for (const [key, doubt] of [...(file.data.doubts ?? [])].slice(text.doubts)) {
    file.data.doubts?.set(key, { ...doubt, ...placeInSource(text, doubt.start, doubt.end) })
  }
}
