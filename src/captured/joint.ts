import type { Text } from 'mdast'
import type { VFile } from 'vfile'
import { replaced } from './captured.ts'
import { type EditRequest, record } from './record.ts'

/** The place between two pieces of text of which the second goes on with the first. */
export interface Joint {
  /** Offset in the source one past the first piece. */
  readonly end: number
  /** Offset of the second piece; before `end` where columns have changed the order of lines. */
  readonly next: number
  /** How many characters at the end of the first piece go with the line end: a hyphen. */
  readonly drop?: number
}

/** What becomes of a joint. */
export type JointEdit = Pick<EditRequest, 'rule' | 'after' | 'evidence' | 'confidence'>

/**
 * The leaf that stands for a joint. Only the white space right before the second piece belongs to it: a removed line, or
 * a cell beside it, may stand between the two in the source. What is dropped has an edit of its own there.
 */
export function jointOf(file: VFile, { end, next, drop = 0 }: Joint, edit: JointEdit): Text {
  const text = String(file.value)
  if (next >= end && text.slice(end, next).trim() === '') {
    return replaced(file, { ...edit, start: end - drop, end: next })
  }
  if (drop > 0) record(file, { ...edit, start: end - drop, end, after: '' })
  let start = next
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--
  return replaced(file, { ...edit, start, end: next })
}
