import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { type Removal, removeLines } from '../../../captured/lines.ts'
import { beginMark, endMark, notice, producedBy, transcriberHeading } from '../../../language/words/archives.ts'

const rule = 'normalize:archive-matter-is-left-out'

/** Lines of a licence above the text at most. */
const longestHead = 600
/** Lines above and below the text within which notes by those who transcribed it stand. */
const near = 120
/** Blank lines that end a note of several paragraphs. */
const wideGap = 2
/** Lines of such a note at most. */
const longestNote = 60

/**
 * Takes out what archives of texts put around a text: everything above a line that says where the text begins and below
 * one that says where it ends, and the notes of those who transcribed it, at either end of the text. Without such a line,
 * licences and lines that only look like it are left alone.
 */
export function archiveBoilerplate() {
  return (tree: Root, file: VFile): void => {
    const begin = tree.children.slice(0, longestHead).findLastIndex((node) => isMark(node, beginMark))
    const half = begin < 0 ? tree.children.length / 2 : begin
    const end = tree.children.findIndex((node, at) => at > half && isMark(node, endMark))
    const remove = (lines: readonly RootContent[], removal: Omit<Removal, 'rule'>) =>
      removeLines(tree, file, lines, { rule, ...removal })
    const below = end < 0 ? [] : tree.children.slice(end)
    const above = tree.children.slice(0, begin + 1)
    const both = above.length > 0 && below.length > 0
    if (above.length > 0) remove(above, around('begins', above, both))
    if (below.length > 0) remove(below, around('ends', below, both))
    for (const note of notesIn(tree.children)) {
      remove(note, { evidence: 'a note by those who transcribed the text', confidence: 0.9 })
    }
  }
}

function isMark(node: RootContent, mark: RegExp): boolean {
  return node.type === 'line' && node.value.length < 160 && mark.test(node.value)
}

/** How sure it is that lines are an archive's: its words are among them, or both ends are marked. */
function around(verb: string, nodes: readonly RootContent[], both: boolean): Omit<Removal, 'rule'> {
  const words = nodes.filter((node) => node.type === 'line' && notice.test(node.value)).length
  const evidence = `a line says that the text ${verb} there; ${words} of ${nodes.length} line(s) are words of an archive`
  return { evidence, confidence: words > 0 || both ? 0.97 : 0.5 }
}

/** The notes at both ends of a text. */
function notesIn(nodes: readonly RootContent[]): Line[][] {
  const notes: Line[][] = []
  for (const [at, node] of nodes.entries()) {
    if (at >= near && at < nodes.length - near) continue
    if (node.type !== 'line' || (at > 0 && (node.data?.blankBefore ?? 0) === 0)) continue
    const [heading] = transcriberHeading.exec(node.value) ?? []
    // A heading alone has its text below it.
    if (heading !== undefined) notes.push(noteFrom(nodes, at, heading.length < node.value.length ? 1 : wideGap))
    else if (at < near && producedBy.test(node.value)) notes.push(noteFrom(nodes, at, 1))
  }
  return notes.filter((lines) => lines.length > 0)
}

/** The lines up to a gap of so many blank lines, or to the bracket that closes; none when no end is in sight. */
function noteFrom(nodes: readonly RootContent[], at: number, gap: number): Line[] {
  const lines: Line[] = []
  const bracket = nodes[at]?.type === 'line' && (nodes[at] as Line).value.startsWith('[')
  for (const node of nodes.slice(at, at + longestNote + 1)) {
    if (node.type !== 'line') return lines
    // A heading may stand as far above its text as that is from what follows.
    const most = lines.length === 1 && gap > 1 ? gap + 1 : gap
    if (lines.length > 0 && !bracket && (node.data?.blankBefore ?? 0) >= most) return lines
    lines.push(node)
    if (bracket && node.value.endsWith(']')) return lines
  }
  return lines.length <= longestNote && at + lines.length >= nodes.length ? lines : []
}
