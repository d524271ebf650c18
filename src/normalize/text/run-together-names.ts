import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { applyEdits, isSureInRun, type Run, type RunEdit, visitRuns } from '../../captured/run.ts'

const rule = 'normalize:names-are-apart'

/**
 * Sets names apart that a web page's links held apart ("AlphaBetaGamma" was a list of three links). The evidence is in
 * the text: the pieces stand alone elsewhere in it, and a no-break space or a list shows where the links were. It
 * leaves alone names that have a capital letter inside (McNamara, YouTube), and reports what it is not sure of.
 */
export function runTogetherNames() {
  return (tree: Root, file: VFile): void => {
    const words = wordsOf(tree, file)
    if (words.candidates.size === 0) return
    visitRuns(tree, file, (run) => {
      const edits: RunEdit[] = []
      for (const { index, 0: token } of run.text.matchAll(word)) {
        const glued = words.candidates.get(token)
        if (glued) edits.push(...editsFor(run, index, glued, words))
      }
      applyEdits(run, edits)
    })
  }
}

const word = /\p{L}+/gu
const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** What the text says about words that could be glued, and about their pieces. */
interface Words {
  /** Token to its pieces. */
  readonly candidates: Map<string, readonly string[]>
  /** How often each piece stands alone. */
  readonly alone: Map<string, number>
  /** "A B" for pieces that stand next to each other with white space between them. */
  readonly pairs: Set<string>
  /** How often each candidate occurs. */
  readonly counts: Map<string, number>
}

function wordsOf(tree: Root, file: VFile): Words {
  const acronyms = new Set<string>()
  const counts = new Map<string, number>()
  const texts: string[] = []
  visitRuns(tree, file, ({ text }) => {
    texts.push(text)
    for (const [token] of text.matchAll(word)) {
      if (token.length > 2 && token.length < 9 && token === token.toUpperCase()) acronyms.add(token)
      if (hump.test(token) || isCapitals(token)) counts.set(token, (counts.get(token) ?? 0) + 1)
    }
  })
  const candidates = new Map<string, readonly string[]>()
  for (const token of counts.keys()) {
    const pieces = isCapitals(token) ? splitCapitals(token, acronyms) : token.split(hump)
    if (pieces.length > 1 && pieces.every((piece) => piece.length > 2)) candidates.set(token, pieces)
  }
  return { candidates, counts, ...occurrences(texts, new Set([...candidates.values()].flat())) }
}

function isCapitals(token: string): boolean {
  return token.length >= 6 && token.length <= 16 && token === token.toUpperCase()
}

/** Two acronyms of which the text has at least one by itself. */
function splitCapitals(token: string, acronyms: ReadonlySet<string>): readonly string[] {
  for (let at = 3; at <= token.length - 3; at++) {
    const pieces = [token.slice(0, at), token.slice(at)]
    if (pieces.some((piece) => acronyms.has(piece))) return pieces
  }
  return [token]
}

function occurrences(texts: readonly string[], pieces: ReadonlySet<string>) {
  const alone = new Map<string, number>()
  const pairs = new Set<string>()
  for (const text of pieces.size === 0 ? [] : texts) {
    let before = ''
    let end = -1
    for (const { index, 0: token } of text.matchAll(word)) {
      const isPiece = pieces.has(token)
      if (isPiece) alone.set(token, (alone.get(token) ?? 0) + 1)
      if (isPiece && before && /^\s+$/.test(text.slice(end, index))) pairs.add(`${before} ${token}`)
      before = isPiece ? token : ''
      end = index + token.length
    }
  }
  return { alone, pairs }
}

/** The separators to put into one token; none when the evidence is not enough. */
function editsFor(run: Run, index: number, pieces: readonly string[], words: Words): RunEdit[] {
  const token = pieces.join('')
  const end = index + token.length
  const known = pieces.filter((piece) => words.alone.has(piece)).length
  const isMarked = /[\u00A0\u202F]/.test(`${run.text[index - 1] ?? ''}${run.text[end] ?? ''}`)
  const isListed =
    /[,(:;]\s*$/.test(run.text.slice(Math.max(0, index - 8), index)) &&
    /^(?:,|\s*\)|\s+\p{L}{1,4}\s+\p{Lu})/u.test(run.text.slice(end, end + 40))
  const joined = pieces.slice(1).map((piece, at) => words.pairs.has(`${pieces[at]} ${piece}`))
  const isPhrase = joined.every(Boolean)
  const isEnough = known * 2 > pieces.length || (known * 2 === pieces.length && isMarked)
  if (known === 0 || (words.counts.get(token) ?? 0) > 2) return []
  const isClear = isEnough && (isPhrase || isListed) && (pieces.length > 2 || isMarked || isListed)
  if (!isClear && !isMarked && !isListed) return []
  const evidence = `${known} of ${pieces.length} pieces stand alone in the text${isMarked ? ', a no-break space shows a link' : ''}`
  const confidence = isClear ? Math.min(0.98, 0.6 + (0.3 * known) / pieces.length + (isMarked ? 0.1 : 0)) : 0.5
  const whole = pieces.reduce((text, piece, at) => `${text}${joined[at - 1] ? ' ' : ', '}${piece}`)
  if (!isSureInRun(run, { rule, start: index, end, after: whole, evidence, confidence })) return []
  let at = index
  return pieces.slice(1).map((_, order) => {
    at += pieces[order]?.length ?? 0
    const after = joined[order] ? ' ' : ', '
    return { rule, start: at, end: at, after, evidence, confidence } satisfies RunEdit
  })
}
