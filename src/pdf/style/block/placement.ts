import type { TextRole } from '../../../template/theme.ts'
import type { Beside } from '../item.ts'
import type { Tag } from '../tag.ts'

/** Where a block stands among the blocks around it. */
export interface Placement {
  /** Tag that the block's own tag belongs to. */
  readonly parent: Tag
  /** Distance from the left edge of the text block, in points. */
  readonly left: number
  /** Distance from the right edge of the text block, in points. */
  readonly right: number
  /** What running text is set as. */
  readonly role: TextRole
  /** White space between two blocks, in points. */
  readonly space: number
  /** Whether paragraphs have their numbers in the margin. */
  readonly numbered: boolean
  /** Indent of a paragraph that follows another, in points. */
  readonly indent: number
  /** Whether paragraphs are justified. */
  readonly justified: boolean
  /** Text that the first block has beside its first line: the label of a list item or of a note. */
  readonly beside: readonly Beside[]
  /** Anchors that lead to the first block, besides its own. */
  readonly anchors: readonly string[]
  /** How deep blocks are nested in each other. */
  readonly depth: number
}
