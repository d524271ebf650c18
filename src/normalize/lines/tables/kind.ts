/** What a cell holds: a figure (a number, an amount, a date), a sign for a lost or missing one, or words. */
export type Kind = 'figure' | 'missing' | 'text'

const number = String.raw`(?:\d{1,3}(?:[\s\u00A0\u2009\u202F]\d{3})+(?:[.,]\d+)?|\d+(?:[.,'\u2019:/\u2013-]\d+)*[.,]?)`
const before = String.raw`[([]?(?:[~\u2248<>\u2264\u2265\u00B1+\u2212\u2013-]\s?)?(?:\p{Lu}{0,3}\p{Sc}\s?|\p{Lu}{3}\s)?`
const unit = String.raw`(?:\s?(?:\p{Sc}|%|\u2030|\u00B0\p{Lu}?))?(?:\s?\p{L}{1,9}[\u00B2\u00B3.]?){0,2}`
const amount = new RegExp(String.raw`^${before}${number}${unit}[)\]]?[*\u2020\u2021]{0,3}$`, 'u')
const date = /^\d{1,2}\.?\s\p{L}{3,12}\.?,?\s\d{4}$|^\p{L}{3,12}\s\d{1,2},\s\d{4}$/u
const missing = /^(?:[-\u2013\u2014\u2212.\u2026]{1,4}|n\.?\s?[ad]\.?|n\/a|[x:*])$/iu
const numberedHeading = /^\d{1,2}(?:\.\d{1,2})*\.?\s\p{Lu}/u

/** Longest figure, in UTF-16 code units. */
const longest = 40

/** What a text holds, as a cell of a table. */
export function kindOf(text: string): Kind {
  if (text.length > longest) return 'text'
  if (missing.test(text)) return 'missing'
  if (!/\d/.test(text)) return 'text'
  return (amount.test(text) && !numberedHeading.test(text)) || date.test(text) ? 'figure' : 'text'
}

/** Whether a text is a figure or stands for one. */
export function isFigure(text: string): boolean {
  return kindOf(text) !== 'text'
}
