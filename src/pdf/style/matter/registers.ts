import type { RegisterEntry, Registers } from '../../../link/resolved.ts'
import type { LabelName } from '../../../template/labels.ts'
import type { MatterContext } from '../context.ts'
import type { ColumnItem, Item, StyledRun, TableItem, TableRowItem } from '../item.ts'
import type { Mark } from '../mark.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { textItem } from './text.ts'

/** Anchor of the registers. */
export const registersAnchor = 'dossier:registers'

const names: readonly (readonly [keyof Registers, LabelName])[] = [
  ['lostNotes', 'registerLostNotes'],
  ['uncalledNotes', 'registerUncalledNotes'],
  ['lostFigures', 'registerLostFigures'],
  ['deadLinks', 'registerDeadLinks'],
  ['unresolvedReferences', 'registerUnresolvedReferences'],
  ['removedMatter', 'registerRemovedMatter'],
]

/** The registers: what is missing, doubtful or taken out, each a table. */
export function registers(context: MatterContext): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const title = textItem(
    context,
    'part',
    labels.text('registers'),
    { parent, tag: 'H1' },
    {
      after: sheet.grid * 2,
      keep: 2,
      anchors: [registersAnchor],
    },
  )
  const tables = names.flatMap(([key, label]) => register(context, labels.text(label), document.registers[key], parent))
  const empty = textItem(context, 'body', labels.text('registersEmpty'), { parent, tag: 'P' })
  return [{ kind: 'page' }, title, ...(tables.length > 0 ? tables : [empty])]
}

function register(context: MatterContext, name: string, entries: readonly RegisterEntry[], parent: Tag): Item[] {
  if (entries.length === 0) return []
  const { grid } = context.sheet
  const section = tagUnder(parent, 'Sect')
  const title = textItem(
    context,
    'section',
    name,
    { parent: section, tag: 'H2' },
    { before: grid * 4, after: grid, keep: 3 },
  )
  return [title, registerTable(context, entries, section)]
}

function registerTable(context: MatterContext, entries: readonly RegisterEntry[], section: Tag): TableItem {
  const { labels, sheet } = context
  const { style, leading } = sheet.role('table', context.language)
  const tag = tagUnder(section, 'Table')
  const head = (['place', 'what', 'why', 'rule'] as const).map((label) => labels.text(label))
  const headStyle = sheet.role('tableHead', context.language).style
  const headRow = row(
    tagUnder(tag, 'THead'),
    'TH',
    head.map((text) => () => [{ text, style: headStyle }]),
  )
  const body = tagUnder(tag, 'TBody')
  const rows = entries.map((entry) => registerRow(context, entry, body))
  return {
    kind: 'table',
    tag,
    rows: [headRow, ...rows],
    heads: 1,
    columns: columnsOf(entries, sheet.page.measure),
    fill: true,
    left: 0,
    size: style.size,
    leading,
    gap,
    padding: 2.5,
    rules: 'three',
    before: 0,
    after: sheet.grid * 2,
    anchors: [],
  }
}

/** White space between two columns, in points. */
const gap = 12

/** Shares of the measure that place, what, why and rule have where what was found is long. */
const shares = [0.29, 0.31, 0.22, 0.18]

/** In UTF-16 code units: longer passages would leave the other columns a word a line. */
const longPassage = 60

function columnsOf(entries: readonly RegisterEntry[], measure: number): ColumnItem[] {
  const room = measure - gap * (shares.length - 1)
  const isLong = entries.some(({ what }) => what.length > longPassage)
  return shares.map((share, index) => ({
    align: 'start',
    ...(isLong ? { width: room * share } : {}),
    ...(index === shares.length - 1 ? { hyphenate: false } : {}),
  }))
}

type CellRuns = (tag: Tag) => StyledRun[]

function row(parent: Tag, role: 'TH' | 'TD', cells: readonly CellRuns[]): TableRowItem {
  const tags: Tag[] = []
  const tag = tagUnder(parent, 'TR', { cells: tags })
  const items = cells.map((runs) => {
    const cell = tagUnder(tag, role, role === 'TH' ? { scope: 'Column' } : {})
    tags.push(cell)
    return { runs: runs(cell), tag: cell }
  })
  return { cells: items, tag, anchors: [] }
}

function registerRow(context: MatterContext, entry: RegisterEntry, body: Tag): TableRowItem {
  const { style } = context.sheet.role('table', context.language)
  const rule = context.sheet.vary(style, { color: 'muted' })
  return row(body, 'TD', [
    (tag) => place(context, entry, tag),
    () => [{ text: entry.what.replaceAll(/\s+/g, ' '), style }],
    () => [{ text: entry.why, style }],
    () => [{ text: entry.rule.replace(':', ':\u200b'), style: rule }],
  ])
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
    { text: `${name}, ${before}`.replaceAll(' ', '\u00a0'), style: linked, mark },
    { text: pageNumber(to), style: linked, mark: { ...mark, pageOf: to } },
    ...(after === '' ? [] : [{ text: after, style: linked, mark }]),
    { text: `, ${line}`.replaceAll(' ', '\u00a0'), style },
  ]
}
