import type { Root } from 'mdast'
import type { Line } from '../../captured/line.ts'
import { endsInFunctionWord } from '../../language/words/function-words.ts'
import { beginningOf, endingOf } from './punctuation.ts'
import { widthOf } from './width.ts'
import { edgeOf, reachOf, type Wrapping } from './wrapping.ts'

/*
 * Justified lines whose spaces were stretched so far that a reader of the page took each word for a line of its own,
 * often with a blank line between two. Together the words fill one line, in the middle of a sentence.
 */

/** Words of the longest piece of such a line. */
const mostWords = 2
/** Fewest pieces: two short lines stand below each other for many reasons. */
const fewest = 3
/** What the pieces fill of the measure: stretched spaces are wider than those that they are measured with here. */
const leastFilled = 0.7
const mostFilled = 1.04
/** Share of the pieces that begin in small letters, if there are any; names below each other have none. */
const leastSmall = 0.4
/** Characters of a line of running text that begins with a capital. */
const running = 30
/** Share of the least reach from which on the line above counts as full. */
const full = 0.95

/** The words of one line, which stand on lines of their own. */
export interface SpreadLine {
  readonly pieces: readonly Line[]
  /** The line below, where the sentence goes on in it. */
  readonly below: Line | undefined
}

/** The spread lines of a text, in order. */
export function spreadLinesIn(tree: Root, wrapping: Wrapping, language: string): SpreadLine[] {
  const found: SpreadLine[] = []
  if (!wrapping.hardWrapped) return found
  const nodes = tree.children
  for (let from = 0; from < nodes.length; from++) {
    const pieces = piecesFrom(nodes, from)
    if (pieces.length < fewest) continue
    const above = nodes[from - 1]
    if (isSpread(pieces, above?.type === 'line' ? above : undefined, { wrapping, language })) {
      const below = nodes[from + pieces.length]
      found.push({ pieces, below: below?.type === 'line' && goesOnBelow(pieces.at(-1), below) ? below : undefined })
    }
    from += pieces.length - 1
  }
  return found
}

function piecesFrom(nodes: Root['children'], from: number): Line[] {
  const pieces: Line[] = []
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'line' || node.value.split(' ').length > mostWords) break
    if (pieces[0] && node.data?.page !== pieces[0].data?.page) break
    pieces.push(node)
  }
  return pieces
}

/** The last piece is at the right edge, so a line of text goes on with a sentence that is not over; a running head doesn't. */
function goesOnBelow(last: Line | undefined, below: Line): boolean {
  if (endingOf(last?.value ?? '') !== 'open') return false
  return beginningOf(below.value) === 'lower' || below.value.length >= running
}

function isSpread(pieces: readonly Line[], above: Line | undefined, text: { wrapping: Wrapping; language: string }) {
  const { wrapping, language } = text
  const [first] = pieces
  if (!first) return false
  const filled = widthOf(pieces.map(({ value }) => value).join(' '), wrapping.model) / wrapping.measure
  if (filled < leastFilled || filled > mostFilled) return false
  const small = pieces.filter(({ value }) => beginningOf(value) === 'lower').length
  if (small < leastSmall * pieces.length) return false
  return endsInFunctionWord(first.value, language) || (above !== undefined && goesInto(above, first, text))
}

/** Whether a full line in the middle of a sentence stands above. */
function goesInto(above: Line, first: Line, { wrapping, language }: { wrapping: Wrapping; language: string }): boolean {
  if (endingOf(above.value) !== 'open') return false
  if (edgeOf(above, wrapping) < 0.6 * wrapping.measure) return false
  return reachOf(above, first, wrapping) >= full * wrapping.leastReach || endsInFunctionWord(above.value, language)
}
