import type { PrintedLine } from './printed-lines.ts'

/** What can be counted about the lines and pages of a printed text. Only justified lines count as lines. */
export interface PageQuality {
  lines: number
  /** Sum of 100 times the cube of how far spaces are off their natural width, in units of half of it, at most 10,000 a line. */
  badness: number
  /** Lines whose spaces are wider than 1.5 times their natural width. */
  loose: number
  /** Lines whose spaces are narrower than 0.7 times their natural width. */
  tight: number
  /** White that comes down through three lines of a paragraph, from space to space: a river, however narrow. */
  rivers: number
  /** Lines that end with a divided word, and those of them that are the third in a row or more. */
  hyphens: number
  ladders: number
  /** Last lines of paragraphs at the head of a page, first lines at its foot, headings without text under them. */
  widows: number
  orphans: number
  stranded: number
}

/** The running text of a print: its commonest type, between the commonest edges of its lines. */
interface Body {
  readonly height: number
  readonly leading: number
  readonly space: number
  readonly isFull: (line: PrintedLine) => boolean
}

/** Measures the running text of a print, all of it in the same way whoever made it. */
export function measurePrint(lines: readonly PrintedLine[]): PageQuality {
  const body = bodyOf(lines)
  const quality = countLines(lines, body)
  const pages = byPage(lines)
  for (const [index, page] of pages.entries()) {
    const text = page.filter(({ height }) => height === body.height)
    const next = pages[index + 1]?.filter(({ height }) => height === body.height) ?? []
    if (goesOn(text, next, body)) {
      if (isLonely(next[0], next[1], body) && next[0] && !body.isFull(next[0])) quality.widows++
      if (isLonely(text.at(-1), text.at(-2), body) && !isFollowed(text.at(-1), page, body)) quality.orphans++
    }
    if (next.length > 0 && isStranded(page, body)) quality.stranded++
  }
  return quality
}

function byPage(lines: readonly PrintedLine[]): PrintedLine[][] {
  const pages: PrintedLine[][] = []
  for (const line of lines) (pages[line.page - 1] ??= []).push(line)
  return Array.from(pages, (page) => page ?? [])
}

function bodyOf(lines: readonly PrintedLine[]): Body {
  const height = commonest(lines.flatMap((line) => line.words.map(() => line.height)))
  const text = lines.filter((line) => line.height === height && line.words.length > 4)
  const right = edges(text, (line) => line.words.at(-1)?.to ?? 0)
  const left = edges(text, (line) => line.words[0]?.from ?? 0)
  const near = (value: number, all: readonly number[]) => all.some((edge) => Math.abs(value - edge) < 4)
  const isFull = (line: PrintedLine) => near(line.words.at(-1)?.to ?? 0, right)
  const isWhole = (line: PrintedLine) => near(line.words[0]?.from ?? 0, left)
  const ragged = text.filter((line) => isWhole(line) && !isFull(line))
  const steps = text.flatMap((line, index) => {
    const step = line.foot - (text[index - 1]?.foot ?? 0)
    return line.page === text[index - 1]?.page && step > 1 ? [Math.round(step * 10) / 10] : []
  })
  return { height, leading: commonest(steps), space: median(ragged.flatMap(gapsOf)), isFull }
}

/** The one or two commonest places of an edge: left-hand and right-hand pages may differ. */
function edges(lines: readonly PrintedLine[], place: (line: PrintedLine) => number): number[] {
  const first = commonest(lines.map((line) => Math.round(place(line))))
  const rest = lines.filter((line) => Math.abs(place(line) - first) > 8)
  const second = commonest(rest.map((line) => Math.round(place(line))))
  const share = rest.filter((line) => Math.abs(place(line) - second) < 4).length / lines.length
  return share > 0.2 ? [first, second] : [first]
}

function gapsOf({ words }: PrintedLine): number[] {
  return words.slice(1).map(({ from }, index) => from - (words[index]?.to ?? from))
}

