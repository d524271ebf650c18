import type { RegisterEntry, Registers, ResolvedDocument } from '../../../link/resolved.ts'
import type { LabelName, Labels } from '../../../template/labels.ts'
import type { MatterContext } from '../context.ts'
import type { ColumnItem, Item, StyledRun, TableItem } from '../item.ts'
import type { Mark } from '../mark.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { type CellWords, matterGap, matterTable } from './table.ts'
import { textItem } from './text.ts'

/** Anchor of the registers. */
export const registersAnchor = 'dossier:registers'

/** The registers in their order, and what each is called. */
const names: readonly (readonly [keyof Registers, LabelName])[] = [
  ['lostNotes', 'registerLostNotes'],
  ['uncalledNotes', 'registerUncalledNotes'],
  ['lostFigures', 'registerLostFigures'],
  ['deadLinks', 'registerDeadLinks'],
  ['unresolvedReferences', 'registerUnresolvedReferences'],
  ['doubtfulPlaces', 'registerDoubtfulPlaces'],
  ['removedMatter', 'registerRemovedMatter'],
]

/** The registers: what is missing, doubtful or taken out, each a table. */
export function registers(context: MatterContext): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const heading = { after: sheet.grid * 2, keep: 2, anchors: [registersAnchor] }
  const title = textItem(context, 'part', labels.text('registers'), { parent, tag: 'H1' }, heading)
  const tables = registerSections(document, labels).flatMap((section) =>
    register(context, section, document.registers[section.name], parent),
  )
  const empty = textItem(context, 'body', labels.text('registersEmpty'), { parent, tag: 'P' })
  return [{ kind: 'page' }, title, ...(tables.length > 0 ? tables : [empty])]
}

/** A register that has something in it. */
export interface RegisterSection {
  readonly name: keyof Registers
  /** Anchor. */
  readonly id: string
  readonly title: string
}

/** The registers that have something in them. */
export function registerSections({ registers: all }: ResolvedDocument, labels: Labels): RegisterSection[] {
  return names
    .filter(([name]) => all[name].length > 0)
    .map(([name, label]) => ({ name, id: `${registersAnchor}-${name}`, title: labels.text(label) }))
}

function register(
  context: MatterContext,
  { id, title }: RegisterSection,
  entries: readonly RegisterEntry[],
  parent: Tag,
): Item[] {
  const { grid } = context.sheet
  const section = tagUnder(parent, 'Sect')
  const heading = { before: grid * 4, after: grid, keep: 3, anchors: [id] }
  return [
    textItem(context, 'section', title, { parent: section, tag: 'H2' }, heading),
    registerTable(context, entries, section),
  ]
}

function registerTable(context: MatterContext, entries: readonly RegisterEntry[], section: Tag): TableItem {
  const { labels, sheet } = context
  return matterTable(context, section, {
    role: 'table',
    headRole: 'tableHead',
    head: (['place', 'what', 'why', 'rule'] as const).map((label) => labels.text(label)),
    rows: entries.map((entry) => registerRow(context, entry)),
    columns: columnsOf(entries, sheet.page.measure + sheet.reach),
    padding: 2.5,
    before: 0,
    after: sheet.grid * 2,
  })
}

/** Shares of the measure that place, what, why and rule have where what was found is long. */
const shares = [0.2, 0.39, 0.24, 0.17]

/** In UTF-16 code units: longer passages would leave the other columns a word a line. */
const longPassage = 60

function columnsOf(entries: readonly RegisterEntry[], measure: number): ColumnItem[] {
  const room = measure - matterGap * (shares.length - 1)
  const isLong = entries.some(({ what }) => what.length > longPassage)
  return shares.map((share, index) => ({
    align: 'start',
    ...(isLong ? { width: room * share } : {}),
    ...(index === shares.length - 1 ? { hyphenate: false } : {}),
  }))
}

function registerRow(context: MatterContext, entry: RegisterEntry): CellWords[] {
  const { style } = context.sheet.role('table', context.language)
  const rule = context.sheet.vary(style, { color: 'muted' })
  return [
    (tag) => place(context, entry, tag),
    entry.what.replaceAll(/\s+/g, ' '),
    entry.why,
    () => [{ text: entry.rule.replace(':', ':\u200b'), style: rule }],
  ]
}

/** Where it is: paragraph, page and line of the source. */
function place(context: MatterContext, entry: RegisterEntry, cell: Tag): StyledRun[] {
  const { document, labels, sheet, pageNumber } = context
  const { style } = sheet.role('table', context.language)
  const part = document.parts.find((candidate) => candidate.id === entry.part)
  const target = entry.target === undefined ? undefined : document.targets.get(entry.target)
  const name = target && target.kind !== 'section' ? target.number : part ? labels.text('part', { n: part.number }) : ''
  const line = labels.text('line', { n: labels.number(entry.line) })
  const to = target?.id ?? part?.id
  if (to === undefined) return [{ text: [name, line].filter(Boolean).join(', '), style }]
  const tag = tagUnder(tagUnder(cell, 'Reference'), 'Link')
  const mark: Mark = { tag, link: { kind: 'inside', to, title: name } }
  const linked = sheet.vary(style, { color: 'accent' })
  const [before = '', after = ''] = labels.text('pageReference', { n: '\u0000' }).split('\u0000')
  return [
    { text: `${inOneLine(name)}, ${inOneLine(before)}`, style: linked, mark },
    { text: pageNumber(to), style: linked, mark: { ...mark, pageOf: to } },
    ...(after === '' ? [] : [{ text: after, style: linked, mark }]),
    { text: `, ${inOneLine(line)}`, style },
  ]
}

/** A number is not parted from what it counts. */
function inOneLine(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
