import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Edit } from '../ledger/edit.ts'
import type { ResolvedPart } from '../link/resolved.ts'
import { plainText } from '../link/walk.ts'

/** A block of the dossier and the stretch of the source that it was made from. */
export interface SourceBlock {
  readonly id: string
  /** Number or label that a reader sees; empty for a block without one. */
  readonly number: string
  /** The block's text in the dossier. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A stretch of the source: kept as it is, or what an edit replaced. */
export type Stretch = { readonly kept: string } | { readonly edit: Edit }

/** One row of the source view: consecutive stretches of one block, or of text that is in no block. */
export interface SourceRow {
  readonly block?: SourceBlock
  /** Whether the block began in an earlier row: something else stands between in the source. */
  readonly continued: boolean
  readonly stretches: readonly Stretch[]
}

/**
 * The whole source of a part from its first to its last character, cut where blocks begin and end. A stretch belongs
 * to the innermost block around it; an edit is never cut, and belongs where it begins.
 */
export function sourceRows(part: ResolvedPart): SourceRow[] {
  const owners = ownersOf(blocksOf(part), String(part.file.value).length)
  const rows: { block?: SourceBlock; continued: boolean; stretches: Stretch[] }[] = []
  const seen = new Set<SourceBlock>()
  for (const { block, stretch } of stretchesOf(part, owners)) {
    const last = rows.at(-1)
    if (last && (last.block === block || isBlank(stretch))) last.stretches.push(stretch)
    else
      rows.push({
        ...(block ? { block } : {}),
        continued: block !== undefined && seen.has(block),
        stretches: [stretch],
      })
    if (block && !isBlank(stretch)) seen.add(block)
  }
  return rows
}

function isBlank(stretch: Stretch): boolean {
  return ('kept' in stretch ? stretch.kept : stretch.edit.before + stretch.edit.after).trim() === ''
}

/** Every block with an anchor and a place in the source, in the order of the source; an outer block before an inner one. */
function blocksOf(part: ResolvedPart): SourceBlock[] {
  const blocks: SourceBlock[] = []
  const add = (node: Nodes) => {
    const span = spanOf(node)
    if (!span || node.data?.id === undefined || node.type === 'footnoteReference') return
    blocks.push({ id: node.data.id, number: node.data.number ?? '', text: plainText(node), ...span })
  }
  visit(part.tree, add)
  for (const note of part.notes) if (!note.lost) add(note.definition)
  return blocks.sort((left, right) => left.start - right.start || right.end - left.end)
}

function spanOf(node: Nodes): { start: number; end: number } | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start !== undefined && end !== undefined) return { start, end }
  if (!('children' in node)) return undefined
  const spans = node.children.map(spanOf).filter((span) => span !== undefined)
  if (spans.length === 0) return undefined
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) }
}

/** From `start` on, up to the next entry, the source belongs to `block`. */
interface Owner {
  readonly start: number
  readonly block: SourceBlock | undefined
}

function ownersOf(blocks: readonly SourceBlock[], length: number): Owner[] {
  const owners: Owner[] = [{ start: 0, block: undefined }]
  const open: SourceBlock[] = []
  const closeUpTo = (offset: number) => {
    for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
      open.pop()
      owners.push({ start: top.end, block: open.at(-1) })
    }
  }
  for (const block of blocks) {
    closeUpTo(block.start)
    owners.push({ start: block.start, block })
    open.push(block)
  }
  closeUpTo(length)
  return owners
}

function* stretchesOf(part: ResolvedPart, owners: readonly Owner[]) {
  const text = String(part.file.value)
  const edits = [...part.edits].sort((left, right) => left.start - right.start || left.end - right.end)
  let at = 0
  let owner = 0
  const advance = (offset: number) => {
    while ((owners[owner + 1]?.start ?? Infinity) <= offset) owner++
    return owners[owner]?.block
  }
  for (const edit of [...edits, undefined]) {
    const stop = edit?.start ?? text.length
    while (at < stop) {
      const block = advance(at)
      const end = Math.min(stop, owners[owner + 1]?.start ?? stop)
      yield { block, stretch: { kept: text.slice(at, end) } }
      at = end
    }
    if (!edit || edit.start < at) continue
    yield { block: advance(edit.start), stretch: { edit } }
    at = edit.end
  }
}
