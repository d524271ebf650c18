import type { Typesetter } from '../measure/typesetter.ts'
import type { Word, WordCache } from '../measure/word.ts'
import { type Directions, levelEnd, mirrored } from './bidi.ts'
import { breaksOf, isHyphen } from './break-points.ts'
import { box, forbidden, forced, glue, hang, type Items, pushBox, pushGlue, pushPenalty, show } from './items.ts'
import { hangsAtEnd, hangsAtStart } from './protrusion.ts'
import type { Paragraph, Run } from './run.ts'
import { tie } from './tie.ts'

/** What `collect` needs besides the runs. */
export interface Collector {
  readonly typesetter: Typesetter
  readonly items: Items
  /** Whether words may be divided in this pass. */
  readonly divide: boolean
  /** Bidirectional levels of the paragraph's characters; undefined when all of it runs from left to right. */
  readonly directions: Directions | undefined
  /** Told of each character that no font has, with the index of its run. */
  missing(codePoint: number, run: number): void
}

/**
 * Turns a paragraph into boxes, glue and penalties, and ends it with a forced break. Gives back, for each run that has
 * a note, the box that the note hangs on: run, item, run, item...
 */
export function collect<Mark, Note>(paragraph: Paragraph<Mark, Note>, collector: Collector): number[] {
  let offset = 0
  const noteBoxes: number[] = []
  for (let index = 0; index < paragraph.runs.length; index++) {
    const run = paragraph.runs[index]
    if (!run) continue
    collectRun(run, index, offset, paragraph.measure, collector)
    offset += run.text.length
    if (run.note !== undefined) noteBoxes.push(index, lastBox(collector.items))
  }
  const { items } = collector
  while (items.length > 0 && items.kind[items.length - 1] === glue) items.length--
  pushPenalty(items, Math.max(0, paragraph.runs.length - 1), forced, 0, false)
  return noteBoxes
}

function lastBox(items: Items): number {
  let at = items.length - 1
  while (at > 0 && items.kind[at] !== box) at--
  return Math.max(0, at)
}

function collectRun<Mark, Note>(
  run: Run<Mark, Note>,
  index: number,
  offset: number,
  measure: number,
  collector: Collector,
): void {
  const { text } = run
  const setter: WordSetter = { run, index, cache: collector.typesetter.words(run.style), measure, collector }
  if (text === '') pushBox(collector.items, index, 0, 0)
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      space(setter, code, levelAt(collector, offset + at))
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++
    if (collector.directions) end = levelEnd(collector.directions, offset + at, offset + end) - offset
    word(setter, text.slice(at, end), levelAt(collector, offset + at))
    at = end
  }
}

function levelAt({ directions }: Collector, offset: number): number {
  return directions ? (directions.levels[offset] ?? 0) : 0
}

interface WordSetter {
  readonly run: Run<unknown, unknown>
  readonly index: number
  readonly cache: WordCache
  readonly measure: number
  readonly collector: Collector
}

function isSpace(code: number): boolean {
  return code === 32 || code === 160 || code === 10 || code === 9 || code === 13 || code === 0x2028
}

/** Space or line break: several spaces are one, and those at the start of a line are none. */
function space({ run, index, cache, collector }: WordSetter, code: number, level: number): void {
  const { items, typesetter } = collector
  if (code === 10 || code === 0x2028) {
    while (items.length > 0 && items.kind[items.length - 1] === glue) items.length--
    pushPenalty(items, index, forced, 0, false)
    return
  }
  const last = items.length - 1
  if (last < 0 || (items.kind[last] !== box && items.cost[last] === forced)) return
  if (items.kind[last] === glue) {
    if (code === 160) items.cost[last] = forbidden
    return
  }
  const width = (cache.space(items.word[last]).width * run.style.size) / 1000
  const { spaceStretch, spaceShrink } = typesetter.settings
  pushGlue(items, index, width, width * spaceStretch, width * spaceShrink, code === 160 ? forbidden : 0)
  items.level[items.length - 1] = level
}

