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
