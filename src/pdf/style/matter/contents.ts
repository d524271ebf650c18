import { ownNumber } from '../../../link/own-number.ts'
import type { OutlineEntry } from '../../../link/resolved.ts'
import type { LabelName } from '../../../template/labels.ts'
import type { TextRole } from '../../../template/theme.ts'
import {
  contentsDepth,
  type Listed,
  listOfAnnexes,
  listOfFigures,
  listOfSources,
  listOfTables,
} from '../../../template/title-matter.ts'
import type { MatterContext } from '../context.ts'
import type { EntryItem, Item } from '../item.ts'
import type { Mark } from '../mark.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { firstWords, textItem } from './text.ts'

/** Anchor of the contents. */
export const contentsAnchor = 'dossier:contents'

/** The back matter that the contents list after the parts. */
export interface BackMatter {
  readonly id: string
  readonly title: string
  /** Its sections. */
  readonly sections: readonly Omit<BackMatter, 'sections'>[]
}

/** Contents, then the lists of figures, tables, annexes and sources that have anything in them. */
export function contents(context: MatterContext, back: readonly BackMatter[]): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const title = textItem(context, 'part', labels.text('contents'), {
    parent,
    tag: 'H1',
    after: sheet.grid * 2,
    keep: 2,
    anchors: [contentsAnchor],
  })
  const toc = tagUnder(parent, 'TOC')
  const rest = back.map(
    ({ id, title: name, sections }): OutlineEntry => ({
      ...{ id, kind: 'section', number: '', title: name },
      children: sections.map((section) => ({ ...section, kind: 'section', number: '', children: [] })),
    }),
  )
  return [
    { kind: 'page' },
    title,
    ...held([...document.outline, ...rest].flatMap((entry) => outlineEntries(context, entry, toc, 1))),
    ...lists(context, parent),
  ]
}

/** Fewest entries of a list on a page. */
const fewestEntries = 3

/** A part's entry is never the last on a page when more entries follow under it, and the last of all is never alone. */
function held(entries: readonly EntryItem[]): EntryItem[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1]
    const bound = before !== undefined && (index === entries.length - 1 || (before.left === 0 && entry.left > 0))
    return { ...entry, bound }
  })
}

function outlineEntries(context: MatterContext, entry: OutlineEntry, toc: Tag, depth: number): EntryItem[] {
  if (depth > contentsDepth) return []
  const number = entry.kind === 'annex' ? '' : entry.number
  const inner = entry.children.length > 0 ? tagUnder(toc, 'TOC') : toc
  return [
    contentsEntry(context, { id: entry.id, label: number, title: entry.title, depth }, toc),
    ...entry.children.flatMap((child) => outlineEntries(context, child, inner, depth + 1)),
  ]
}

interface Entry {
  readonly id: string
  readonly label: string
  readonly title: string
  /** 1 for a part; deeper entries are lighter. */
  readonly depth: number
  /** Where the title stands, in ems, when not by depth. */
  readonly hang?: number
}

/** Where labels and titles of the three levels stand, in ems. */
const lefts = [0, 2.2, 5.4]
const hangs = [2.2, 5.4, 9]

function contentsEntry(context: MatterContext, entry: Entry, toc: Tag): EntryItem {
  const { sheet, language, pageNumber } = context
  const role: TextRole = entry.depth === 1 ? 'contentsPart' : 'contents'
  const { style, leading } = sheet.role(role, language)
  const tag = tagUnder(tagUnder(tagUnder(toc, 'TOCI'), 'Reference'), 'Link')
  const mark: Mark = { tag, link: { kind: 'inside', to: entry.id, title: `${entry.label} ${entry.title}`.trim() } }
  const left = (lefts[entry.depth - 1] ?? 0) * style.size
  const labelStyle = entry.depth === 1 ? style : sheet.vary(style, { color: 'muted' })
  return {
    kind: 'entry',
    label: entry.label === '' ? [] : [{ text: entry.label, style: labelStyle, mark }],
    title: [{ text: listedTitle(entry), style, mark }],
    page: [{ text: pageNumber(entry.id, true), style, mark: { ...mark, pageOf: entry.id } }],
    tag,
    left,
    hang: entry.label === '' ? left : (entry.hang ?? hangs[entry.depth - 1] ?? 0) * style.size,
    ...(entry.depth > 1 ? { leader: { text: '.', style: sheet.vary(style, { color: 'muted' }) } } : {}),
    bound: false,
    size: style.size,
    leading,
    before: entry.depth === 1 ? sheet.grid : 0,
    after: 0,
  }
}

/** In UTF-16 code units: of a longer title, as captions can be, a list has the first words. */
const longestTitle = 130

/** A title as a list has it: its number only once, and no full stop before the leader. */
function listedTitle({ label, title }: Entry): string {
  const own = ownNumber(title)
  const words = own && own.number === label ? own.title : title
  return firstWords(words, longestTitle).replace(/(?<=\p{Ll}{3})\.$/u, '')
}

/** Where the captions of a list of figures, tables or annexes stand, in ems. */
const captionHang = 6.2

function lists(context: MatterContext, parent: Tag): Item[] {
  const { document, labels } = context
  return [
    ...listOf(context, parent, { name: 'listOfFigures', entries: listOfFigures(document, labels), hang: captionHang }),
    ...listOf(context, parent, { name: 'listOfTables', entries: listOfTables(document, labels), hang: captionHang }),
    ...listOf(context, parent, { name: 'listOfAnnexes', entries: listOfAnnexes(document, labels), hang: captionHang }),
    // The contents name the only source already.
    ...(document.parts.length === 1
      ? []
      : listOf(context, parent, {
          name: 'listOfSources',
          entries: listOfSources(document, labels),
          hang: hangs[0] ?? 0,
        })),
  ]
}

/** A list of figures, tables, annexes or sources. */
interface List {
  readonly name: LabelName
  readonly entries: readonly Listed[]
  /** Where titles stand, in ems. */
  readonly hang: number
}

function listOf(context: MatterContext, parent: Tag, { name, entries, hang }: List): Item[] {
  if (entries.length === 0) return []
  const sect = tagUnder(parent, 'Sect')
  const { grid } = context.sheet
  const title = textItem(context, 'section', context.labels.text(name), {
    parent: sect,
    tag: 'H2',
    before: grid * 3,
    after: grid,
    keep: 2,
  })
  const toc = tagUnder(sect, 'TOC')
  const items = entries.map((entry, index) => {
    const bound = index > 0 && (index < fewestEntries || index > entries.length - fewestEntries)
    return { ...contentsEntry(context, { ...entry, depth: 2, hang }, toc), left: 0, bound }
  })
  return [title, ...items]
}
