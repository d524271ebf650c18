import type { VFile } from 'vfile'
import { positionAt } from '../../captured/captured.ts'
import { defaultLeastConfidence, isSure } from '../../captured/doubt.ts'
import { goesThroughRules } from '../../captured/media-types.ts'
import type { MediaType, Source } from '../../captured/source.ts'
import { report } from '../../diagnostics/report.ts'
import { type CharacterStep, characterSteps } from './character-steps.ts'
import { type Mend, type MendedText, type Mending, placeInSource, unmended, withMends } from './mended.ts'

/**
 * Mends the damaged characters of a captured text before it has lines, so that every rule reads words. The file has
 * the mended text then; `backToSource` takes all places back to the source once the markdown is written. Undefined when
 * there was nothing to mend: then the file is as it was. A markdown source is its author's, so what is damaged in it is
 * only reported.
 */
export function mendCharacters({ mediaType, overrides }: Source, file: VFile): Mending | undefined {
  file.data.leastConfidence = overrides.confidence ?? defaultLeastConfidence
  const off = new Set<string>(overrides.off)
  let text = unmended(String(file.value))
  for (const step of characterSteps) {
    if (off.has(step.rule)) continue
    step.report?.(file, text)
    const before = text
    for (let round = 0; step.find && round < (step.rounds ?? 1); round++) {
      const found = step.find(text.text).filter((mend) => !isKept(file, overrides.keep, text, mend))
      const sure = found.filter((mend) => isSureOf(file, step, text, mend))
      if (sure.length === 0) break
      text = withMends(text, step.rule, sure)
    }
    if (step.isTold && text !== before) tell(file, step, text, mediaType)
  }
  if (text.mends.length === 0 || !goesThroughRules({ mediaType })) return undefined
  setText(file, text.text)
  return { ...text, messages: file.messages.length, doubts: file.data.doubts?.size ?? 0 }
}

/** Gives a file another text: its table of lines is made anew. */
export function setText(file: VFile, text: string): void {
  file.value = text
  delete (file.data as { lineStarts?: number[] }).lineStarts
}

function isKept(file: VFile, keep: readonly number[], text: MendedText, { start, end }: Mend): boolean {
  if (keep.length === 0) return false
  const place = placeInSource(text, start, end)
  return keep.includes(positionAt(file, place.start, place.end).start.line)
}

/** The file still has the source's text, so that a doubtful place shows what the source has. */
function isSureOf(file: VFile, { rule }: CharacterStep, text: MendedText, mend: Mend): boolean {
  return isSure(file, { ...mend, rule, ...placeInSource(text, mend.start, mend.end) })
}

/** Says once, at the first of them, that characters of a text are read otherwise, or that an author's may be damaged. */
function tell(file: VFile, { rule }: CharacterStep, { source, text, mends }: MendedText, mediaType: MediaType): void {
  const made = mends.filter((mend) => mend.rule === rule)
  const first = made[0]
  if (!first) return
  const { start, end, at } = first
  const before = sample(source, start, end)
  const after = sample(text, at, at + first.after.length)
  const words = made.filter((mend, index) => mend.start !== made[index - 1]?.end).length
  const what = goesThroughRules({ mediaType }) ? 'is read as' : 'may be'
  const count = `${words} ${words === 1 ? 'place' : 'places'}`
  report(file, rule, `\`${before}\` ${what} \`${after}\`: ${first.evidence} (${count})`, {
    place: positionAt(file, start, end),
    actual: before,
    expected: [after],
  })
}

/** How far a word may reach to either side, in UTF-16 code units. */
const longestWord = 40

/** A stretch with the rest of the words that it stands in. */
function sample(text: string, start: number, end: number): string {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - longestWord), start))?.[0] ?? ''
  const behind = /^\S*/.exec(text.slice(end, end + longestWord))?.[0] ?? ''
  return before + text.slice(start, end) + behind
}
