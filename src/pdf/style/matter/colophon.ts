import type { MatterContext } from '../context.ts'
import type { Item, StyledRun, TableItem, TableRowItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { textItem } from './text.ts'

/** Anchor of the colophon. */
export const colophonAnchor = 'dossier:colophon'

/** What the colophon says about how the dossier was made. */
export interface Making {
  /** Version of the tool. */
  readonly version: string
  /** Command that makes the dossier again. */
  readonly command?: string | undefined
  /** Names of the type families. */
  readonly fonts: readonly string[]
}

/** The colophon: what made the dossier, how to make it again, its whole fingerprint, and the hash of every source. */
export function colophon(context: MatterContext, making: Making): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const paragraph = (words: string) =>
    textItem(context, 'body', words, { parent, tag: 'P' }, { after: sheet.paragraphSpace })
  const title = textItem(
    context,
    'part',
    labels.text('colophon'),
    { parent, tag: 'H1' },
    {
      after: sheet.grid * 2,
      keep: 2,
      anchors: [colophonAnchor],
    },
  )
  const date = document.date === undefined ? [] : [labels.date(document.date)]
  const section = tagUnder(parent, 'Sect')
  return [
    { kind: 'page' },
    title,
    paragraph([labels.text('madeWith', { version: making.version }), ...date].join(', ')),
    paragraph(`${labels.text('fonts')}: ${making.fonts.join(', ')}`),
    ...(making.command === undefined ? [] : [paragraph(`${labels.text('rebuildWith')}: ${making.command}`)]),
    paragraph(`${labels.text('fingerprint')}: ${halves(document.fingerprint)}`),
    textItem(
      context,
      'section',
      labels.text('listOfSources'),
      { parent: section, tag: 'H2' },
      {
        before: sheet.grid * 4,
        after: sheet.grid,
        keep: 3,
      },
    ),
    sources(context, section),
  ]
}

/** A hash on two lines: it has no place where a line could end. */
function halves(hash: string): string {
  return `\n${hash.slice(0, hash.length / 2)}\n${hash.slice(hash.length / 2)}`
}

function sources(context: MatterContext, section: Tag): TableItem {
  const { document, labels, sheet, language } = context
  const { style, leading } = sheet.role('table', language)
  const head = sheet.role('tableHead', language).style
  const tag = tagUnder(section, 'Table')
  const names = [labels.text('part', { n: '' }).trim(), labels.text('source'), labels.text('hash')]
  const headTag = tagUnder(tag, 'THead')
  const body = tagUnder(tag, 'TBody')
  const rows = document.parts.map(({ number, source, metadata }) => {
    const date = metadata.date === undefined ? undefined : labels.date(metadata.date)
    const known = [metadata.author, metadata.publisher, date].filter(Boolean).join(', ')
    const about = known === '' ? source.path : `${known}\n${source.path}`
    return row(
      body,
      'TD',
      [String(number), about, halves(source.sha256).trim()].map((text) => [{ text, style }]),
    )
  })
  return {
    kind: 'table',
    tag,
    rows: [
      row(
        headTag,
        'TH',
        names.map((text) => [{ text, style: head }]),
      ),
      ...rows,
    ],
    heads: 1,
    columns: [{ align: 'start' }, { align: 'start' }, { align: 'start' }],
    left: 0,
    size: style.size,
    leading,
    gap: 12,
    padding: 2.5,
    rules: 'three',
    fill: true,
    before: 0,
    after: 0,
    anchors: [],
  }
}

function row(parent: Tag, role: 'TH' | 'TD', cells: readonly StyledRun[][]): TableRowItem {
  const tags: Tag[] = []
  const tag = tagUnder(parent, 'TR', { cells: tags })
  const items = cells.map((runs) => {
    const cell = tagUnder(tag, role, role === 'TH' ? { scope: 'Column' } : {})
    tags.push(cell)
    return { runs, tag: cell }
  })
  return { cells: items, tag, anchors: [] }
}
