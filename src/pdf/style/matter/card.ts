import { safeAddress } from '../../../link/address.ts'
import type { PartContext } from '../context.ts'
import type { CellItem, TableItem, TableRowItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'

/** Width of the column of names, in ems. */
const nameColumn = 8.7

/** The quiet box at the head of a part: what is known about its source, and what was done to it. */
export function sourceCard(context: PartContext): TableItem {
  const { style, leading } = context.sheet.role('card', context.labels.language)
  const tag = tagUnder(context.tag, 'Table', { lang: context.labels.language })
  return {
    kind: 'table',
    tag,
    rows: facts(context).map((fact) => factRow(context, tag, fact)),
    heads: 0,
    columns: [{ align: 'start', width: nameColumn * style.size }, { align: 'start' }],
    left: 0,
    size: style.size,
    leading,
    gap: 8,
    padding: 0.75,
    rules: 'ends',
    fill: true,
    before: context.sheet.grid * 2,
    after: context.sheet.grid * 3,
    anchors: [],
  }
}

type Fact = readonly [name: string, value: string, address?: string | undefined]

function facts({ part, labels }: PartContext): Fact[] {
  const { publisher, author, date, captured, url, language, category } = part.metadata
  const lost = part.notes.filter((note) => note.lost).length
  const all: readonly (readonly [string, string | undefined, (string | undefined)?])[] = [
    [labels.text('publisher'), publisher],
    [labels.text('author'), author],
    [labels.text('date'), date === undefined ? undefined : labels.date(date)],
    [labels.text('category'), category],
    [labels.text('language'), language === undefined ? undefined : labels.languageName(language)],
    [labels.text('captured'), captured === undefined ? undefined : labels.date(captured)],
    [labels.text('address'), url, url === undefined ? undefined : safeAddress(url)],
    [labels.text('hash'), `${part.source.sha256.slice(0, 16)} (${part.source.path})`],
    [labels.text('words'), labels.number(part.words)],
    [labels.text('edits'), labels.number(part.edits.length)],
    [labels.text('notesFound'), part.notes.length === 0 ? undefined : labels.number(part.notes.length - lost)],
    [labels.text('notesLost'), part.notes.length === 0 ? undefined : labels.number(lost)],
  ]
  return all.flatMap(([name, value, address]): Fact[] =>
    value === undefined || value === '' ? [] : [[name, value, address]],
  )
}

function factRow(context: PartContext, table: Tag, [name, value, address]: Fact): TableRowItem {
  const { sheet, labels } = context
  const { style } = sheet.role('card', labels.language)
  const cells: Tag[] = []
  const tag = tagUnder(table, 'TR', { cells })
  const nameTag = tagUnder(tag, 'TH', { scope: 'Row' })
  const valueTag = tagUnder(tag, 'TD')
  cells.push(nameTag, valueTag)
  const link = address === undefined ? undefined : tagUnder(valueTag, 'Link')
  const mark =
    link && address !== undefined
      ? { tag: link, link: { kind: 'outside', to: address, title: address } as const }
      : undefined
  const valueCell: CellItem = { runs: [{ text: value, style, ...(mark ? { mark } : {}) }], tag: valueTag }
  return {
    cells: [{ runs: [{ text: name, style: sheet.vary(style, { color: 'muted' }) }], tag: nameTag }, valueCell],
    tag,
    anchors: [],
  }
}
