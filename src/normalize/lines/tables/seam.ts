import { endsInFunctionWord } from '../../../language/words/function-words.ts'
import { beginningOf, endingOf, firstWordOf } from '../../evidence/punctuation.ts'
import { isFigure } from './kind.ts'

/** Two pieces of text, one after the other, which may be one cell or two. */
export interface Seam {
  readonly before: string
  readonly after: string
  readonly writing: Writing
}

/** How the cells of a table are written. */
export interface Writing {
  readonly language: string
  /** Whether cells begin in small letters, so that a small letter does not tell that a cell goes on. */
  readonly isLower: boolean
}

/** Share of texts in small letters beyond which cells begin so. */
const mostLower = 0.75

/** How the cells of a table are written, judging by texts most of which begin cells. */
export function writingOf(starts: readonly string[], language: string): Writing {
  const lower = starts.filter((text) => beginningOf(text) === 'lower').length
  const upper = starts.filter((text) => beginningOf(text) === 'upper').length
  return { language, isLower: lower > mostLower * (lower + upper) }
}

const splitWord = /[\p{L}\p{N}][-\u00AD\u2010\u058A]$/u

/** Whether a piece ends with the hyphen of a word that goes on. */
export function endsSplit(text: string): boolean {
  return splitWord.test(text)
}

/** What speaks against two pieces being one cell, 0 to 1. */
export function joinCost({ before, after, writing }: Seam): number {
  if (endsSplit(before)) return beginningOf(after) === 'lower' ? 0 : 0.2
  if (endsOpen(before, writing.language)) return 0.2
  if (beginningOf(after) === 'lower') return writing.isLower ? 0.6 : 0.1
  if (after.startsWith('(')) return 0.3
  return endingOf(before) === 'sentence' ? 1.1 : 0.9
}

/** What speaks against a line end in a cell where the next word had room. */
const hadRoom = 0.6
/** Share of its column's width that a cell with the next word must have left for the word to have had room. */
export const room = 0.85
/** What speaks against two figures in one cell, and against a figure at the end of words. */
const twoFigures = 2.5
const figureBelow = 1.5

/** What speaks against two pieces that stand under each other being one cell of a column so many characters wide. */
export function wrapCost(seam: Seam, width: number): number {
  const { before, after } = seam
  if (isFigure(after) && !/^\d{4}$/.test(after)) return isFigure(before) ? twoFigures : figureBelow
  const cost = joinCost(seam)
  if (endsSplit(before) || (beginningOf(after) === 'lower' && !seam.writing.isLower)) return cost
  const fits = before.length + 1 + firstWordOf(after).length <= room * width
  return fits ? cost + hadRoom : Math.min(cost, 0.5)
}

/** What speaks against two pieces being two cells. */
export function breakCost({ before, after, writing }: Seam): number {
  if (endsSplit(before)) return 2
  if (endsOpen(before, writing.language)) return 0.6
  return beginningOf(after) === 'lower' && !writing.isLower ? 0.5 : 0
}

function endsOpen(text: string, language: string): boolean {
  return /[,&/(]$/.test(text) || endsInFunctionWord(text, language)
}
