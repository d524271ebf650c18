import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { beginningOf } from '../../evidence/punctuation.ts'
import { pairCount } from '../../evidence/word-pairs.ts'
import { type Cell, cellAt } from './cell.ts'
import { type Kind, kindOf } from './kind.ts'
import { endsSplit } from './seam.ts'

/** What a column asks of its cells: figures, words, or nothing in particular, as in the head. */
export type Wanted = 'figure' | 'text' | 'any'

/** A line as words, for cutting it into cells. */
export interface WordLine {
  readonly line: Line
  /** First index and one past the last index of each word in the line's value. */
  readonly words: readonly (readonly [number, number])[]
  /** What speaks against a cut before each word. */
  readonly cuts: readonly number[]
  /** What speaks against no cut before any of the words up to each. */
  readonly inner: readonly number[]
  /** The kinds of stretches of words that have been asked for. */
  readonly kinds: Kind[]
  /** What has been found already, by the wanted kinds. */
  readonly found: Map<string, Split | undefined>
}

/** A line cut into cells, and what speaks against it. */
export interface Split {
  readonly cost: number
  readonly cells: readonly Cell[]
}

/** Most words of a line that is cut into cells; what has more is text. */
const mostWords = 24
/** Most words of a figure with its unit. */
const mostInFigure = 5

/** What speaks against a cell that has a wide space in it. */
const acrossGap = 1

/** What speaks against a cell of some text in a column of each kind. */
export function kindCosts(text: string): Readonly<Record<Wanted, number>> {
  const kind = kindOf(text)
  const isYear = kind === 'figure' && /^\d{4}$/.test(text)
  return {
    any: costOfKind(kind, isYear, 'any'),
    figure: costOfKind(kind, isYear, 'figure'),
    text: costOfKind(kind, isYear, 'text'),
  }
}

function costOfKind(kind: Kind, isYear: boolean, wanted: Wanted): number {
  if (wanted === 'any') return kind === 'text' || isYear ? 0 : 0.4
  if (wanted === 'figure') return kind === 'figure' ? 0 : kind === 'missing' ? 0.05 : 2
  return kind === 'text' ? 0 : kind === 'missing' ? 0.3 : 1.2
}

/** A line as words; undefined when it has so many that it cannot be a row. */
export function wordLineOf(file: VFile, line: Line): WordLine | undefined {
  const words: [number, number][] = []
  for (const { index, 0: word } of line.value.matchAll(/\S+/g)) {
    words.push([index, index + word.length])
    if (words.length > mostWords) return undefined
  }
  const texts = words.map(([from, to]) => line.value.slice(from, to))
  const gaps = texts.map((word, at) => {
    const space = (words[at]?.[0] ?? 0) - (words[at - 1]?.[1] ?? 0)
    if (at === 0 || space > 1) return [0, at === 0 ? 0 : acrossGap]
    return gapCosts(file, texts[at - 1] ?? '', word)
  })
  let sum = 0
  const inner = gaps.map(([, none = 0]) => (sum += none))
  return { line, words, cuts: gaps.map(([cut = 0]) => cut), inner, kinds: [], found: new Map() }
}

/** What speaks against a cut between two words, and against none there. */
function gapCosts(file: VFile, before: string, after: string): readonly [cut: number, none: number] {
  const isLower = beginningOf(after) === 'lower'
  const isAmount = /\d/.test(after)
  if (/\d/.test(before)) return isAmount ? [0.05, 0.3] : isLower ? [0.8, 0] : [0.1, 0.7]
  if (isAmount) return [0.2, beginningOf(after) === 'digit' && after.length < 3 ? 0.25 : 0.5]
  if (endsSplit(before)) return isLower ? [0.6, 0.3] : [0, 0.8]
  const known = Math.log2(Math.max(1, pairCount(file, before, after)))
  const open = endsInFunctionWord(before, evidenceOf(file).language) ? 1 : 0
  const isNew = beginningOf(after) === 'upper' && /\p{Ll}$/u.test(before) && open === 0
  return [(isNew ? 0.15 : 0.35) + 0.25 * known + open + (isLower ? 0.7 : 0), isNew && known < 1.6 ? 0.3 : 0]
}

/** The best way to cut a line into cells of the wanted kinds; undefined when it has too few words. */
export function splitLine(words: WordLine, wanted: readonly Wanted[]): Split | undefined {
  const key = wanted.join(' ')
  if (!words.found.has(key)) words.found.set(key, findSplit(words, wanted))
  return words.found.get(key)
}

/** What speaks against a stretch of words being a cell, by its kind; kinds are found once for each stretch. */
function stretchCost({ line, words, kinds }: WordLine, from: number, to: number, wanted: Wanted): number {
  if (to - from > mostInFigure) return wanted === 'figure' ? 2 : 0
  const at = from * mostInFigure + to - from - 1
  const start = words[from]?.[0] ?? 0
  const end = words[to - 1]?.[1] ?? 0
  kinds[at] ??= kindOf(line.value.slice(start, end))
  const isYear = end - start === 4 && to === from + 1 && /^\d{4}$/.test(line.value.slice(start, end))
  return costOfKind(kinds[at], isYear, wanted)
}

function findSplit(row: WordLine, wanted: readonly Wanted[]): Split | undefined {
  const { line, words, cuts, inner } = row
  const count = words.length
  if (count < wanted.length) return undefined
  let best: (Step | undefined)[] = [{ cost: 0, from: 0 }]
  const steps: (Step | undefined)[][] = []
  wanted.forEach((kind, cell) => {
    const next: (Step | undefined)[] = []
    for (let to = cell + 1; to <= count - (wanted.length - cell - 1); to++) {
      const least = kind === 'figure' ? Math.max(cell, to - mostInFigure) : cell
      for (let from = least; from < to; from++) {
        const before = best[from]
        if (!before) continue
        const whole = (inner[to - 1] ?? 0) - (inner[from] ?? 0)
        const cost = before.cost + (from > 0 ? (cuts[from] ?? 0) : 0) + whole + stretchCost(row, from, to, kind)
        const known = next[to]
        if (!known || cost < known.cost) next[to] = { cost, from }
      }
    }
    steps.push(next)
    best = next
  })
  const last = best[count]
  if (!last) return undefined
  const cells: Cell[] = []
  for (let cell = wanted.length - 1, to = count; cell >= 0; cell--) {
    const from = steps[cell]?.[to]?.from ?? 0
    cells.unshift(cellAt(line, words[from]?.[0] ?? 0, words[to - 1]?.[1] ?? 0))
    to = from
  }
  return { cost: last.cost, cells }
}

interface Step {
  readonly cost: number
  readonly from: number
}
