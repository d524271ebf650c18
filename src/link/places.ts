import type { Nodes } from 'mdast'

/*
 * Where a part's blocks stand in its source. A resolved document says it in this form, and not on each node: places of
 * nodes are more than half of the room of a tree, and only the view of the source text asks for them.
 */

/** A block and the stretch of the source that it was made from. */
export interface PlacedBlock {
  /** Absent for a block that nothing leads to. */
  readonly id: string | undefined
  /** Number or label that a reader sees; empty for a block without one. */
  readonly number: string
  readonly node: Nodes
  /** First UTF-16 code unit of the source. */
  readonly start: number
  /** One past the last code unit. */
  readonly end: number
}

/** What of a source is in which block. */
export interface Places {
  /** In the order of the source, an outer block before an inner one. */
  readonly blocks: readonly PlacedBlock[]
  /** Stretches that blocks have their text from, in the order of the source. */
  readonly leaves: readonly PlacedLeaf[]
}

/** A stretch of the source that a block has its text from. */
export interface PlacedLeaf {
  readonly start: number
  readonly end: number
  readonly block: PlacedBlock
}

/** The places of a part of which nobody will ask. */
export const noPlaces: Places = { blocks: [], leaves: [] }

/** A block while its extent is being found. */
type Draft = { -readonly [Key in keyof PlacedBlock]: PlacedBlock[Key] }

interface Found {
  readonly blocks: Draft[]
  readonly leaves: PlacedLeaf[]
}

/** The places of blocks that come one after the other; those without an end of their own take those of what is in them. */
export function placesOf(nodes: readonly Nodes[]): Places {
  const found: Found = { blocks: [], leaves: [] }
  for (const node of nodes) addPlaces(found, node, undefined)
  found.blocks.sort((left, right) => left.start - right.start || right.end - left.end)
  found.leaves.sort((left, right) => left.start - right.start)
  return found
}

function addPlaces(found: Found, node: Nodes, around: Draft | undefined): void {
  const own = draftOf(node)
  const block = own ?? around
  for (const span of block ? spansOf(node) : []) {
    if (block) grow(block, span)
    if (block && !('children' in node)) found.leaves.push({ ...span, block })
  }
  if ('children' in node) for (const child of node.children) addPlaces(found, child, block)
  if (!own || own.end < own.start) return
  found.blocks.push(own)
  if (around) grow(around, own)
}

/** A block has an anchor; text set as code has none, but is text of the source all the same. */
function draftOf(node: Nodes): Draft | undefined {
  if (node.type === 'footnoteReference') return undefined
  const { id, number = '' } = node.data ?? {}
  if (id === undefined && node.type !== 'code') return undefined
  return { id, number, node, start: Infinity, end: -1 }
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

/** Takes the places off the nodes of a tree that is this stage's own. Calls itself: `copy-tree.ts` keeps trees shallow. */
export function forgetPlaces(node: Nodes): void {
  // Not deleted: V8 keeps nodes without a property that they had in more room, not in less.
  node.position = undefined
  if (node.type === 'text' && node.data?.spans) node.data = { ...node.data, spans: [] }
  if (!('children' in node)) return
  // A list that grew by a child at a time has room for sixteen; its copy has as much as it needs.
  Object.assign(node, { children: node.children.slice() })
  for (const child of node.children) forgetPlaces(child)
}
