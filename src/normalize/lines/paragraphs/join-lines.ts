import type { Break, Heading, Paragraph, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { kept, positionAt } from '../../../captured/captured.ts'
import { jointOf } from '../../../captured/joint.ts'
import type { Line, LineData, ListMarker } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'

declare module 'mdast' {
  interface ParagraphData {
    /** The list marker in front of the paragraph's text, until the rule for lists has dealt with it. */
    marker?: ListMarker
  }
}

/** Settings of {@link joinLines}. */
export interface JoinLinesOptions {
  /** Makes each line a block of its own, so that nothing is joined; false by default. */
  readonly each?: boolean
}

/**
 * Joins the lines of each paragraph with a space, or without one where the line ends with a hyphen or a dash; whether
 * the hyphen stays is what the rule for hyphens has found. Where a line keeps its end, a hard break stands. Notes are
 * joined in the same way.
 */
export function joinLines({ each = false }: JoinLinesOptions = {}) {
  return (tree: Root, file: VFile): void => {
    tree.children = joined(tree.children, file, each)
    for (const node of tree.children) {
      if (node.type === 'footnoteDefinition') node.children = joined(node.children, file, each) as typeof node.children
    }
  }
}

function joined(nodes: readonly RootContent[], file: VFile, each: boolean): RootContent[] {
  const result: RootContent[] = []
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) result.push(blockOf(file, open))
    open = []
  }
  for (const node of nodes) {
    if (each || node.type !== 'line' || node.data?.startsParagraph) close()
    if (node.type === 'line') open.push(node)
    else result.push(node)
  }
  close()
  return result
}

/** A block of lines as a paragraph or, when its first line is marked so, a heading. */
function blockOf(file: VFile, lines: readonly Line[]): Paragraph | Heading {
  const { marker, heading, quote } = lines[0]?.data ?? {}
  const from = marker?.end ?? (lines[0] ? startOf(lines[0]) : 0)
  const children = leavesOf(file, lines, from)
  const position = spanOf(file, children)
  if (!heading) {
    const data = { ...(marker && { marker }), ...(quote && { quote }) }
    return { type: 'paragraph', children, position, ...(marker || quote ? { data } : {}) }
  }
  const { depth, annex } = heading
  return { type: 'heading', depth, children, position, ...(annex !== undefined && { data: { annex } }) }
}

function leavesOf(file: VFile, lines: readonly Line[], from: number): (Text | Break)[] {
  const leaves: (Text | Break)[] = []
  let start = from
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const keepsEnd = line.data?.lineation !== undefined && next?.data?.lineation !== undefined
    const drop = next && !keepsEnd && dropsHyphen(line) ? 1 : 0
    leaves.push(kept(file, start, endOf(line) - drop))
    if (!next) break
    leaves.push(keepsEnd ? { type: 'break' } : joint(file, line, next, drop))
    start = startOf(next)
  }
  return leaves
}

function dropsHyphen({ data }: Line): boolean {
  return data?.hyphen !== undefined && !data.hyphen.keep && !data.hyphen.lost
}

/** From the first to the last place in the source; columns can put a later place first. */
function spanOf(file: VFile, leaves: readonly (Text | Break)[]): Position {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const { position } of leaves) {
    start = Math.min(start, position?.start.offset ?? start)
    end = Math.max(end, position?.end.offset ?? end)
  }
  return positionAt(file, Math.min(start, end), end)
}

/** What stands for a line end. */
function joint(file: VFile, line: Line, next: Line, drop: number): Text {
  const { hyphen } = line.data ?? {}
  const after = hyphen ? (hyphen.keep && hyphen.lost ? '-' : '') : isUnspacedDash(line.value, next.value) ? '' : ' '
  return jointOf(file, { end: endOf(line), next: startOf(next), drop }, { after, ...reasonOf(hyphen, next) })
}

/** How sure a joint is that nothing weighed: lines of notes, entries and items. */
const usual = 0.95

function reasonOf(hyphen: LineData['hyphen'], next: Line) {
  if (!hyphen)
    return {
      rule: 'normalize:lines-are-joined',
      evidence: 'the paragraph goes on in the next line',
      confidence: next.data?.goesOn ?? usual,
    } as const
  const { evidence, confidence } = hyphen
  return { rule: 'normalize:split-words-are-joined', evidence, confidence } as const
}

/** Whether a dash at the line end stands between words without spaces, as in "1918\u2013" / "1920". */
function isUnspacedDash(before: string, after: string): boolean {
  return /\S[\u2013\u2014]$/.test(before) || /^\u2014\S/.test(after)
}
