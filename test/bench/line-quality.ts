import type { Line } from '../../src/pdf/line/line.ts'

/** What can be counted about how even lines are. Only justified lines count: not the last of a paragraph. */
export interface LineQuality {
  lines: number
  /** Sum of 100 times the cube of how far spaces are off their natural width, in units of half of it, at most 10,000 a line. */
  badness: number
  /** Lines whose spaces are wider than 1.5 times, and twice, their natural width. */
  loose: number
  veryLoose: number
  /** Lines whose spaces are narrower than 0.7 times their natural width. */
  tight: number
  /** Lines that stick out by more than half a point. */
  overfull: number
  hyphens: number
  /** Third and further hyphens in a row. */
  ladders: number
  /** Last lines shorter than a twelfth of the measure. */
  runts: number
  /** Spaces that lie under a space of the line above for the third line in a row or more. */
  rivers: number
}

export function emptyQuality(): LineQuality {
  const zero = { lines: 0, badness: 0, loose: 0, veryLoose: 0, tight: 0, overfull: 0 }
  return { ...zero, hyphens: 0, ladders: 0, runts: 0, rivers: 0 }
}

/** Adds the lines of one paragraph. */
export function addParagraph(quality: LineQuality, lines: readonly Line<unknown, unknown>[], measure: number): void {
  let inRow = 0
  let above: Gap[] = []
  lines.forEach((line, index) => {
    inRow = line.hyphenated ? inRow + 1 : 0
    if (line.hyphenated) quality.hyphens++
    if (inRow > 2) quality.ladders++
    if (line.width > measure + 0.5) quality.overfull++
    const gaps = gapsOf(line)
    above = deepened(gaps, above)
    quality.rivers += above.filter((gap) => gap.depth === 3).length
    if (index < lines.length - 1) addSpaces(quality, line)
    else if (lines.length > 1 && line.width < measure / 12) quality.runts++
  })
}

function addSpaces(quality: LineQuality, line: Line<unknown, unknown>): void {
  const space = line.pieces.flatMap((piece) => spaceOf(piece) ?? [])[0]
  const share = space ?? 2
  quality.lines++
  if (share > 1.5) quality.loose++
  if (share > 2) quality.veryLoose++
  if (share < 0.7) quality.tight++
  quality.badness += Math.min(10000, 100 * Math.abs((share - 1) / 0.5) ** 3)
}

/** Width of a piece's spaces as a multiple of their natural width. */
function spaceOf(piece: Line<unknown, unknown>['pieces'][number]): number | undefined {
  const space = piece.words.find((shaped) => shaped.space)
  return space && 1 + piece.spacing / ((space.width * piece.style.size) / 1000)
}

interface Gap {
  readonly from: number
  readonly to: number
  /** How many lines the white has come down through, this one included. */
  readonly depth: number
}

function gapsOf(line: Line<unknown, unknown>): Gap[] {
  const gaps: Gap[] = []
  for (const piece of line.pieces) {
    let x = piece.x
    for (const shaped of piece.words) {
      let width = (piece.scale * shaped.width * piece.style.size) / 1000 + shaped.glyphs.length * piece.tracking
      if (shaped.space) {
        width += piece.spacing
        gaps.push({ from: x, to: x + width, depth: 1 })
      }
      x += width
    }
  }
  return gaps
}

/** A gap goes on from one above when they overlap by at least half of the narrower one. */
function deepened(gaps: readonly Gap[], above: readonly Gap[]): Gap[] {
  return gaps.map((gap) => {
    const over = above.filter((other) => {
      const overlap = Math.min(gap.to, other.to) - Math.max(gap.from, other.from)
      return overlap >= Math.min(gap.to - gap.from, other.to - other.from) / 2
    })
    return { ...gap, depth: 1 + Math.max(0, ...over.map((other) => other.depth)) }
  })
}
