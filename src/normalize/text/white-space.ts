import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { applyEdits, type RunEdit, visitRuns } from '../../captured/run.ts'

/**
 * Makes white space inside running text plain: no-break and other odd spaces become a space, several become one, and
 * characters without width go. Copied web pages are full of them; left in, they stretch lines and hide words from
 * search. It leaves alone the no-break space that groups digits, the one that French punctuation asks for, and the space
 * without width that parts the words of Khmer or Thai.
 */
export function whiteSpace() {
  return (tree: Root, file: VFile): void => {
    visitRuns(tree, file, (run) => {
      const edits: RunEdit[] = []
      for (const { index, 0: found } of run.text.matchAll(oddSpace)) {
        const end = index + found.length
        if (found.length === 1 && isWanted(run.text, index)) continue
        const after = /^[\u200B\u2060\uFEFF]+$/.test(found) ? '' : ' '
        edits.push({ rule: 'normalize:white-space-is-plain', start: index, end, after, evidence: evidenceOf(found) })
      }
      applyEdits(run, edits)
    })
  }
}

/** One odd space, or a run of two and more of any kind. */
const oddSpace =
  /[\t \u00A0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]{2,}|[\t\u00A0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]/g

/** Letters of scripts without spaces between words (Thai, Lao, Tibetan, Burmese, Khmer): there U+200B parts the words. */
const withoutSpaces = /[\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF]/

function isWanted(text: string, index: number): boolean {
  const code = text[index]
  if (code === '\u200B') return withoutSpaces.test(text[index - 1] ?? '') && withoutSpaces.test(text[index + 1] ?? '')
  if (code !== '\u00A0' && code !== '\u202F') return false
  const before = text[index - 1] ?? ''
  const after = text[index + 1] ?? ''
  if (/\d/.test(before) && /^\d{3}(?!\d)/.test(text.slice(index + 1, index + 5))) return true
  return before === '«' || /[»!?;:%€]/.test(after)
}

function evidenceOf(found: string): string {
  if (found.length > 1) return `${found.length} white-space characters in a row`
  const code = found.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} between words`
}
