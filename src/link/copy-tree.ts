import type { Definition, Html, Nodes, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import { isLineBreak, isSilent } from './markup.ts'

/** Blocks nested deeper than this are unwrapped, so that no writer can run out of stack. */
export const deepest = 60
/** How much deeper marks inside a text may nest. */
const inlineAllowance = 20

/** One container that is being copied. */
interface Frame {
  readonly from: Parents
  readonly to: Parents
  next: number
  /** Number of containers around the copy's children. */
  readonly depth: number
}

/**
 * A copy of a part's tree as the writers take it: adjacent text leaves are one, markup of the source is text to the
 * reader, references to definitions are links and images, front matter is gone. Walks with a stack of its own, because
 * a markdown source may nest as deep as it is long.
 */
export function copyTree(root: Root): Root {
  const copy: Root = { ...root, children: [] }
  const definitions = definitionsOf(root)
  const stack: Frame[] = [{ from: root, to: copy, next: 0, depth: 0 }]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.from.children[frame.next++]
    if (!node) {
      stack.pop()
      continue
    }
    const into = copyNode(node, frame.to, definitions, frame.depth)
    const depth = into === frame.to ? frame.depth : frame.depth + 1
    if (into && 'children' in node) stack.push({ from: node, to: into, next: 0, depth })
  }
  return copy
}

/** Appends the copy of one node, without its children; returns where these belong, if it has any. */
function copyNode(
  node: RootContent,
  to: Parents,
  definitions: ReadonlyMap<string, Definition>,
  depth: number,
): Parents | undefined {
  switch (node.type) {
    case 'text':
      return append(to, node)
    case 'html':
      return copyMarkup(node, to)
    case 'line':
      return append(to, paragraphOf(node.value, node))
    case 'yaml':
    case 'definition':
      return undefined
    case 'linkReference':
    case 'imageReference':
      return append(to, resolve(node, definitions.get(node.identifier)))
  }
  if (depth >= deepestOf(node) && 'children' in node && canHold(to, node.children[0])) return to
  const copy = { ...node, ...(node.data ? { data: { ...node.data } } : {}) }
  return append(to, 'children' in copy ? { ...copy, children: [] } : copy)
}

/** Markup is printed as it was written, but for tags within the text that only say how it looks. */
function copyMarkup(node: Html, to: Parents): Parents | undefined {
  if (!isPhrasing(to)) return append(to, paragraphOf(node.value, node))
  if (isSilent(node.value)) return undefined
  return append(to, isLineBreak(node.value) ? { ...node, type: 'break' } : { ...node, type: 'text' })
}

function append(to: Parents, node: Nodes): Parents | undefined {
  const siblings = to.children as Nodes[]
  const last = siblings.at(-1)
  if (node.type === 'text') {
    if (node.value === '') return undefined
    if (last?.type === 'text') {
      last.value += node.value
      joinPlaces(last, node)
      return undefined
    }
    siblings.push(textOf(node.value, node))
    return undefined
  }
  siblings.push(node)
  return 'children' in node ? node : undefined
}

/** A leaf made of several that do not follow one another in the source remembers where each of them was. */
function joinPlaces(last: Text, { position: place, data }: Text): void {
  const { position } = last
  if (!position || !place) return
  const added = data?.spans ?? spanOf(place)
  const isInOrder = !last.data?.spans && added.length === 1 && position.end.offset === place.start.offset
  const end = (position.end.offset ?? 0) < (place.end.offset ?? 0) ? place.end : position.end
  last.position = { start: position.start, end }
  if (isInOrder) return
  // A paragraph can have thousands of leaves: their places are added to one list, which is this leaf's own.
  const spans = last.data?.spans
  if (spans) spans.push(...added)
  else last.data = { ...last.data, spans: [...spanOf(position), ...added] }
}

function spanOf({ start, end }: Position): { start: number; end: number }[] {
  return start.offset === undefined || end.offset === undefined ? [] : [{ start: start.offset, end: end.offset }]
}

function deepestOf(node: Nodes): number {
  return isPhrasingContent(node) ? deepest + inlineAllowance : deepest
}

/** Whether the container takes nodes of the kind of `child`, so that its parent may be left out. */
function canHold(to: Parents, child: Nodes | undefined): boolean {
  if (!child) return true
  if (to.type === 'list') return child.type === 'listItem'
  if (to.type === 'table' || to.type === 'tableRow') return false
  return isPhrasing(to) === isPhrasingContent(child)
}

const phrasingParents = new Set<string>(['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'])

function isPhrasing(node: Nodes): boolean {
  return phrasingParents.has(node.type)
}

const phrasingTypes = [
  ...(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference'] as const),
  ...(['image', 'imageReference', 'footnoteReference', 'html'] as const),
] satisfies PhrasingContent['type'][]
const phrasingContent = new Set<string>(phrasingTypes)

function isPhrasingContent(node: Nodes): boolean {
  return phrasingContent.has(node.type)
}

function resolve(
  node: Extract<RootContent, { type: 'linkReference' | 'imageReference' }>,
  definition: Definition | undefined,
): Nodes {
  const url = definition?.url ?? ''
  const title = definition?.title ?? null
  const position = node.position ? { position: node.position } : {}
  return node.type === 'linkReference'
    ? { type: 'link', url, title, children: [], ...position }
    : { type: 'image', url, title, alt: node.alt ?? '', ...position }
}

function definitionsOf(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const pending: Nodes[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    // The first definition wins; the stack gives the nodes in document order.
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) pending.push(node.children[at] as Nodes)
  }
  return found
}

function paragraphOf(value: string, origin: Nodes): Nodes {
  return {
    type: 'paragraph',
    children: [textOf(value, origin)],
    ...(origin.position ? { position: origin.position } : {}),
  }
}

function textOf(value: string, origin: Nodes): Text {
  return { type: 'text', value, ...(origin.position ? { position: origin.position } : {}) }
}
