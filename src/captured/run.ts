import type { Heading, Paragraph, Parents, PhrasingContent, Root, TableCell, Text } from 'mdast'
import type { VFile } from 'vfile'
import { lastAtMost } from '../partition-point.ts'
import { kept, replaced } from './captured.ts'
import { isSure } from './doubt.ts'
import type { EditRequest } from './record.ts'
import { record, withdraw } from './record.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** The blocks whose children are running text. */
export type TextBlock = Paragraph | Heading | TableCell

/** The character that stands in a run for an inline node that is not text (a note call, a link). */
export const objectReplacement = '\uFFFC'

/**
 * The children of a block as one string, so that a rule can look across line ends that are already joined. It is
 * valid until the block's children change.
 */
export interface Run {
  readonly file: VFile
  readonly block: TextBlock
  /** Values of the text children, and U+FFFC for every other child. */
  readonly text: string
  /** Index in `text` of the start of each child, ascending. */
  readonly starts: readonly number[]
}

/** What becomes of a stretch of a run. */
export interface Change {
  /** First index in the run's text. */
  readonly start: number
  /** One past the last index; equal to `start` to insert. */
  readonly end: number
  /** Takes the nodes of the stretch, cut out exactly, and gives those to put in their place. */
  readonly put: (nodes: readonly PhrasingContent[]) => readonly PhrasingContent[]
}

/** The run of a block of captured text. */
export function runOf(file: VFile, block: TextBlock): Run {
  const starts: number[] = []
  let text = ''
  for (const child of block.children) {
    starts.push(text.length)
    text += child.type === 'text' ? child.value : objectReplacement
  }
  return { file, block, text, starts }
}

/** Calls `visitor` with the run of every paragraph, heading and table cell, but not of lines that overrides keep. */
export function visitRuns(tree: Root, file: VFile, visitor: (run: Run) => void): void {
  visitTextBlocks(tree, (block) => visitor(runOf(file, block)))
}

/** Calls `visitor` with every paragraph, heading and table cell, but not with lines that overrides keep. */
export function visitTextBlocks(tree: Root, visitor: (block: TextBlock) => void): void {
  visitChildren(tree, visitor)
}

/** Lists in lists are as deep as a source's indentation, so the call stack is enough. */
function visitChildren(parent: Parents, visitor: (block: TextBlock) => void): void {
  for (const node of parent.children) {
    if (node.data?.keep) continue
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') visitor(node)
    else if ('children' in node) visitChildren(node, visitor)
  }
}

/** Index of the child that has the character at `index` of the run's text. */
export function childAt(run: Run, index: number): number {
  return Math.max(0, lastAtMost(run.starts, index))
}

/** Offset in the source of the character at `index`; in text that a rule put there, where that text begins. */
export function sourceOffset(run: Run, index: number): number {
  const child = childAt(run, index)
  const node = run.block.children[child]
  const from = node?.position?.start.offset ?? 0
  const into = index - (run.starts[child] ?? 0)
  if (node?.type !== 'text') return into > 0 ? (node?.position?.end.offset ?? from) : from
  if (!node.data?.edit) return from + into
  return into >= node.value.length ? (node.position?.end.offset ?? from) : from
}

/**
 * Makes all changes in one pass. They must be sorted and must not overlap. Kept leaves are split where a change
 * begins or ends; a replaced leaf cannot be split, so a change that touches part of one takes the whole.
 */
export function applyChanges(run: Run, changes: readonly Change[]): void {
  if (changes.length === 0) return
  const result: PhrasingContent[] = []
  const pending = [...run.block.children].reverse()
  let at = 0
  for (const { start, end, put } of changes) {
    at = take(run.file, pending, { start: at, end: start }, result)
    const inside: PhrasingContent[] = []
    at = take(run.file, pending, { start: at, end }, inside)
    result.push(...put(inside))
  }
  take(run.file, pending, { start: at, end: run.text.length + 1 }, result)
  run.block.children = result as typeof run.block.children
}

/** Moves nodes of a stretch of the run from `pending` (last first) to `into`; returns where it came to. */
function take(
  file: VFile,
  pending: PhrasingContent[],
  { start, end: until }: Stretch,
  into: PhrasingContent[],
): number {
  let at = start
  while (at < until) {
    const node = pending.pop()
    if (!node) return at
    const length = node.type === 'text' ? node.value.length : 1
    if (at + length > until && node.type === 'text' && !node.data?.edit) {
      const [left, right] = split(file, node, until - at)
      into.push(left)
      pending.push(right)
      return until
    }
    into.push(node)
    at += length
  }
  return at
}

function split(file: VFile, leaf: Text, at: number): [Text, Text] {
  const start = leaf.position?.start.offset ?? 0
  return [kept(file, start, start + at), kept(file, start + at, start + leaf.value.length)]
}

/** An edit to a stretch of a run: what `record` needs, but for the place in the source. */
export type RunEdit = Omit<EditRequest, 'start' | 'end'> & {
  readonly start: number
  readonly end: number
  /** Makes the node that shows the edit of its text leaf; without it the leaf itself is shown. */
  readonly show?: (leaf: Text) => PhrasingContent
}

/** A change that replaces a stretch by an edit's result. Edits that it covers, such as joined line ends, are withdrawn. */
export function editChange(run: Run, edit: RunEdit): Change {
  const { start, end, show, ...request } = edit
  return {
    start,
    end,
    put(nodes) {
      const offset = sourceOffset(run, start)
      const [first = { start: offset, end: offset }, ...others] = stretchesOf(run.file, placesOf(nodes))
      for (const node of nodes) if (node.type === 'text' && node.data?.edit) withdraw(run.file, node.data.edit)
      const leaf = replaced(run.file, { ...request, ...first })
      for (const other of others) record(run.file, { ...request, ...other, after: '' })
      return show ? [show(leaf)] : leaf.value === '' ? [] : [leaf]
    },
  }
}

/** Where nodes stand in the source; those that stand nowhere are left out. */
function placesOf(nodes: readonly PhrasingContent[]): Stretch[] {
  return nodes.flatMap(({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}

/** Makes all edits in one pass that their rules are sure enough of. They must be sorted and must not overlap. */
export function applyEdits(run: Run, edits: readonly RunEdit[]): void {
  const sure = edits.filter((edit) => isSureInRun(run, edit))
  applyChanges(
    run,
    sure.map((edit) => editChange(run, edit)),
  )
}

/** Whether an edit to a stretch of a run may be made; one that may not is entered as a doubtful place. */
export function isSureInRun(run: Run, { start, end, show: _, ...request }: RunEdit): boolean {
  return isSure(run.file, { ...request, start: sourceOffset(run, start), end: endInSource(run, start, end) })
}

/** Offset in the source one past the last character of a stretch; where it begins when columns put its end before. */
function endInSource(run: Run, start: number, end: number): number {
  const from = sourceOffset(run, start)
  return end === start ? from : Math.max(from, sourceOffset(run, end - 1) + 1)
}
