import type { Heading } from 'mdast'
import type { TextRole } from '../../../template/theme.ts'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { Item } from '../item.ts'
import { type Role, tagUnder } from '../tag.ts'
import { blockText } from './block-text.ts'
import type { Placement } from './placement.ts'

const roles: readonly TextRole[] = ['section', 'subsection', 'minor']

/** White space above a heading by rank, in steps of the baseline grid. */
const spaceAbove = [3, 3, 2]

/** A heading of a source with its number. The shallowest headings of a part stand right under the part's title. */
export function heading(node: Heading, context: PartContext, placement: Placement): Item[] {
  const rank = context.ranks.get(node) ?? 0
  const role = roles[Math.min(rank, roles.length - 1)] ?? 'minor'
  const type = context.sheet.role(role, context.language)
  const { style } = type
  const tag = tagUnder(placement.parent, `H${Math.min(6, rank + 2)}` as Role)
  const { id, number, annex, hasOwnNumber } = node.data ?? {}
  const words = phrasing(node.children, { part: context, style, tag, mark: undefined, depth: 0 })
  const light = context.sheet.vary(style, { color: 'muted', bold: false })
  // The number is the dossier's, not the source's: it stands before the heading in the tags, too.
  const mark = { tag: tagUnder(placement.parent, 'Span') }
  const isNumbered = number !== undefined && annex === undefined && !hasOwnNumber
  const label = !isNumbered ? [] : [{ text: `${number}\u2002`, style: light, mark }]
  const above = (spaceAbove[Math.min(rank, spaceAbove.length - 1)] ?? 2) * context.sheet.grid
  return [
    blockText([...label, ...words], tag, type, placement, {
      before: above,
      after: context.sheet.grid,
      anchors: [...placement.anchors, ...(id === undefined ? [] : [id])],
      keep: 2,
    }),
  ]
}
