import type { Hyphenator } from '../../language/hyphenation/hyphenate.ts'

/** A compound's part up to its first hyphen, or a word up to a dash without spaces. */
const part = /^[^\p{L}\p{N}]*[\p{L}\p{N}]{2,}[-\u2010](?=\p{L})|^[^\s\u2014\u2013]+[\u2014\u2013](?=\S)/u
/** Shortest word that is divided. */
const shortest = 5

/**
 * What of a text would have gone onto the line before if there had been room: its first word, or the part of the word
 * before its first hyphen, or its first syllable with a hyphen when words are divided.
 */
export function firstPieceOf(text: string, hyphenate?: Hyphenator): string {
  const word = /^\S{1,60}/.exec(text)?.[0] ?? ''
  const piece = part.exec(word)?.[0] ?? word
  const [whole = '', before = '', letters = ''] = hyphenate ? (/^([^\p{L}]*)(\p{L}+)/u.exec(piece) ?? []) : []
  if (!hyphenate || letters.length < shortest) return piece
  const place = hyphenate(letters)[0]
  return place === undefined || whole.length < letters.length ? piece : `${before}${letters.slice(0, place)}-`
}
