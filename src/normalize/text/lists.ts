import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { kept, replaced } from '../../captured/captured.ts'
import type { ListMarker } from '../../captured/line.ts'
import { record } from '../../captured/record.ts'

declare module 'mdast' {
  interface ListData {
    /** How the source writes the markers, with `#`, `a`, `A`, `i` or `I` in the number's place ("(a)"), or the bullet. */
    style?: string
    /** Whether the items' markers stand in their text, because markdown has no letters or Roman numerals for lists. */
    ownMarkers?: boolean
  }
}

type Item = Paragraph & { data: { marker: ListMarker } }

/** Settings of {@link lists}. */
export interface ListsOptions {
  /** Makes no lists: markers stay in the text of their paragraphs; false by default. */
  readonly asText?: boolean
}

/**
 * Makes lists of paragraphs with markers that follow each other; other markers inside an item make a list in it.
 * Numbered paragraphs are not lists: when a row of numbers goes on behind headings or other text, the numbers stay in
 * the text.
 */
export function lists({ asText = false }: ListsOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const groups = groupsOf(tree.children)
    const running = runningNumbers(groups)
    const result: RootContent[] = []
    const evidence = asText ? 'markers stay in the text' : 'a numbered paragraph: its row goes on behind other text'
    for (const group of groups) {
      if (!Array.isArray(group)) result.push(group)
      else if (asText || running.has(group)) for (const item of group) result.push(withMarker(file, item, evidence))
      else for (const list of nested(file, group)) result.push(list)
    }
    tree.children = result
  }
}

function isItem(node: RootContent): node is Item {
  return node.type === 'paragraph' && node.data?.marker !== undefined
}

/** The root's children with runs of adjacent items as arrays. */
function groupsOf(nodes: readonly RootContent[]): (RootContent | Item[])[] {
  const groups: (RootContent | Item[])[] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (!isItem(node)) groups.push(node)
    else if (Array.isArray(last)) last.push(node)
    else groups.push([node])
  }
  return groups
}

/** The groups whose numbers go on behind other text. */
function runningNumbers(groups: readonly (RootContent | Item[])[]): Set<Item[]> {
  const running = new Set<Item[]>()
  const open = new Map<string, { group: Item[]; ordinal: number }>()
  for (const group of groups) {
    if (!Array.isArray(group)) continue
    const first = group[0]?.data.marker
    if (!first || first.kind === 'bullet') continue
    const same = group.filter(({ data: { marker } }) => marker.style === first.style)
    const before = open.get(first.style)
    if (before && first.ordinal === before.ordinal + 1 && first.ordinal > 1) {
      running.add(before.group)
      running.add(group)
    }
    open.set(first.style, { group, ordinal: same.at(-1)?.data.marker.ordinal ?? 0 })
  }
  return running
}

/** A paragraph with its marker put back into its text. */
function withMarker(file: VFile, paragraph: Item, evidence: string): Paragraph {
  const { marker, ...data } = paragraph.data
  if (marker.end === marker.start) return { ...paragraph, data }
  const source = String(file.value).slice(marker.start, marker.end)
  const sign = marker.start + (/^\S+/.exec(source)?.[0] ?? '').length
  const rest = { start: sign, end: marker.end, after: ' ', evidence }
  const leaves = [kept(file, marker.start, sign), replaced(file, { rule: 'normalize:list-items-are-marked', ...rest })]
  return { ...paragraph, children: [...leaves, ...paragraph.children], data }
}

function nested(file: VFile, items: readonly Item[]): List[] {
  const roots: List[] = []
  const stack: { list: List; marker: ListMarker }[] = []
  for (const item of items) {
    const { marker } = item.data
    while (stack.length > 0 && !belongs(stack, marker)) stack.pop()
    const top = stack.at(-1)
    if (top && isSame(top.marker, marker)) {
      top.list.children.push(itemOf(file, item, marker.ordinal))
      stack[stack.length - 1] = { list: top.list, marker }
      continue
    }
    const list = listOf(marker)
    list.children.push(itemOf(file, item, marker.ordinal))
    const parent = top?.list.children.at(-1)
    if (parent) parent.children.push(list)
    else roots.push(list)
    stack.push({ list, marker })
  }
  return roots
}

/** Whether an item with this marker can go into the innermost open list, as its next item or as a list in its last one. */
function belongs(stack: readonly { marker: ListMarker }[], marker: ListMarker): boolean {
  const top = stack.at(-1)?.marker
  if (!top || isSame(top, marker)) return true
  if (stack.some((open) => isSame(open.marker, marker))) return false
  return marker.indent >= top.indent && marker.ordinal <= 1
}

function isSame(a: ListMarker, b: ListMarker): boolean {
  return a.kind === b.kind && a.style === b.style
}

function listOf(marker: ListMarker): List {
  const ordered = marker.kind === 'digit'
  const data = { style: marker.style, ...(hasOwnSign(marker) && { ownMarkers: true }) }
  return { type: 'list', ordered, ...(ordered && { start: marker.ordinal }), spread: false, children: [], data }
}

/** Letters and Roman numerals: the text may refer to "item (b)", so they stay as they are. */
function hasOwnSign({ kind }: ListMarker): boolean {
  return kind === 'letter' || kind === 'roman'
}

function itemOf(file: VFile, paragraph: Item, ordinal: number): ListItem {
  const { marker } = paragraph.data
  const own = hasOwnSign(marker)
  if (!own) recordMarker(file, marker, ordinal)
  const { marker: _, ...data } = paragraph.data
  const child = own ? withMarker(file, paragraph, 'the markers before the items make a row') : { ...paragraph, data }
  const position = paragraph.position
  return { type: 'listItem', spread: false, children: [child], ...(position && { position }) }
}

function recordMarker(file: VFile, { kind, start, end }: ListMarker, ordinal: number): void {
  if (end === start) return
  record(file, {
    rule: 'normalize:list-items-are-marked',
    start,
    end,
    after: kind === 'bullet' ? '- ' : `${ordinal}. `,
    evidence: kind === 'bullet' ? 'a bullet stands before the item' : 'the markers before the items make a row',
    confidence: 0.95,
  })
}
