import type { Fragment, LineFragment } from '../galley/strip.ts'
import { naturalLine } from '../galley/text.ts'
import type { Typesetter } from '../measure/typesetter.ts'

/** Puts the page numbers into a fragment that prints any; a number that stands alone keeps its right edge. */
export function filled(fragment: Fragment, pageNumbers: ReadonlyMap<string, number>, typesetter: Typesetter): Fragment {
  if (fragment.kind !== 'line' || !fragment.line.pieces.some((piece) => piece.mark?.pageOf !== undefined))
    return fragment
  const line = filledLine(fragment.line, pageNumbers, typesetter)
  const alone = fragment.line.pieces.length === 1
  return { ...fragment, line, x: alone ? fragment.x + fragment.line.width - line.width : fragment.x }
}

function filledLine(line: LineFragment['line'], pageNumbers: ReadonlyMap<string, number>, typesetter: Typesetter) {
  let added = 0
  const pieces = line.pieces.map((piece) => {
    const moved = added === 0 ? piece : { ...piece, x: piece.x + added }
    const anchor = piece.mark?.pageOf
    if (anchor === undefined) return moved
    const text = String(pageNumbers.get(anchor) ?? '?')
    const number = naturalLine([{ text, style: piece.style }], typesetter).pieces[0]
    if (!number) return moved
    const width = number.width * piece.scale + piece.tracking * text.length
    added += width - piece.width
    return { ...moved, words: number.words, face: number.face, width }
  })
  return { ...line, pieces, width: line.width + added }
}
