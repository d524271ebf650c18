import { sourceName } from '../../../template/title-matter.ts'
import type { MatterContext } from '../context.ts'
import type { Item, StyledRun, TableItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { matterTable } from './table.ts'
import { textItem } from './text.ts'

/** Anchor of the imprint. */
export const imprintAnchor = 'dossier:imprint'

/** The imprint: what the dossier is, how its sources can be known again, and the hash of every one of them. */
export function imprint(context: MatterContext, attached: boolean): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const paragraph = (words: string | (() => readonly StyledRun[])) =>
    textItem(context, 'caption', words, { parent, tag: 'P', after: sheet.grid, right: sheet.reach })
  const heading = { after: sheet.grid * 2, keep: 2, anchors: [imprintAnchor] }
  const made = [document.authors.join(', '), document.date === undefined ? '' : labels.date(document.date)]
  return [
    { kind: 'page' },
    textItem(context, 'section', labels.text('imprint'), { parent, tag: 'H1', ...heading }),
    paragraph([document.title, document.subtitle].filter(Boolean).join(': ')),
    ...made.filter(Boolean).map(paragraph),
    paragraph(labels.text(attached ? 'imprintAttached' : 'imprintHashes')),
    paragraph(() => fingerprintRuns(context)),
    sources(context, parent),
  ]
}

/** The fingerprint of the whole, upright where the words before it are not: so its letters are told apart more easily. */
export function fingerprintRuns({ document, labels, sheet, language }: MatterContext): StyledRun[] {
  const { style } = sheet.role('caption', language)
  return [
    { text: `${labels.text('fingerprint')}:\n`, style },
    { text: halves(document.fingerprint), style: sheet.vary(style, { italic: false }) },
  ]
}

/** A hash on two lines: it has no place where a line could end. */
function halves(hash: string): string {
  return `${hash.slice(0, hash.length / 2)}\n${hash.slice(hash.length / 2)}`
}

/** Room for half a hash, in em: 32 letters and figures. */
const hashWidth = 32 * 0.56

function sources(context: MatterContext, parent: Tag): TableItem {
  const { document, labels, sheet, language } = context
  const { size } = sheet.role('card', language).style
  return matterTable(context, parent, {
    role: 'card',
    head: [labels.text('part', { n: '' }).trim(), labels.text('source'), labels.text('hash')],
    rows: document.parts.map((part) => {
      const name = sourceName(part, labels)
      const { path, sha256 } = part.source
      return [String(part.number), name === path ? path : `${name}\n${path}`, halves(sha256)]
    }),
    columns: [{ align: 'start' }, { align: 'start' }, { align: 'start', width: hashWidth * size }],
    padding: 2,
    before: sheet.grid * 2,
    after: 0,
  })
}
