import type { RegisterEntry } from '../../../link/resolved.ts'
import type { Labels } from '../../../template/labels.ts'
import type { MatterContext } from '../context.ts'
import type { StyledRun } from '../item.ts'
import type { Mark } from '../mark.ts'
import { type Tag, tagUnder } from '../tag.ts'
import type { CellWords } from './table.ts'
import { firstWords } from './text.ts'

/** What the entries of a register have in common: it is said once, above them. */
export interface SharedWords {
  readonly rule: boolean
  readonly why: boolean
}

/** Entries of one part that differ in figures only: what stood on every page of a source. */
export type Alike = readonly [RegisterEntry, ...RegisterEntry[]]

/** Puts what was found again and again into one row, where it was first found. What has a place of its own stays alone. */
export function alikeTogether(entries: readonly RegisterEntry[]): Alike[] {
  const groups = new Map<string, [RegisterEntry, ...RegisterEntry[]]>()
  for (const [index, entry] of entries.entries()) {
    const words = `${entry.why}\n${entry.what}`.replaceAll(/\p{Nd}+/gu, '0').replaceAll(' ', '')
    const key = entry.target === undefined ? [entry.part, entry.rule, words].join('\n') : String(index)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()]
}

/** The cells of a row: place, what was found, and what the register doesn't say above the table already. */
export function registerRow(context: MatterContext, alike: Alike, shared: SharedWords): CellWords[] {
  const [entry] = alike
  const { style } = context.sheet.role('table', context.language)
  const rule = { text: `\n${entry.rule.replace(':', ':\u200b')}`, style: context.sheet.vary(style, { color: 'muted' }) }
  const why = { text: reason(entry), style }
  return [
    (tag) => place(context, alike, tag),
    whatOf(alike),
    ...(shared.why ? [] : [() => (shared.rule ? [why] : [why, rule])]),
  ]
}

/** Evidence as it is printed. */
export function reason({ why }: RegisterEntry): string {
  return why.replaceAll(/"([^"]*)"/g, '\u201c$1\u201d').replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '\u2019')
}

/** In UTF-16 code units: of more than that the first and the last are given. */
const longestList = 120

/** The same of one thing that was found; the ledger has all of it. */
const longestFind = 700

/** What was found, its lines apart; what differs is listed. */
function whatOf(alike: Alike): string {
  const found = [...new Set(alike.map(({ what }) => inLine(what)))]
  const list = firstWords(found.join(', '), longestFind)
  return found.length > 2 && list.length > longestList ? `${found[0]} … ${found.at(-1)}` : list
}

/** Lines are told apart by a stroke; addresses and what else has strokes of its own keep their lines. */
function inLine(text: string): string {
  const apart = text.includes('/') ? '\n' : ' / '
  return text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => line.replaceAll(/\s+/g, ' '))
    .join(apart)
}

interface Place {
  /** Number of its paragraph, figure or table, or else of its part. */
  readonly name: string
  /** Line of the source, or several. */
  readonly line: string
  /** Anchor of what its page is that of. */
  readonly to: string | undefined
}

function placeOf({ document, labels }: MatterContext, alike: Alike): Place {
  const [entry] = alike
  const part = document.parts.find((candidate) => candidate.id === entry.part)
  const target = entry.target === undefined ? undefined : document.targets.get(entry.target)
  const isNamed = target && target.kind !== 'section' && target.kind !== 'note'
  const name = isNamed ? target.number : part ? labels.text('part', { n: part.number }) : ''
  return { name, line: linesOf(alike, labels), to: target?.id ?? part?.id }
}

/** How long the place in a row is on one line, in UTF-16 code units. */
export function placeLength(context: MatterContext, alike: Alike): number {
  const { name, line, to } = placeOf(context, alike)
  const page = to === undefined ? '' : context.labels.text('pageReference', { n: context.pageNumber(to) })
  return [name, page, line].filter(Boolean).join(', ').length
}

/** Where it is: paragraph, page and line of the source. */
function place(context: MatterContext, alike: Alike, cell: Tag): StyledRun[] {
  const { labels, sheet, pageNumber } = context
  const { style } = sheet.role('table', context.language)
  const { name, line, to } = placeOf(context, alike)
  if (to === undefined) return [{ text: [name, line].filter(Boolean).join(', '), style }]
  const tag = tagUnder(tagUnder(cell, 'Reference'), 'Link')
  const mark: Mark = { tag, link: { kind: 'inside', to, title: name } }
  const linked = sheet.vary(style, { color: 'accent' })
  const [before = '', after = ''] = labels.text('pageReference', { n: '\u0000' }).split('\u0000')
  return [
    { text: `${inOneLine(name)}, ${inOneLine(before)}`, style: linked, mark },
    { text: pageNumber(to), style: linked, mark: { ...mark, pageOf: to } },
    ...(after === '' ? [] : [{ text: after, style: linked, mark }]),
    { text: `, ${line}`, style },
  ]
}

/** "line 7"; "lines 7, 59, 111" where the same was found on several. */
function linesOf(alike: Alike, labels: Labels): string {
  const numbers = alike.map((entry) => String(entry.line))
  if (numbers.length === 1) return inOneLine(labels.text('line', { n: numbers[0] ?? '' }))
  const [first = '', ...rest] = numbers
  return [inOneLine(labels.text('lines', { n: first })), ...rest].join(', ')
}

/** A number is not parted from what it counts. */
function inOneLine(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
