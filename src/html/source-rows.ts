import type { Nodes } from 'mdast'
import type { Edit } from '../captured/edit.ts'
import type { ResolvedPart } from '../link/resolved.ts'
import { plainText } from '../link/walk.ts'

/** A block of the dossier and the stretch of the source that it was made from. */
export interface SourceBlock {
  /** Absent for a block that nothing leads to. */
  readonly id: string | undefined
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
 * The whole source of a part from its first to its last character, cut where blocks begin and end. A block of text in
 * columns may have its text in several places. An edit is never cut, and belongs where it begins.
 */
export function sourceRows(part: ResolvedPart): SourceRow[] {
  const owners = ownersOf(placesOf(part), String(part.file.value).length)
  const rows: { block?: SourceBlock; continued: boolean; stretches: Stretch[] }[] = []
  const seen = new Set<SourceBlock>()
  for (const { block, stretch } of stretchesOf(part, owners)) {
    const last = rows.at(-1)
    if (last && (last.block === block || isBlank(stretch) || isSign(stretch, block))) last.stretches.push(stretch)
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

/** Kept, in no block, and nothing to read: a sign of markup such as that of a quotation. */
function isSign(stretch: Stretch, block: SourceBlock | undefined): boolean {
  return !block && 'kept' in stretch && !/[\p{L}\p{N}]/u.test(stretch.kept)
}

/** A stretch of the source that a block has its text from. */
interface Leaf {
  readonly start: number
  readonly end: number
  readonly block: SourceBlock
}

/** A block while its extent is being found. */
type Draft = { -readonly [Key in keyof SourceBlock]: SourceBlock[Key] }

/** Blocks in the order of the source, an outer one before an inner one, and the leaves of all. */
interface Places {
  readonly blocks: Draft[]
  readonly leaves: Leaf[]
}

function placesOf(part: ResolvedPart): Places {
  const places: Places = { blocks: [], leaves: [] }
  const title = part.heading && { ...part.heading, data: { id: part.id, number: String(part.number) } }
  const notes = part.notes.filter(({ lost }) => !lost).map(({ definition }) => definition)
  for (const node of [...(title ? [title] : []), ...part.tree.children, ...notes]) addPlaces(places, node, undefined)
  places.blocks.sort((left, right) => left.start - right.start || right.end - left.end)
  places.leaves.sort((left, right) => left.start - right.start)
  return places
}

function addPlaces(places: Places, node: Nodes, around: Draft | undefined): void {
  const own = draftOf(node)
  const block = own ?? around
  for (const span of block ? spansOf(node) : []) {
    if (block) grow(block, span)
    if (block && !('children' in node)) places.leaves.push({ ...span, block })
  }
  if ('children' in node) for (const child of node.children) addPlaces(places, child, block)
  if (!own || own.end < own.start) return
  places.blocks.push(own)
  if (around) grow(around, own)
}

/** A block has an anchor; text set as code has none, but is text of the source all the same. */
function draftOf(node: Nodes): Draft | undefined {
  if (node.type === 'footnoteReference') return undefined
  const { id, number = '' } = node.data ?? {}
  if (id === undefined && node.type !== 'code') return undefined
  return { id, number, text: plainText(node), start: Infinity, end: -1 }
}

function grow(block: Draft, { start, end }: { readonly start: number; readonly end: number }): void {
  block.start = Math.min(block.start, start)
  block.end = Math.max(block.end, end)
}

function spansOf(node: Nodes): readonly { readonly start: number; readonly end: number }[] {
  if (node.type === 'text' && node.data?.spans) return node.data.spans
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined || end < start ? [] : [{ start, end }]
}

/** From `start` on, up to the next entry, the source belongs to `block`. */
interface Owner {
  readonly start: number
  readonly block: SourceBlock | undefined
}

/** What is text of a block is the block's; what stands between two leaves is that of the innermost block around it. */
function ownersOf({ blocks, leaves }: Places, length: number): Owner[] {
  const owners: Owner[] = []
  const around = extentsOf(blocks, length)
  let at = 0
  let next = 0
  const between = (end: number) => {
    while ((around[next + 1]?.start ?? Infinity) <= at) next++
    owners.push({ start: at, block: around[next]?.block })
    for (let entry = around[next + 1]; entry && entry.start < end; entry = around[next + 1]) {
      owners.push(entry)
      next++
    }
  }
  for (const { start, end, block } of leaves) {
    if (start < at) continue
    if (start > at && owners.at(-1)?.block !== block) between(start)
    owners.push({ start, block })
    at = end
  }
  between(length)
  return owners
}

function extentsOf(blocks: readonly SourceBlock[], length: number): Owner[] {
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
