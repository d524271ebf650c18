import type { List, ListItem } from 'mdast'
import type { PartContext } from '../context.ts'
import type { Beside, Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { blocks } from './blocks.ts'
import { marginNumber } from './paragraph.ts'
import type { Placement } from './placement.ts'
import { spaceAround, spaced } from './spaced.ts'

/** A list: each item's label hangs left of its text. */
export function list(node: List, context: PartContext, placement: Placement): Item[] {
  const numbering = node.data?.ownMarkers ? 'None' : node.ordered ? 'Decimal' : 'Disc'
  const tag = tagUnder(placement.parent, 'L', { numbering })
  const { style } = context.sheet.role(placement.role, context.language)
  const labels = node.children.map((item, index) => labelOf(node, item, index, placement.depth))
  const longest = labels.reduce((length, label) => Math.max(length, label.length), 0)
  const hang = longest === 0 ? 0 : style.size * (node.ordered ? Math.max(1.7, 0.7 + longest * 0.52) : 1.4)
  const inner = { ...placement, left: placement.left + hang, depth: placement.depth + 1 }
  const space = node.spread ? placement.space : Math.min(placement.space, context.sheet.grid / 2)
  const around = spaceAround(context, placement)
  return node.children.flatMap((item, index) => {
    const place = index === 0 ? inner : { ...inner, beside: [], anchors: [] }
    const items = listItem(item, { text: labels[index] ?? '', hang }, context, { ...place, parent: tag, space })
    return spaced(items, index === 0 ? around : space, index === labels.length - 1 ? around : space)
  })
}

/** What stands before an item, and how far left of its text, in points. */
interface Label {
  readonly text: string
  readonly hang: number
}

function listItem(item: ListItem, { text, hang }: Label, context: PartContext, placement: Placement): Item[] {
  const tag = tagUnder(placement.parent, 'LI')
  const { style } = context.sheet.role(placement.role, context.language)
  const hanging: Beside = {
    runs: [{ text, style: context.sheet.vary(style, { tabular: true }) }],
    tag: tagUnder(tag, 'Lbl'),
    x: placement.left - hang,
    align: 'start',
  }
  const { id, number } = item.data ?? {}
  const margin = placement.numbered && number !== undefined ? [marginNumber(number, context)] : []
  return blocks(item.children, context, {
    ...placement,
    parent: tagUnder(tag, 'LBody'),
    beside: [...placement.beside, ...margin, ...(text === '' ? [] : [hanging])],
    anchors: [...placement.anchors, ...(id === undefined ? [] : [id])],
  })
}

const bullets = ['•', '–', '·']

/** The label of an item; none when its text has one of its own ("(a)"). */
function labelOf(list: List, item: ListItem, index: number, depth: number): string {
  if (list.data?.ownMarkers) return ''
  if (item.checked !== null && item.checked !== undefined) return item.checked ? '☒' : '☐'
  if (list.ordered) return `${(list.start ?? 1) + index}.`
  return bullets[Math.max(0, depth) % bullets.length] ?? '•'
}
