import { type FoldedText, foldSpace, type Stretch } from './anchor.ts'

/** Words of a quotation that are looked for together. */
const shingle = 3

/**
 * The places of a text that resemble a quotation most, best first: those around which most runs of three of its words
 * stand. For short quotations single words count.
 */
export function nearestPlaces(folded: FoldedText, exact: string, count = 3): Stretch[] {
  const words = foldSpace(exact).split(' ')
  const size = Math.min(shingle, Math.max(1, words.length - 1))
  const length = foldSpace(exact).length
  const votes = new Map<number, { count: number; readonly start: number }>()
  for (let first = 0; first + size <= words.length && first < 60; first++) {
    const piece = words.slice(first, first + size).join(' ')
    const into = first === 0 ? 0 : words.slice(0, first).join(' ').length + 1
    for (const at of occurrences(folded.text, piece, 50)) {
      // Places closer together than the quotation is long are one place.
      const bucket = Math.round((at - into) / Math.max(8, length))
      const vote = votes.get(bucket)
      if (vote) vote.count++
      else votes.set(bucket, { count: 1, start: Math.max(0, at - into) })
    }
  }
  const best = [...votes.values()].toSorted((left, right) => right.count - left.count || left.start - right.start)
  return best.slice(0, count).map(({ start }) => {
    const end = Math.min(folded.text.length, start + length)
    return { start: folded.offsetOf(start), end: folded.offsetOf(end - 1) + 1 }
  })
}

function occurrences(text: string, piece: string, most: number): number[] {
  const found: number[] = []
  for (let at = text.indexOf(piece); at >= 0 && found.length < most; at = text.indexOf(piece, at + 1)) found.push(at)
  return found
}
