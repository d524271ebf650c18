import type { VFile } from 'vfile'
import { monthNames } from '../../language/words/calendar.ts'
import { evidenceOf } from './evidence.ts'
import { asksOrAnnounces } from './sentence-ends.ts'

/** Most words that a line of names or with a date has. */
const mostWords = 14

/**
 * Whether a line below a title gives its authors, its date or its number in a series. A line of names has none but
 * capitalized words that the text itself never has in small letters, in two groups at least, or with an initial or a
 * title; so "Trade Policy and Regional Growth" is no line of names in a text about trade.
 */
export function isCreditLine(value: string, file: VFile): boolean {
  if (value.split(/\s+/).length > mostWords || asksOrAnnounces(value)) return false
  return givesDate(value, evidenceOf(file).language) || areNames(value, file) || isAffiliated(value)
}

const series = /(?:^|\s)(?:no|nr|nos|num|n[u\u00FA]m|n\u00B0|n\u00BA|\u2116)\.?\s*\d/iu

/** A date with a year at the end of the line, and what the text is called in its series. */
function givesDate(value: string, language: string): boolean {
  const year = /(?:^|\D)(?:1[5-9]|20)\d\d\.?$/.exec(value)
  if (!year) return false
  const before = value.slice(0, year.index + 1).toLowerCase()
  const named = monthNames(language).some((month) => before.includes(month.slice(0, Math.max(3, month.length - 1))))
  return (named && /(?:^|[\s,])\S+\s*$/.test(before) && !/[.;]\s/.test(before)) || series.test(before)
}

/** "K. Orme, Society of Ringers": a name with an initial, and an organisation or a place behind it. */
function isAffiliated(value: string): boolean {
  const [author = '', ...rest] = value.split(', ')
  const words = author.split(/\s+/)
  if (words.length > 4 || rest.length === 0 || !words.every((word) => initial.test(word) || name.test(word)))
    return false
  return (
    words.length > 1 &&
    words.some((word) => initial.test(word)) &&
    rest.every((part) => /^\p{Lu}.*[\p{L})]$/u.test(part))
  )
}

const particle =
  /^(?:van|von|vom|zu|zur|der|den|de|del|della|di|da|dos|du|des|la|le|al|el|bin|ibn|ter|ten|y|oğlu|qızı)$/iu
const honorific = /^(?:dr|prof|mr|mrs|ms|mme|sir|dame|hon|rev|д-р|проф|doç)\.?$/iu
const initial = /^(?:\p{Lu}\.-?){1,3}$/u
const name = /^\p{Lu}[\p{L}\p{M}'\u2019-]+$/u
const between = /\s*[,;&]\s*(?:(?:and|und|et|y|e|и|ve|və|և)\s+)?|\s+(?:and|und|et|y|e|и|ve|və|և)\s+/u

/** Languages whose headings have capitals for names only. */
const sentenceCase: ReadonlySet<string> = new Set(['es', 'fr', 'it', 'pt', 'ru'])

function areNames(value: string, file: VFile): boolean {
  const byline = /^(?:by|von|par|por|yazan:|автор:?)\s+/iu.exec(value)?.[0]
  const groups = value.slice(byline?.length ?? 0).split(between)
  // "By Jane Doe, rapporteur"
  if (byline !== undefined) return isName(groups[0] ?? '', file) && value.split(/\s+/).length <= mostWords
  const known =
    groups.length > 1 || isMarked(groups[0] ?? '') || sentenceCase.has(evidenceOf(file).language.slice(0, 2))
  return known && groups.every((group) => isName(group, file))
}

/** Whether one name alone is known for one: by a title, or an initial that is not the letter of a heading ("A. Aims"). */
function isMarked(group: string): boolean {
  const words = group.split(/\s+/)
  return words.some((word) => honorific.test(word)) || (words.length > 2 && words.some((word) => initial.test(word)))
}

function isName(group: string, file: VFile): boolean {
  const words = group.split(/\s+/)
  if (words.length < 2 || words.length > 6) return false
  const { smallWords } = evidenceOf(file)
  return words.every((word) => {
    if (particle.test(word) || honorific.test(word) || initial.test(word)) return true
    return name.test(word) && !smallWords.has(word.toLowerCase())
  })
}
