import type { MatterContext } from '../context.ts'
import type { Item, StyledRun } from '../item.ts'
import { tagUnder } from '../tag.ts'
import { fingerprintRuns } from './imprint.ts'
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
  /** Whether sources, normalized texts and ledger are inside the file. */
  readonly attached: boolean
}

/** The colophon, under the registers: what made the dossier, how to make it again, and its whole fingerprint. */
export function colophon(context: MatterContext, making: Making): Item[] {
  const { document, labels, sheet } = context
  const parent = tagUnder(context.root, 'Sect')
  const paragraph = (words: string | (() => readonly StyledRun[]), keep: number) =>
    textItem(context, 'caption', words, { parent, tag: 'P', after: sheet.grid, keep, right: sheet.reach })
  const heading = { before: sheet.grid * 6, after: sheet.grid * 2, keep: 2, anchors: [colophonAnchor] }
  const date = document.date === undefined ? [] : [labels.date(document.date)]
  return [
    textItem(context, 'section', labels.text('colophon'), { parent, tag: 'H1', ...heading }),
    paragraph([labels.text('madeWith', { version: making.version }), ...date].join(', '), 2),
    paragraph(`${labels.text('fonts')}: ${making.fonts.join(', ')}`, 2),
    ...(making.command === undefined ? [] : [paragraph(`${labels.text('rebuildWith')}: ${making.command}`, 2)]),
    paragraph(() => fingerprintRuns(context), 0),
  ]
}
