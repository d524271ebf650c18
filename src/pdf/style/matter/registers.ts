import type { RegisterEntry, Registers, ResolvedDocument } from '../../../link/resolved.ts'
import type { LabelName, Labels } from '../../../template/labels.ts'
import type { MatterContext } from '../context.ts'
import type { ColumnItem, Item, TableItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'
import { alikeTogether, placeLength, reason, registerRow, type SharedWords } from './register-row.ts'
import { matterGap, matterTable } from './table.ts'
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
  const title = textItem(context, 'part', labels.text('registers'), { parent, tag: 'H1', ...heading })
  const sections = registerSections(document, labels)
  const widths = widthsOf(context, sections)
  const tables = sections.flatMap((section) => register(context, section, parent, widths))
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

function register(context: MatterContext, { name, id, title }: RegisterSection, parent: Tag, widths: Widths): Item[] {
  const { grid } = context.sheet
  const entries = context.document.registers[name]
  const section = tagUnder(parent, 'Sect')
  const heading = { before: grid * 4, after: grid, keep: 3, anchors: [id] }
  const shared = sharedOf(entries, context.labels)
  return [
    textItem(context, 'section', title, { parent: section, tag: 'H2', ...heading }),
    ...(shared.words === '' ? [] : [sharedWords(context, shared.words, section)]),
    registerTable(context, { entries, shared }, section, widths),
  ]
}

interface Shared extends SharedWords {
  /** Empty when the entries have nothing in common. */
  readonly words: string
}

function sharedOf(entries: readonly RegisterEntry[], labels: Labels): Shared {
  const [first, ...others] = entries
  if (!first || others.length === 0) return { rule: false, why: false, words: '' }
  const rule = others.every((entry) => entry.rule === first.rule)
  const why = rule && others.every((entry) => entry.why === first.why)
  const words = why ? `${sentence(reason(first))} (${first.rule})` : rule ? `${labels.text('rule')}: ${first.rule}` : ''
  return { rule, why, words }
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function sharedWords(context: MatterContext, words: string, parent: Tag): Item {
  const { grid, reach } = context.sheet
  return textItem(context, 'caption', words, { parent, tag: 'P', after: grid / 2, keep: 3, right: reach })
}

/** Share of the measure that a place has at least, and at most. */
const placeShares = { least: 0.21, most: 0.3 }

/** Share of what is left that the column of finds has, where there is one of reasons too. */
const findShare = 0.47

/** Width of a letter or figure of a place, in em, at most. */
const letterWidth = 0.46

/** Widths of the columns of places and finds, in points: the same in all registers, so that they line up. */
type Widths = readonly [number, number]

/** No place takes two lines for want of room, except where a column of reasons has more lines anyway. */
function widthsOf(context: MatterContext, sections: readonly RegisterSection[]): Widths {
  const { document, labels, sheet } = context
  const room = sheet.page.measure + sheet.reach - matterGap * 2
  const { size } = sheet.role('table', context.language).style
  const lengths = sections
    .map(({ name }) => document.registers[name])
    .filter((entries) => sharedOf(entries, labels).why)
    .flatMap((entries) => alikeTogether(entries).map((alike) => placeLength(context, alike)))
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0) * letterWidth * size
  const place = Math.max(room * placeShares.least, Math.min(longest, room * placeShares.most))
  return [place, (room - place) * findShare]
}

function registerTable(
  context: MatterContext,
  { entries, shared }: { readonly entries: readonly RegisterEntry[]; readonly shared: Shared },
  section: Tag,
  widths: Widths,
): TableItem {
  const { labels, sheet } = context
  const columns = (['place', 'what', 'why'] as const).slice(0, shared.why ? 2 : 3)
  return matterTable(context, section, {
    role: 'table',
    headRole: 'tableHead',
    head: columns.map((label) => labels.text(label)),
    rows: alikeTogether(entries).map((alike) => registerRow(context, alike, shared)),
    columns: columns.map((_, index): ColumnItem => {
      return { align: 'start', ...(index === columns.length - 1 ? {} : { width: widths[index] ?? 0 }) }
    }),
    padding: 2.5,
    before: 0,
    after: sheet.grid * 2,
  })
}
