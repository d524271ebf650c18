import type { TextStyle } from '../measure/style.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { Codes } from './codes.ts'

/*
 * A page is painted before the page numbers that it prints are known: only how many digits they have decides where
 * everything stands. In place of such a number its content stream has a mark, which is filled in at the end.
 */

/** A page number that is printed on a page and not known yet. */
export interface Hole {
  /** Anchor whose page it is. */
  readonly anchor: string
  readonly style: TextStyle
  /** Room for it, in points. */
  readonly width: number
  /** Whether it stands alone on its line, at the right: then it keeps its right edge. */
  readonly alone: boolean
}

/** A byte that no operator has. */
const mark = 1

/** What stands in a content stream where a hole is. */
export const holeMark = String.fromCharCode(mark)

/** A content stream with its holes filled in. */
export function fillHoles(content: Uint8Array, holes: readonly Hole[], fill: (hole: Hole) => string): Uint8Array {
  const pieces: Uint8Array[] = []
  let copied = 0
  for (const hole of holes) {
    const start = content.indexOf(mark, copied)
    pieces.push(content.subarray(copied, start), Buffer.from(fill(hole), 'latin1'))
    copied = start + 1
  }
  return pieces.length === 0 ? content : Buffer.concat([...pieces, content.subarray(copied)])
}

/** What holes are filled in with. */
export interface PageNumbering {
  readonly pageNumbers: ReadonlyMap<string, number>
  readonly typesetter: Typesetter
  readonly codes: Codes
}

/** A hole's page number as the inside of a TJ operand. */
export function filling(
  { anchor, style, width, alone }: Hole,
  { pageNumbers, typesetter, codes }: PageNumbering,
): string {
  const word = typesetter.words(style).word(String(pageNumbers.get(anchor) ?? '?'), false)
  const shown = word.parts.map((part) => codes.operand(part, style.size)).join('')
  const missing = Math.round((width / style.size) * 1000 - word.width)
  return alone && missing !== 0 ? `${-missing}${shown}` : shown
}