function countLines(lines: readonly PrintedLine[], body: Body): PageQuality {
  const zero = { lines: 0, badness: 0, loose: 0, tight: 0, rivers: 0, hyphens: 0, ladders: 0 }
  const quality: PageQuality = { ...zero, widows: 0, orphans: 0, stranded: 0 }
  let above: readonly White[] = []
  let inRow = 0
  let last: PrintedLine | undefined
  for (const line of lines) {
    const counts = line.height === body.height && line.words.length > 2 && body.isFull(line) && !hasLeader(line)
    if (!counts || !isUnder(line, last, body)) above = []
    last = line
    if (!counts) {
      inRow = 0
      continue
    }
    const spaces = spacesOf(line, body)
    const share = median(spaces.map(({ from, to }) => to - from)) / body.space
    quality.lines++
    quality.badness += Math.min(10000, 100 * Math.abs((share - 1) / 0.5) ** 3)
    if (share > 1.5) quality.loose++
    if (share < 0.7) quality.tight++
    const isDivided = /[\p{L}][-\u00ad\u2010]$/u.test(line.words.at(-1)?.text ?? '')
    inRow = isDivided ? inRow + 1 : 0
    if (isDivided) quality.hyphens++
    if (inRow > 2) quality.ladders++
    above = whiteUnder(spaces, above)
    quality.rivers += above.filter(({ depth }) => depth === 3).length
  }
  return quality
}

/** Whether a line leads the eye from an entry to its page with dots: contents, no running text. */
function hasLeader({ words }: PrintedLine): boolean {
  return words.filter(({ text }) => /^[.\u00b7\u2026]+$/.test(text)).length > 2
}

/** Whether a line is the next one of the same paragraph, with nothing but the usual leading between. */
function isUnder(line: PrintedLine, above: PrintedLine | undefined, { leading }: Body): boolean {
  return above !== undefined && line.page === above.page && Math.abs(line.foot - above.foot - leading) < 1
}

interface Space {
  readonly from: number
  readonly to: number
}

/** The spaces of a line. A note call stands close to its word: what is between them is no space. */
function spacesOf({ words }: PrintedLine, body: Body): Space[] {
  const gaps = words.slice(1).map(({ from: to }, index) => ({ from: words[index]?.to ?? to, to }))
  return gaps.filter(({ from, to }) => to - from > body.space * 0.45)
}

/** A space that white has come down to, through so many lines, its own among them. */
interface White extends Space {
  readonly depth: number
}

/** White goes on from a space to one under it when they overlap by half of the narrower one or more. */
function whiteUnder(spaces: readonly Space[], above: readonly White[]): White[] {
  return spaces.map(({ from, to }) => {
    const over = above.filter(
      (gap) => Math.min(gap.to, to) - Math.max(gap.from, from) >= Math.min(gap.to - gap.from, to - from) / 2,
    )
    return { from, to, depth: 1 + Math.max(0, ...over.map(({ depth }) => depth)) }
  })
}

/** Whether the text goes on from the last line of a page to the first of the next. */
function goesOn(text: readonly PrintedLine[], next: readonly PrintedLine[], body: Body): boolean {
  const last = text.at(-1)
  return (
    last !== undefined && next.length > 0 && body.isFull(last) && !/[.!?:”’)\d]$/.test(last.words.at(-1)?.text ?? '')
  )
}

/** Whether a line has no line of its paragraph next to it on its page. */
function isLonely(line: PrintedLine | undefined, other: PrintedLine | undefined, { leading }: Body): boolean {
  return line !== undefined && (!other || Math.abs(Math.abs(line.foot - other.foot) - leading) > 1)
}

/** Whether something stands close under a line: the table of a caption, a list under its heading. Notes keep a distance. */
function isFollowed(line: PrintedLine | undefined, page: readonly PrintedLine[], { leading }: Body): boolean {
  return page.some(({ foot }) => line && foot > line.foot + 1 && foot < line.foot + leading * 2.1)
}

/** Whether the last thing above the notes of a page is larger than its text, with nothing under it: a heading. */
function isStranded(page: readonly PrintedLine[], body: Body): boolean {
  const last = page.filter((line) => line.height >= body.height).at(-1)
  return last !== undefined && last.height > body.height * 1.1 && !isFollowed(last, page, body)
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1
}
