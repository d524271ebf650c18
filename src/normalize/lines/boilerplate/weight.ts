import type { Line } from '../../../captured/line.ts'
import { consent, plainSiteMatter, possibleSiteMatter } from '../../../language/words/boilerplate.ts'
import { isMarked } from '../../evidence/markers.ts'
import { endsInPunctuation } from '../../evidence/sentence-ends.ts'

/** A line that reads as a sentence or part of one. */
export function isRunningText(value: string): boolean {
  const words = value.split(/\s+/).length
  return words > 14 || (words > 8 && endsInPunctuation(value)) || /[.;]$/.test(value)
}

/** A line that a list, a note or a table of the text may end with. */
export function isListed(value: string): boolean {
  return isMarked(value) || value.includes('\t')
}

const plain = new Set(plainSiteMatter)
const possible = new Set(possibleSiteMatter)

/** 1 for a line that only a web page has, 0.5 for one that a text could have too, 0 for other lines. */
export function weightOf({ value }: Line): number {
  if (value.length > 240) return 0
  const words = bare(value)
  if (plain.has(words) || beginsPlain(words)) return 1
  if (isImprint(value) || isBreadcrumb(value) || isGluedMenu(value)) return 1
  return possible.has(words) || isRowOfButtons(words) ? 0.5 : 0
}

/** The words of a line in lower case, without punctuation, and without digits at its ends. */
export function bare(value: string): string {
  return value
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}\s'-]/gu, '')
    .replace(/^[\s\p{N}'-]+|[\s\p{N}'-]+$/gu, '')
    .replace(/\s+/g, ' ')
}

/** Whether a line asks for consent to cookies. */
export function asksConsent(value: string): boolean {
  return value.length <= 600 && consent.test(value)
}

/** "© Publisher 2020", and the numbers that imprints give. */
export function isImprint(value: string): boolean {
  return /^(?:©|\(c\)\s|copyright\s)/i.test(value) || /\bISBN(?:-1[03])?[:\s]*[\d-]{10,17}\b/.test(value)
}

/** Whether the first three to six words are a phrase of the list. */
function beginsPlain(words: string): boolean {
  const parts = words.split(' ', 7)
  for (let count = 3; count <= Math.min(6, parts.length); count++) {
    if (plain.has(parts.slice(0, count).join(' '))) return true
  }
  return false
}

/** "Home › News › Title", "Home / News / Title". */
function isBreadcrumb(value: string): boolean {
  const steps = value.split(/\s[›»>]\s/)
  if (steps.length > 2 || (steps.length === 2 && possible.has(bare(steps[0] ?? '')))) return true
  const slashed = value.split(/\s[/|]\s/)
  return slashed.length > 2 && possible.has(bare(slashed[0] ?? ''))
}

/** "HomeAbout usPublications": words of a menu that lost the space between them. */
function isGluedMenu(value: string): boolean {
  const items = value.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  const known = items.filter((item) => possible.has(bare(item)) || plain.has(bare(item))).length
  return items.length > 1 && known >= 2 && (items.length > 2 || known === items.length)
}

/** "Sign in Subscribe": several words of menus in a row at the start of a short line. */
function isRowOfButtons(words: string): boolean {
  const parts = words.split(' ')
  if (parts.length > 8) return false
  let at = 0
  let count = 0
  while (at < parts.length) {
    const step = [3, 2, 1].find((size) => possible.has(parts.slice(at, at + size).join(' ')))
    if (step === undefined) break
    at += step
    count++
  }
  return count >= 2
}
