import type { VFile } from 'vfile'
import { positionAt } from '../../captured/captured.ts'
import { report } from '../../diagnostics/report.ts'
import { placedOddWords } from '../../language/odd-words.ts'
import { type MendedText, placeInSource } from './mended.ts'

/** Reports words that no alphabet has, once a line: no reading of their bytes was sure enough to mend them. */
export function reportOddWords(file: VFile, text: MendedText): void {
  let line = 0
  for (const { word, index } of placedOddWords(text.text)) {
    const { start, end } = placeInSource(text, index, index + word.length)
    const place = positionAt(file, start, end)
    if (place.start.line === line) continue
    line = place.start.line
    report(
      file,
      'normalize:words-have-one-alphabet',
      `\`${word}\` is a word in no alphabet: it may have been decoded wrongly`,
      {
        place,
        actual: word,
        note: 'Capture the text again in its own encoding, or correct the word by hand',
      },
    )
  }
}
