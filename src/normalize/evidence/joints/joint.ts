import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import type { Wrapping } from '../wrapping.ts'

/** A line end at which a paragraph goes on or another begins, as far as it was decided by what stands around it. */
export interface Joint {
  readonly before: Line
  readonly line: Line
  /** The line below, where one follows. */
  readonly next: Line | undefined
  /** What it was decided by that a paragraph begins; absent where it goes on. */
  readonly begins: string | undefined
  /** The joint before the upper line, where that was decided in the same way. */
  readonly previous: Joint | undefined
  /** Whether a page or a column ends between the lines, or something stood there that is no longer in the text. */
  readonly isSeam: boolean
  readonly wrapping: Wrapping
}

/** The joints of a text, in order: the line ends that `paragraphBreaks` has judged. */
export function jointsIn(tree: Root, file: VFile, wrapping: Wrapping): Joint[] {
  const joints: Joint[] = []
  let before: Line | undefined
  for (const [at, node] of tree.children.entries()) {
    if (node.type === 'line' && node.data?.noteCall) continue
    if (node.type === 'line' && before && node.data?.isJudged) {
      const behind = tree.children[at + 1]
      const last = joints.at(-1)
      joints.push({
        before,
        line: node,
        next: behind?.type === 'line' ? behind : undefined,
        begins: node.data.startsParagraph?.evidence,
        previous: last?.line === before ? last : undefined,
        isSeam: isSeam(before, node, file),
        wrapping,
      })
    }
    before = node.type === 'line' ? node : undefined
  }
  return joints
}

/** Whether a page or column ends between the lines, or something stood there that is no longer in the text. */
export function isSeam(before: Line, line: Line, file: VFile): boolean {
  if (before.data?.page !== line.data?.page || before.data?.column !== line.data?.column) return true
  const from = before.position?.end.line ?? 0
  const to = line.position?.start.line ?? 0
  return (
    to - from - 1 > (line.data?.blankBefore ?? 0) && /\S/.test(String(file.value).slice(endOf(before), startOf(line)))
  )
}
