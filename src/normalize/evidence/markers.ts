import type { ListMarker } from '../../captured/line.ts'
import { romanValue } from '../../language/roman.ts'

/** A marker before it has a place in the source. */
export type MarkerShape = Pick<ListMarker, 'kind' | 'style' | 'ordinal'> & {
  /** Length of the marker with the white space after it. */
  readonly length: number
}

const bullet =
  /^([\u2022\u25CF\u25AA\u25AB\u25E6\u25A0\u25A1\u2023\u2043\u2219\u00B7\u27A2\u27A4\u2794\u25BA\u25B8\u25B6\u25CB\u25C6\u25C7\u2756\u2713\u2714\uF0B7\uF0A7\uF0D8\uF0FC\uF076*\-\u2013]|o(?=\s{2}))(?:\s+|$)/
/** French and Spanish count items with a raised "o": "1°", "2.º". */
const numbered =
  /^(\(?)(\d{1,3}(?=[.)])|\d{1,2}(?=\.?[°º])|[a-z]|[ivxlc]{2,7}|[A-Z]|[IVXLC]{2,7})([.)]|\.?[°º])(?:\s+|$)/
/** Bullets that are also ordinary signs: they need company to be believed. */
const weakBullets = new Set(['*', '-', '\u2013', '\u00B7', 'o'])

/**
 * The markers that a line's beginning may stand for, most likely first. A single letter such as "i" can be a letter or
 * a Roman numeral; only the other markers around it can tell.
 */
export function markersAt(text: string): MarkerShape[] {
  const dot = bullet.exec(text)
  if (dot) return [{ kind: 'bullet', style: dot[1] ?? '', ordinal: 0, length: dot[0].length }]
  const match = numbered.exec(text)
  if (!match) return []
  const [whole, open = '', number = '', close = ''] = match
  const caseOf = number === number.toLowerCase() ? 'x' : 'X'
  const shapes: MarkerShape[] = []
  const add = (kind: ListMarker['kind'], ordinal: number, sign: string) => {
    shapes.push({ kind, style: `${open}${sign}${close}`, ordinal, length: whole.length })
  }
  if (/\d/.test(number)) add('digit', Number(number), '#')
  else {
    if (number.length === 1) add('letter', number.toLowerCase().charCodeAt(0) - 96, caseOf === 'x' ? 'a' : 'A')
    const roman = romanValue(number)
    if (roman > 0) add('roman', roman, caseOf === 'x' ? 'i' : 'I')
  }
  return shapes
}

/** Whether a bullet is a sign that nothing but a list item begins with. */
export function isStrongBullet({ kind, style }: Pick<ListMarker, 'kind' | 'style'>): boolean {
  return kind === 'bullet' && !weakBullets.has(style)
}

/*
 * Whether an item begins with a line, by its beginning alone. `markersAt` reads the marker; the tests here ask less, of
 * lines that nobody has read yet, and differ in what they may not take for one.
 */

/** Bullets that captures have most. */
const bullets = '\u2022\u2023\u2013*'

/** A number or a letter with a mark behind it. */
const sign = '\\(?(?:\\d{1,3}|[a-z]|[ivx]{2,5})[.)]'
const item = new RegExp(`^(?:[${bullets}\u25CF\u25AA\u25E6]|${sign})(?:\\s|$)`, 'u')
const bare = new RegExp(`^(?:[${bullets}\u25CF\u25AA\u25E6]|${sign})$`, 'u')

/** Whether a line in a column begins with a marker, small letters among them; a hyphen is none, because words are divided. */
export function startsItem(value: string): boolean {
  return item.test(value)
}

/** Whether a line is nothing but a marker, which belongs to the item behind it. */
export function isBareMarker(value: string): boolean {
  return bare.test(value)
}

const listed = new RegExp(`^(?:[${bullets}\u25AA-]\\s|\\[?\\d{1,3}[.)\\]]\\s)`, 'u')

/** Whether a line above a text is an item rather than a headline, which may begin with a letter and a full stop. */
export function isListed(value: string): boolean {
  return listed.test(value)
}

const marked = new RegExp(`^(?:[${bullets}-]|\\[?\\d{1,3}[.)\\]]|[\u00B9\u00B2\u00B3\u2070-\u2079])\\s*\\S`, 'u')

/** Whether a line at the end of a text begins as the items of a list and notes do, with or without a space. */
export function isMarked(value: string): boolean {
  return marked.test(value)
}

const entry = /^[\d\u2022\u2013-]/

/** Whether a line begins with a digit, a dash or a bullet, as an entry of a list may, but no caption does. */
export function isEntry(value: string): boolean {
  return entry.test(value)
}

/** Whether a line is a clause of a statute or a list, which can come back word for word: "(a) where it is in flood; or". */
export function isClause(value: string): boolean {
  return /^\((?:\p{L}{1,4}|\d{1,3})\)\s/u.test(value) || /;(?:\s\p{Ll}+)?$/u.test(value)
}
