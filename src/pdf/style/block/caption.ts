import type { PhrasingContent } from 'mdast'
import type { PartContext } from '../context.ts'
import { phrasing } from '../inline/phrasing.ts'
import type { Beside, StyledRun, TextItem } from '../item.ts'
import type { RoleStyle } from '../sheet.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { blockText } from './block-text.ts'
import { marginNumber } from './paragraph.ts'
import type { Placement } from './placement.ts'

/** What a caption says. */
export interface CaptionWords {
  /** What the dossier calls the thing ("Table 3.1"); empty when nothing. */
  readonly name: string
  /** The label that the source gave it, with which its words begin: then the dossier's stands in the margin. */
  readonly ownLabel: string | undefined
  /** The source's words, piece by piece; those of a credit are lighter, and on a line of their own. */
  readonly words: readonly { readonly nodes: readonly PhrasingContent[]; readonly light: boolean }[]
}

/** A caption with the name of its thing in bold; no item when there is nothing to say. */
export function captionItem(
  { name, ownLabel, words }: CaptionWords,
  context: PartContext,
  placement: Placement,
  change: Partial<TextItem>,
): TextItem[] {
  const role = context.sheet.role('caption', context.language)
  const { style } = role
  const tag = tagUnder(placement.parent, 'Caption')
  const said = words.map(({ nodes, light }) => {
    const set = light ? context.sheet.vary(style, { color: 'muted' }) : style
    const runs = phrasing(nodes, { part: context, style: set, tag, mark: undefined, depth: 0 })
    return { runs, apart: light ? '\n' : '\u2002' }
  })
  const label = name === '' || ownLabel !== undefined ? [] : [{ text: name, style: bold(role, context) }]
  const runs = [{ runs: label, apart: '' }, ...said]
    .filter((piece) => piece.runs.length > 0)
    .flatMap((piece, index): StyledRun[] =>
      index === 0 ? [...piece.runs] : [{ text: piece.apart, style }, ...piece.runs],
    )
  if (runs.length === 0) return []
  const inMargin: Beside[] = ownLabel === undefined || name === '' ? [] : [marginNumber(name, context)]
  const shown = ownLabel === undefined ? runs : emboldened(runs, ownLabel.length + 1, role, context)
  return [blockText({ runs: shown, tag }, role, placement, { ...change, beside: [...placement.beside, ...inMargin] })]
}

/** A remark under a table: the origin of its figures, or what its signs mean. */
export function tableNote(
  nodes: readonly PhrasingContent[],
  parent: Tag,
  context: PartContext,
  placement: Placement,
): TextItem {
  const role = context.sheet.role('caption', context.language)
  const tag = tagUnder(parent, 'P')
  const runs = phrasing(nodes, { part: context, style: role.style, tag, mark: undefined, depth: 0 })
  return blockText({ runs, tag }, role, { ...placement, anchors: [], beside: [] }, { before: 4 })
}

/** The first letters of a caption in bold, as far as its label with its point goes. */
function emboldened(runs: readonly StyledRun[], length: number, role: RoleStyle, context: PartContext): StyledRun[] {
  const [first, ...rest] = runs
  if (!first || first.style !== role.style) return [...runs]
  const label = { ...first, text: first.text.slice(0, length).trimEnd(), style: bold(role, context) }
  return [label, { ...first, text: first.text.slice(label.text.length) }, ...rest]
}

function bold({ style }: RoleStyle, context: PartContext): StyledRun['style'] {
  return context.sheet.vary(style, { bold: true })
}
