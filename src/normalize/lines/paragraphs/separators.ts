import type { Root, RootContent, ThematicBreak } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { record } from '../../../captured/record.ts'
import { gapsIn } from '../../evidence/gaps.ts'
import { rulingOf } from '../../evidence/rulings.ts'

const rule = 'normalize:passages-are-separated'

/**
 * Makes thematic breaks of lines that are nothing but an ornament or a ruling: "* * *", "-----". The line must stand
 * apart, with text above and below. It leaves alone rulings of tables, which touch a row, and those that underline.
 */
export function separators() {
  return (tree: Root, file: VFile): void => {
    tree.children = tree.children.flatMap((node, at): RootContent[] => {
      const [above, below] = [tree.children[at - 1], tree.children[at + 1]]
      const how = node.type === 'line' && isSeparator(node) ? standing(node, above, below) : undefined
      if (node.type !== 'line' || !how) return [node]
      const edit = { rule, start: startOf(node), end: endOf(node), ...how } as const
      if (!isSure(file, { ...edit, after: '***' })) return [node]
      record(file, { ...edit, after: above && below ? '***' : '' })
      if (below?.type === 'line' && below.data) below.data.startsParagraph = { ...how, confidence: 0.95 }
      return above && below ? [breakAt(node)] : []
    })
  }
}

/** An ornament, or two hyphens, with which electronic mail sets off a signature. */
function isSeparator({ value }: Line): boolean {
  return rulingOf(value) !== undefined || value === '--'
}

function breakAt({ position }: Line): ThematicBreak {
  return { type: 'thematicBreak', ...(position && { position }) }
}

/** How a ruling stands among its neighbours; undefined where it is one of a table. */
function standing(line: Line, above: RootContent | undefined, below: RootContent | undefined) {
  const beside = [line.data?.blankBefore === 0 ? above : undefined, isRightBelow(below) ? below : undefined]
  const touching = beside.filter((node) => node?.type === 'line' && node.data?.page === line.data?.page) as Line[]
  if (touching.some(({ value }) => gapsIn(value) > 0)) return undefined
  if (line.value === '--' && !(above && below)) return undefined
  if (touching.length < 2) return { evidence: 'an ornament stands between two passages', confidence: 0.95 }
  // Asterisks are never a ruling.
  const confidence = line.value.startsWith('*') || line.value === '--' ? 0.85 : 0.6
  return { evidence: 'an ornament stands right beside text', confidence }
}

function isRightBelow(node: RootContent | undefined): boolean {
  return node?.type === 'line' && node.data?.blankBefore === 0
}
