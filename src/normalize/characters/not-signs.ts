import type { Mend } from './mended.ts'

/** A sign "not" behind a word: at a line's end with the next line going on in small letters, or with the line already joined. */
const behindWord = /(?<=\p{L}{2})\u00AC(?:[ \t]+(?=\p{Ll})|(?=[ \t]*(?:\r\n|\n|\r)[ \t]*\p{Ll}))/gu

/**
 * Reads the sign "not" at a line's end as the hyphen that it stands for: programs that recognize characters write it so
 * where a word is divided. In formulas the sign stands in front of what it denies, never behind a word.
 */
export function notSigns(text: string): readonly Mend[] {
  if (!text.includes('\u00AC')) return []
  return Array.from(text.matchAll(behindWord), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    after: found.length === 1 ? '\u00AD' : '',
    evidence: 'the sign stands for the hyphen of a divided word',
    confidence: 0.97,
  }))
}
