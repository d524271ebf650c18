import type { Heading, Paragraph, Root, RootContent, Text } from 'mdast'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import type { RuleId } from '../diagnostics/rules.ts'
import { kept, positionAt, replaced } from './captured.ts'
import { isSure } from './doubt.ts'
import { jointOf } from './joint.ts'
import type { Line } from './line.ts'
import { record } from './record.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** Offset in the source of a node's first code unit; 0 for a node without position. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

/** Offset in the source one past a node's last code unit; 0 for a node without position. */
export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0
}

/** A line of `source.slice(start, end)`, cut out of another one, whose layout it keeps. */
export function lineAt(file: VFile, line: Line, start: number, end: number): Line {
  const value = String(file.value).slice(start, end)
  return { type: 'line', value, position: positionAt(file, start, end), ...(line.data && { data: { ...line.data } }) }
}

/** The lines that are children of the root, in order. */
export function linesOf(tree: Root): Line[] {
  return tree.children.filter((node): node is Line => node.type === 'line')
}

/** Why lines are removed. */
export interface Removal {
  readonly rule: RuleId
  readonly evidence: string
  readonly confidence?: number
}

/**
 * Takes lines out of the root. Lines that stand next to each other there, and in the source, become one edit. Where the
 * rule is not sure enough they stay, and the result is false.
 */
export function removeLines(tree: Root, file: VFile, lines: Iterable<RootContent>, removal: Removal): boolean {
  const gone = new Set(lines)
  if (gone.size === 0) return false
  const edits = stretchesOf(file, placesOf(tree, gone)).map((place) => ({ ...removal, ...place, after: '' }))
  if (!edits.map((edit) => isSure(file, edit)).every(Boolean)) return false
  for (const edit of edits) record(file, edit)
  tree.children = tree.children.filter((node) => !gone.has(node))
  return true
}

/** Where nodes of the root stand in the source, in the order of the tree. */
function placesOf(tree: Root, nodes: ReadonlySet<RootContent>): Stretch[] {
  return tree.children.filter((node) => nodes.has(node)).map((node) => ({ start: startOf(node), end: endOf(node) }))
}

/** Leaves for a stretch of the source that may run over line ends; each line end with its white space becomes a space. */
export function capturedStretch(file: VFile, start: number, end: number, evidence: string): Text[] {
  const text = String(file.value).slice(start, end)
  const leaves: Text[] = []
  let from = 0
  for (const { index, 0: gap } of text.matchAll(/[^\S\r\n]*[\r\n\f]\s*/g)) {
    leaves.push(kept(file, start + from, start + index))
    const place = { start: start + index, end: start + index + gap.length }
    leaves.push(replaced(file, { rule: 'normalize:lines-are-joined', ...place, after: ' ', evidence }))
    from = index + gap.length
  }
  leaves.push(kept(file, start + from, end))
  return leaves.filter((leaf) => leaf.value !== '')
}

/** A heading made of one or more whole lines that stand next to each other. */
export function headingOf(file: VFile, lines: readonly Line[], depth: Heading['depth']): Heading {
  return { type: 'heading', depth, ...stretchOf(file, lines, 'the heading runs on') }
}

/** A paragraph made of one or more whole lines that stand next to each other. */
export function paragraphOf(file: VFile, lines: readonly Line[]): Paragraph {
  return { type: 'paragraph', ...stretchOf(file, lines, 'the lines stand together') }
}

function stretchOf(file: VFile, lines: readonly Line[], evidence: string) {
  const children: Text[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before) {
      const joint = { end: endOf(before), next: startOf(line) }
      children.push(jointOf(file, joint, { rule: 'normalize:lines-are-joined', after: ' ', evidence }))
    }
    children.push(kept(file, startOf(line), endOf(line)))
  })
  const first = lines[0]
  const start = first ? startOf(first) : 0
  return {
    children,
    position: positionAt(
      file,
      start,
      lines.reduce((end, line) => Math.max(end, endOf(line)), start),
    ),
  }
}