function word(setter: WordSetter, text: string, level: number): void {
  const { collector, cache, index } = setter
  const { items } = collector
  const rtl = level % 2 === 1
  const shaped = cache.word(rtl ? mirrored(text) : text, rtl)
  for (const codePoint of shaped.missing) collector.missing(codePoint, index)
  const before = items.length - 1
  if (before > 0 && items.kind[before] === glue && items.cost[before] === 0) {
    items.cost[before] = tie(items.word[before - 1], shaped, cache.language)
  }
  if (before >= 0 && items.kind[before] === box) joint(items, index)
  const width = (shaped.width * setter.run.style.size) / 1000
  const tooWide = width > setter.measure
  if (!tooWide && (!collector.divide || rtl)) fragment(setter, shaped, 0, shaped.text.length)
  else divided(setter, shaped, tooWide)
  if (level > 0) for (let at = before + 1; at < items.length; at++) items.level[at] = level
}

/** Between two words that nothing stands between, a line may end only after a dash. */
function joint(items: Items, index: number): void {
  const text = items.word[items.length - 1]?.text ?? ''
  const last = text.charAt(text.length - 1)
  if (text.length > 1 && (isHyphen(last) || last === '—')) pushPenalty(items, index, 50, 0, isHyphen(last))
}

/** The fragments of a word, with a penalty at each place where it may be divided. */
function divided(setter: WordSetter, shaped: Word, anywhere: boolean): void {
  const { cache, run, index, collector } = setter
  let from = 0
  const breaks = breaksOf(shaped, cache.language)
  const hyphenWidth = breaks.length === 0 ? 0 : (cache.hyphen(shaped).width * run.style.size) / 1000
  for (const { at, hyphen, cost } of breaks) {
    fragment(setter, shaped, from, at, anywhere)
    const extra = hyphen ? hyphenWidth : 0
    const flagged = hyphen || isHyphen(shaped.text.charAt(at - 1))
    pushPenalty(collector.items, index, cost, extra, flagged)
    // A word that is wider than the measure cannot stay whole.
    if (!anywhere) collector.items.inside[collector.items.length - 1] = 1
    if (hyphen && !collector.directions) {
      hang(collector.items, 0, extra * hangsAtEnd(45) * collector.typesetter.settings.protrusion)
    }
    from = at
  }
  fragment(setter, shaped, from, shaped.text.length, anywhere)
}

/** Cost of cutting a word that is wider than the measure where nothing else allows it. */
const emergency = 5000

function fragment(setter: WordSetter, shaped: Word, from: number, to: number, anywhere = false): void {
  const { run, index, collector, measure } = setter
  const { items, typesetter } = collector
  const size = run.style.size / 1000
  const { edges } = shaped
  const width = ((edges[to] ?? 0) - (edges[from] ?? 0)) * size
  if (anywhere && width > measure) {
    for (let at = from; at < to; ) {
      if (at > from) pushPenalty(items, index, emergency, 0, false)
      const end = chipEnd(shaped, at, to, measure / size / 8)
      fragment(setter, shaped, at, end)
      at = end
    }
    return
  }
  const { letterFit, glyphFit } = typesetter.settings
  // Joined letters must stay joined, so in a paragraph with text from right to left they keep their distance.
  const letters = collector.directions ? 0 : (to - from) * letterFit * run.style.size
  pushBox(items, index, width, letters + width * glyphFit)
  show(items, shaped, from, to)
  // Which side a word of a mixed paragraph ends up on is not known yet, so nothing hangs there.
  if (!collector.directions) hangOver(items, shaped, from, to, size * typesetter.settings.protrusion)
}

/** End of a piece of at most the given width, in 1/1000 em, and at least one character with its marks. */
function chipEnd({ edges, text }: Word, from: number, to: number, width: number): number {
  const start = edges[from] ?? 0
  let end = from + 1
  while (end < to) {
    const splits = edges[end] === edges[end - 1] || isLowSurrogate(text.charCodeAt(end))
    if (!splits && (edges[end + 1] ?? 0) - start > width) break
    end++
  }
  return end
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

function hangOver(items: Items, { text, edges }: Word, from: number, to: number, scale: number): void {
  const start = hangsAtStart(text.charCodeAt(from))
  const end = hangsAtEnd(text.charCodeAt(to - 1))
  if (start === 0 && end === 0) return
  const first = (edges[from + 1] ?? 0) - (edges[from] ?? 0)
  const last = (edges[to] ?? 0) - (edges[to - 1] ?? 0)
  hang(items, start * first * scale, end * last * scale)
}
