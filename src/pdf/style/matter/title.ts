import { holdings } from '../../../template/title-matter.ts'
import type { MatterContext } from '../context.ts'
import type { Item } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { textItem } from './text.ts'

/** White space above the title, and between the title's matter and the account of what the dossier holds, in lines. */
const aboveTitle = 9
const aboveHoldings = 3

/** Anchor of the title page. */
export const titleAnchor = 'dossier:title'

/** The title page: title, subtitle, authors, date, what the dossier holds, and its fingerprint. */
export function titlePage(context: MatterContext): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const line = sheet.grid * 2
  const text = (role: Parameters<typeof textItem>[1], words: string, tag: 'H1' | 'P', before: number) =>
    textItem(context, role, words, { parent, tag, before, anchors: tag === 'H1' ? [titleAnchor] : [] })
  return [
    { kind: 'space', height: line * aboveTitle },
    text('title', document.title, 'H1', 0),
    ...(document.subtitle === undefined ? [] : [text('subtitle', document.subtitle, 'P', line)]),
    ...(document.authors.length === 0 ? [] : [text('body', document.authors.join(', '), 'P', line * 2)]),
    ...(document.date === undefined ? [] : [text('body', labels.date(document.date), 'P', line / 2)]),
    text('caption', holdings(document, labels), 'P', line * aboveHoldings),
    text('caption', `${labels.text('fingerprint')} ${document.fingerprint.slice(0, 16)}`, 'P', 0),
  ]
}
