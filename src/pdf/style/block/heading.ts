import type { Heading } from 'mdast'
import type { TextRole } from '../../../template/theme.ts'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { Item, StyledRun } from '../item.ts'
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
  const runs = [...label, ...(hasOwnNumber ? withNumberApart(words) : words)]
  const above = (spaceAbove[Math.min(rank, spaceAbove.length - 1)] ?? 2) * context.sheet.grid
  return [
    blockText({ runs, tag }, type, placement, {
      ...(isNumbered || runs.length > words.length ? { numbered: true } : {}),
      before: above,
      after: context.sheet.grid,
      anchors: [...placement.anchors, ...(id === undefined ? [] : [id])],
      keep: 2,
      balanced: true,
    }),
  ]
}

/** The number that a source gives its heading is a run of its own, as far from the words as the dossier's. */
function withNumberApart(words: readonly StyledRun[]): readonly StyledRun[] {
  const [first, ...rest] = words
  const match = first && /^(\S+)\s+(?=\S)/.exec(first.text)
  if (!first || !match) return words
  return [{ ...first, text: `${match[1]}\u2002` }, { ...first, text: first.text.slice(match[0].length) }, ...rest]
}
