import { oddWords } from '../../language/odd-words.ts'
import { codePage, reread } from './code-pages.ts'
import type { Mend } from './mended.ts'
import type { ByteEncoding } from './upper-halves.ts'

/** Encodings of Latin letters that are read as each other. */
const pairs = [
  { from: 'windows-1252', to: 'macintosh' },
  { from: 'macintosh', to: 'windows-1252' },
  { from: 'windows-1251', to: 'windows-1252' },
  { from: 'windows-1252', to: 'windows-1250' },
  { from: 'cp437', to: 'windows-1252' },
  { from: 'windows-1252', to: 'cp850' },
] as const

/** Words that no alphabet has, and different characters in them, that it takes to read a whole text otherwise. */
const least = { words: 3, signs: 2 } as const

const sure = 0.95

/**
 * Finds accents, quotation marks and dashes that were read in another encoding ("cafŽ", "donÕt"): signs inside words,
 * capitals behind small letters. All of them must be gone in the other reading. Fewer words than it
 * takes to read a whole text otherwise stay: `reportOddWords` names them.
 */
export function wrongAccents(text: string): readonly Mend[] {
  const odd = oddWords(text)
  if (odd.length === 0) return []
  const best = pairs.find(({ from, to }) => isRemedy(text, from, to))
  if (!best) return []
  const isSure =
    odd.length >= least.words && new Set(odd.flatMap((word) => word.match(/[^\0-\x7f]/g) ?? [])).size >= least.signs
  return isSure ? mendsFor(text, best.from, best.to) : []
}

/** What is beyond ASCII and no letter, mark, or sign that prose has. */
const beyondProse =
  /[^\0-\x7f\p{L}\p{M}\p{N}\p{Zs}\u00A3\u00A7\u00A9\u00AB\u00B0\u00B4\u00B7\u00BB\u2010-\u2026\u2039\u203A\u20AC\u2122]/u

/** Whether another reading has every character, and no word that is odd. */
function isRemedy(text: string, from: ByteEncoding, to: ByteEncoding): boolean {
  const page = codePage(from)
  const signs = text.match(/[^\0-\x7f]/g) ?? []
  if (!signs.every((sign) => page[sign.charCodeAt(0)])) return false
  const again = reread(text, from, to)
  return oddWords(again).length === 0 && !beyondProse.test(again)
}

function mendsFor(text: string, from: ByteEncoding, to: ByteEncoding): Mend[] {
  const evidence = `${to} that was read as ${from}`
  return [...text.matchAll(/[^\0-\x7f]/g)].flatMap(({ 0: sign, index }) => {
    const after = reread(sign, from, to)
    return after === sign ? [] : [{ start: index, end: index + 1, after, evidence, confidence: sure }]
  })
}
