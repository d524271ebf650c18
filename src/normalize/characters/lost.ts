import type { VFile } from 'vfile'
import { positionAt } from '../../captured/captured.ts'
import { report } from '../../diagnostics/report.ts'
import type { MendedText } from './mended.ts'

/** The replacement character, with the word around it. */
const damaged = /[^\s\uFFFD]{0,40}\uFFFD\S{0,40}/gu

/**
 * Reports characters that were lost before the text was captured: whoever decoded it put U+FFFD, which stands for any
 * character, in their place. Nobody can know which they were, so each line that has one is named.
 */
export function reportLost(file: VFile, { source }: MendedText): void {
  if (!source.includes('\uFFFD')) return
  let line = 0
  for (const { 0: word, index } of source.matchAll(damaged)) {
    const place = positionAt(file, index, index + word.length)
    if (place.start.line === line) continue
    line = place.start.line
    report(file, 'normalize:no-character-is-lost', `Unexpected U+FFFD in \`${word}\`: a character was lost there`, {
      place,
      actual: word,
      note: 'Capture the text again in its own encoding, or correct the word by hand',
    })
  }
}
