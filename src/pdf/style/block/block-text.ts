import type { TextItem } from '../item.ts'
import type { RoleStyle } from '../sheet.ts'
import type { Placement } from './placement.ts'

/** The text of a block where it stands: ragged, undivided and without white space around it, unless `change` says otherwise. */
export function blockText(
  { runs, tag }: Pick<TextItem, 'runs' | 'tag'>,
  { style, leading }: RoleStyle,
  { left, right, anchors, beside }: Placement,
  change: Partial<TextItem>,
): TextItem {
  return {
    kind: 'text',
    runs,
    tag,
    align: 'start',
    hyphenate: false,
    indent: 0,
    left,
    right,
    size: style.size,
    leading,
    before: 0,
    after: 0,
    anchors,
    beside,
    keep: 0,
    ...change,
  }
}
