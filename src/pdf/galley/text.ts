import { startsAtRight } from '../line/bidi.ts'
import { extentOf } from '../line/extent.ts'
import type { Line } from '../line/line.ts'
import { setParagraph } from '../line/set-paragraph.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { Beside, StyledRun, TextItem } from '../style/item.ts'
import type { Mark } from '../style/mark.ts'
import { baselineOf } from '../style/sheet.ts'
import type { Tag } from '../style/tag.ts'
import type { GalleySettings } from './settings.ts'
import { type LineFragment, lineAt, type Strip, stripOf } from './strip.ts'

/** What page breaks within a paragraph cost. */
const penalties = {
  /** A paragraph's first line alone at the foot of a page, or its last alone at the head of one. */
  lonelyLine: 5000,
  /** The last word of a page is divided. */
  divided: 1000,
  /** Within a heading, a caption and what is kept with it. */
  never: Infinity,
}

/** Sets a text item: one strip a line. */
export function setText(item: TextItem, settings: GalleySettings): Strip[] {
  const { runs, left, right, size, leading, tag } = item
  const hang = hangOf(item, settings)
  const measure = Math.max(settings.measure - left - right - hang, settings.measure / 4)
  const lines = linesOf(item, measure, hang, settings)
  const baseline = baselineOf(size, leading)
  // Labels and indents are at the side where the text begins.
  const turned = (item.beside.length > 0 || left !== right || hang > 0) && startsAtRight(runs)
  const place = { x: turned ? right : left + hang, y: baseline }
  // Small type keeps its own distances, large type after its first line: what follows is on the grid again.
  const onGrid = settings.grid > 0 && Math.abs(leading % settings.grid) < 0.01
  const startsOnGrid = onGrid || (settings.grid > 0 && leading > settings.grid * 2)
  return lines.map((line, index): Strip => {
    const goesOn = index < lines.length - 1
    const fragment = lineAt(place, line, tag, goesOn)
    const beside = index === 0 ? item.beside.map((text) => setBeside(text, baseline, turned, settings)) : []
    return stripOf({
      height: leading,
      penalty: index === 0 ? 0 : penaltyBefore(index, lines, item.keep > 0),
      snap: index === 0 ? startsOnGrid : onGrid,
      fragments: beside.length === 0 ? [fragment] : [...beside, fragment],
      notes: line.notes,
      anchors: index === 0 ? [...item.anchors, ...anchorsIn(line)] : anchorsIn(line),
    })
  })
}

/** How far turned lines are set in, in points. */
function hangOf({ runs, numbered, verse }: TextItem, { typesetter }: GalleySettings): number {
  const [label] = runs
  return numbered && label ? naturalLine([label], typesetter).width : (verse ?? 0)
}

function linesOf(item: TextItem, measure: number, hang: number, settings: GalleySettings): Line<Mark, string>[] {
  const { align, hyphenate, indent, verse } = item
  const texts = verse === undefined ? [item.runs] : versesOf(item.runs)
  const set = (width: number) =>
    texts.flatMap((runs) => {
      const paragraph = { runs, measure: width, indent: indent - hang, align, hyphenate }
      return setParagraph(paragraph, settings.typesetter, settings.missing)
    })
  const lines = set(measure)
  return item.balanced && lines.length > 1
    ? balanced(lines, extentOf(item.runs, settings.typesetter).min, measure, set)
    : lines
}

/** The lines in the least measure that needs no more of them; `least` is the width of the longest word. */
function balanced(
  lines: Line<Mark, string>[],
  least: number,
  measure: number,
  set: (measure: number) => Line<Mark, string>[],
): Line<Mark, string>[] {
  let [low, high] = [Math.max(least + 1, measure / 2), measure]
  let best = lines
  while (high - low > measure / 40) {
    const middle = (low + high) / 2
    const tried = set(middle)
    if (tried.length > lines.length) low = middle
    else [high, best] = [middle, tried]
  }
  return best
}

/** The lines of verse as the source has them; one without a word is a line, too. */
function versesOf(runs: readonly StyledRun[]): StyledRun[][] {
  const verses: StyledRun[][] = [[]]
  for (const run of runs) {
    if (run.text !== '\n') verses.at(-1)?.push(run)
    else if (verses.at(-1)?.length === 0) verses.splice(-1, 1, [{ ...run, text: '' }], [])
    else verses.push([])
  }
  return verses.filter((verse) => verse.length > 0)
}

function penaltyBefore(index: number, lines: readonly Line<Mark, string>[], kept: boolean): number {
  if (kept) return penalties.never
  const lonely = index === 1 || index === lines.length - 1 ? penalties.lonelyLine : 0
  return lonely + (lines[index - 1]?.divided ? penalties.divided : 0)
}

function setBeside(beside: Beside, baseline: number, turned: boolean, settings: GalleySettings): LineFragment {
  const line = naturalLine(beside.runs, settings.typesetter)
  const isOuter = beside.align === 'outer'
  const x = turned && !isOuter ? settings.measure - beside.x - line.width : beside.x
  return lineAt({ x, y: baseline, outer: isOuter }, line, beside.tag, false)
}

/** Anchors that stand within a line: those of note calls. */
export function anchorsIn(line: Line<Mark, string>): string[] {
  const anchors: string[] = []
  for (const { anchor } of line.anchors) if (anchor !== undefined) anchors.push(anchor)
  for (const { mark } of line.pieces) if (mark?.anchor !== undefined) anchors.push(mark.anchor)
  return anchors
}

const emptyLine: Line<Mark, string> = {
  pieces: [],
  width: 0,
  ratio: 0,
  hyphenated: false,
  divided: false,
  notes: [],
  anchors: [],
}

/** Runs on one line, at their natural width. */
export function naturalLine(runs: readonly StyledRun[], typesetter: Typesetter): Line<Mark, string> {
  const [line] = setParagraph({ runs, measure: Infinity, align: 'start', hyphenate: false }, typesetter)
  return line ?? emptyLine
}

/** A line of text by itself, from its left edge or, when aligned to the end, from its right one. */
export function lineFragment(
  runs: readonly StyledRun[],
  place: { readonly x: number; readonly y: number; readonly align?: 'start' | 'end' },
  tag: Tag | undefined,
  typesetter: Typesetter,
): LineFragment {
  const line = naturalLine(runs, typesetter)
  return lineAt({ x: place.align === 'end' ? place.x - line.width : place.x, y: place.y }, line, tag, false)
}
