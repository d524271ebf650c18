import type { Mend } from './mended.ts'

const softHyphen = '\u00AD'

/** How sure the readings of a soft hyphen are, by what stands around it. */
const sureOf = { dash: 0.95, division: 0.99, either: 0.5 } as const

/**
 * Resolves soft hyphens within lines. Inside a word they only say where it may be divided, so they go. Some programs
 * write them for every hyphen: between figures, and in front of a capital, they are one. In a text that does, those
 * between small letters may be hyphens, too; they stay and are reported. At line ends the rules on lines decide.
 */
export function softHyphens(text: string): readonly Mend[] {
  if (!text.includes(softHyphen)) return []
  const places = [...text.matchAll(/\u00AD+/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
  const isDashText = places.some(({ start, end }) => kindAt(text, start, end) === 'dash')
  return places.flatMap(({ start, end }): Mend[] => {
    const kind = kindAt(text, start, end)
    if (kind === 'line-end') return []
    if (kind === 'dash') {
      const evidence = 'a soft hyphen between figures or in front of a capital stands for a hyphen'
      return [{ start, end, after: '-', evidence, confidence: sureOf.dash }]
    }
    if (kind === 'division' && !isDashText) {
      const evidence = 'a soft hyphen inside a line only says where the word may be divided'
      return [{ start, end, after: '', evidence, confidence: sureOf.division }]
    }
    const evidence = 'a soft hyphen, which nobody can see, may stand for a hyphen here as it does elsewhere in the text'
    return isDashText ? [{ start, end, after: '-', evidence, confidence: sureOf.either }] : []
  })
}

function kindAt(text: string, start: number, end: number): 'dash' | 'division' | 'line-end' | 'other' {
  const [before, behind] = [text[start - 1] ?? '\n', text[end] ?? '\n']
  if (/[\r\n\f]/.test(behind) || /^[ \t]+[\r\n\f]/.test(text.slice(end, end + 8))) return 'line-end'
  if (/\p{N}/u.test(before) && /[\p{N}\p{L}]/u.test(behind)) return 'dash'
  if (/\p{L}/u.test(before) && /\p{N}/u.test(behind)) return 'dash'
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(behind)) return 'dash'
  return /[\p{L}\p{M}]/u.test(before) && /[\p{L}\p{M}]/u.test(behind) ? 'division' : 'other'
}
