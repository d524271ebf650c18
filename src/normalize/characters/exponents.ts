import type { VFile } from 'vfile'
import { positionAt } from '../../captured/captured.ts'
import { report } from '../../diagnostics/report.ts'
import { type MendedText, placeInSource } from './mended.ts'

/**
 * Powers of ten behind a number below ten and a sign of multiplication ("7.2 × 108"), a ten with a figure apart from it and a word behind
 * ("10 4 entries"), and the coefficient of determination ("R 2 = 0.39"). In a million words of texts without formulas
 * none of these occurs.
 */
const fallen =
  /(?<=(?<![\d.,])\d(?:[.,]\d+)?\s?)[×·]\s?10\s?[-−–]?\d{1,2}(?!\d|[.,]\d)|(?<![\d.,])10 [2-9](?=[\s.,;)]+\p{Ll})|\b[Rr] 2(?=\s*[=<>≈])/gu

/** Reports, once a line, what may be an exponent that the capture has set on the line: whether it is one, the source no longer says. */
export function reportExponents(file: VFile, text: MendedText): void {
  let line = 0
  for (const { 0: found, index } of text.text.matchAll(fallen)) {
    const { start, end } = placeInSource(text, index, index + found.length)
    const place = positionAt(file, start, end)
    if (place.start.line === line) continue
    line = place.start.line
    report(file, 'normalize:exponents-are-raised', `\`${found}\` may have an exponent that is no longer raised`, {
      place,
      actual: found,
      note: 'Compare the place with the page, and correct it by hand where it has one',
    })
  }
}
