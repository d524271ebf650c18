import type { Edit } from '../captured/edit.ts'
import type { PlacedBlock, Places } from '../link/places.ts'
import type { ResolvedPart } from '../link/resolved.ts'

/** A stretch of the source: kept as it is, or what an edit replaced. */
export type Stretch = { readonly kept: string } | { readonly edit: Edit }

/** One row of the source view: consecutive stretches of one block, or of text that is in no block. */
export interface SourceRow {
  readonly block?: PlacedBlock
  /** Whether the block began in an earlier row: something else stands between in the source. */
  readonly continued: boolean
  readonly stretches: readonly Stretch[]
}

/**
 * The whole source of a part from its first to its last character, cut where blocks begin and end. A block of text in
 * columns may have its text in several places. An edit is never cut, and belongs where it begins.
 */
export function sourceRows(part: ResolvedPart): SourceRow[] {
  const owners = ownersOf(part.places, String(part.file.value).length)
  const rows: { block?: PlacedBlock; continued: boolean; stretches: Stretch[] }[] = []
  const seen = new Set<PlacedBlock>()
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
function isSign(stretch: Stretch, block: PlacedBlock | undefined): boolean {
  return !block && 'kept' in stretch && !/[\p{L}\p{N}]/u.test(stretch.kept)
}

/** From `start` on, up to the next entry, the source belongs to `block`. */
interface Owner {
  readonly start: number
  readonly block: PlacedBlock | undefined
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

function extentsOf(blocks: readonly PlacedBlock[], length: number): Owner[] {
  const owners: Owner[] = [{ start: 0, block: undefined }]
  const open: PlacedBlock[] = []
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
