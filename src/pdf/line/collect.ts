import type { Typesetter } from '../measure/typesetter.ts'
import type { Word, WordCache } from '../measure/word.ts'
import { type Directions, levelEnd, mirrored } from './bidi.ts'
import { breaksOf, isHyphen } from './break-points.ts'
import {
  box,
  dropGlue,
  forbidden,
  forced,
  glue,
  type Items,
  pushBox,
  pushGlue,
  pushPenalty,
  setWidth,
  showWord,
} from './items.ts'
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
    collectRun(paragraph, index, offset, collector)
    offset += run.text.length
    if (run.note !== undefined) noteBoxes.push(index, lastBox(collector.items))
  }
  const { items } = collector
  dropGlue(items)
  pushPenalty(items, Math.max(0, paragraph.runs.length - 1), forced)
  return noteBoxes
}

function lastBox(items: Items): number {
  let at = items.length - 1
  while (at > 0 && items.kind[at] !== box) at--
  return Math.max(0, at)
}

function collectRun<Mark, Note>(
  { runs, measure }: Paragraph<Mark, Note>,
  index: number,
  offset: number,
  collector: Collector,
): void {
  const run = runs[index]
  if (!run) return
  const { text } = run
  const { directions, items } = collector
  const setter = setterOf(run, index, measure, collector)
  if (text === '') pushBox(items, index, 0, 0)
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      space(setter, code, levelAt(directions, offset + at))
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++
    if (directions) end = levelEnd(directions, offset + at, offset + end) - offset
    word(setter, text.slice(at, end), levelAt(directions, offset + at))
    at = end
  }
}

function levelAt(directions: Directions | undefined, offset: number): number {
  return directions ? (directions.levels[offset] ?? 0) : 0
}

/** How the words of a run are set: all that each of them asks for, put together once a run. Widths are in points. */
interface WordSetter {
  readonly collector: Collector
  readonly items: Items
  readonly cache: WordCache
  readonly index: number
  readonly measure: number
  /** The type size. */
  readonly size: number
  /** How much a character gives at a ratio of 1, in em. Joined letters must stay joined, so with text from right to left they give nothing. */
  readonly letterFit: number
  readonly glyphFit: number
  readonly spaceStretch: number
  readonly spaceShrink: number
  /** How far in the margin punctuation goes; which side a word of a mixed paragraph ends up on is not known yet, so nothing hangs there. */
  readonly hangs: boolean
  readonly protrusion: number
}

function setterOf({ style }: Run<unknown, unknown>, index: number, measure: number, collector: Collector): WordSetter {
  const { items, typesetter, directions } = collector
  const { letterFit, glyphFit, spaceStretch, spaceShrink, protrusion } = typesetter.settings
  return {
    collector,
    items,
    cache: typesetter.words(style),
    index,
    measure,
    size: style.size,
    letterFit: directions ? 0 : letterFit,
    glyphFit,
    spaceStretch,
    spaceShrink,
    hangs: !directions,
    protrusion,
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code < 14 && (code === 10 || code === 9 || code === 13)) || code === 160 || code === 0x2028
}

/** Space or line break: several spaces are one, and those at the start of a line are none. */
function space(setter: WordSetter, code: number, level: number): void {
  const { items, index } = setter
  if (code === 10 || code === 0x2028) {
    dropGlue(items)
    pushPenalty(items, index, forced)
    return
  }
  const last = items.length - 1
  if (last < 0) return
  const kind = items.kind[last]
  if (kind !== box && items.cost[last] === forced) return
  if (kind === glue) {
    if (code === 160) items.cost[last] = forbidden
    return
  }
  const width = (setter.cache.space(items.word[last]).width * setter.size) / 1000
  const cost = code === 160 ? forbidden : 0
  const at = pushGlue(items, index, cost)
  setWidth(items, width, width * setter.spaceStretch, width * setter.spaceShrink)
  if (level > 0) items.level[at] = level
}

function word(setter: WordSetter, text: string, level: number): void {
  const { collector, items, cache, index } = setter
  const rtl = level % 2 === 1
  const shaped = cache.word(rtl ? mirrored(text) : text, rtl)
  if (shaped.missing.length > 0) for (const codePoint of shaped.missing) collector.missing(codePoint, index)
  const before = items.length - 1
  if (before >= 0) {
    const kind = items.kind[before]
    if (kind === box) joint(items, index)
    else if (kind === glue && before > 0 && items.cost[before] === 0) {
      items.cost[before] = tie(items.word[before - 1], shaped, cache.language)
    }
  }
  const tooWide = (shaped.width * setter.size) / 1000 > setter.measure
  if (tooWide || (collector.divide && !rtl)) divided(setter, shaped, tooWide)
  else fragment(setter, shaped, 0, shaped.text.length)
  if (level > 0) for (let at = before + 1; at < items.length; at++) items.level[at] = level
}

/** Between two words that nothing stands between, a line may end only after a dash. */
function joint(items: Items, index: number): void {
  const text = items.word[items.length - 1]?.text ?? ''
  const last = text.charAt(text.length - 1)
  if (text.length > 1 && (isHyphen(last) || last === '—')) pushPenalty(items, index, 50, isHyphen(last))
}

/** The fragments of a word, with a penalty at each place where it may be divided. */
function divided(setter: WordSetter, shaped: Word, anywhere: boolean): void {
  const { cache, items, index: run } = setter
  const breaks = shaped.breaks ?? breaksOf(shaped, cache.language)
  const put = anywhere ? chips : fragment
  let from = 0
  if (breaks.length > 0) {
    const hyphenWidth = (cache.hyphen(shaped).width * setter.size) / 1000
    for (let index = 0; index < breaks.length; index++) {
      const place = breaks[index]
      if (!place) continue
      const { at, hyphen, cost } = place
      put(setter, shaped, from, at)
      const flagged = hyphen || isHyphen(shaped.text.charAt(at - 1))
      const item = pushPenalty(items, run, cost, flagged)
      if (hyphen) items.extra[item] = hyphenWidth
      // A word that is wider than the measure cannot stay whole.
      if (!anywhere) items.inside[item] = 1
      if (hyphen && setter.hangs) items.hangEnd[item] = hyphenWidth * hangsAtEnd(45) * setter.protrusion
      from = at
    }
  }
  put(setter, shaped, from, shaped.text.length)
}

/** Cost of cutting a word that is wider than the measure where nothing else allows it. */
const emergency = 5000

/** Part of a word that is wider than the measure: if it is so itself, in pieces. */
function chips(setter: WordSetter, shaped: Word, from: number, to: number): void {
  const { edges } = shaped
  const scale = setter.size / 1000
  const isShort = ((edges[to] ?? 0) - (edges[from] ?? 0)) * scale <= setter.measure
  if (isShort) fragment(setter, shaped, from, to)
  for (let at = from; at < to && !isShort; ) {
    if (at > from) pushPenalty(setter.items, setter.index, emergency)
    const end = chipEnd(shaped, at, to, setter.measure / scale / 8)
    fragment(setter, shaped, at, end)
    at = end
  }
}

function fragment(setter: WordSetter, shaped: Word, from: number, to: number): void {
  const { items, size } = setter
  const { edges, text } = shaped
  const scale = size / 1000
  const left = edges[from] ?? 0
  const right = edges[to] ?? 0
  const width = (right - left) * scale
  const letters = (to - from) * setter.letterFit * size
  const at = pushBox(items, setter.index, width, letters + width * setter.glyphFit)
  showWord(items, shaped, from, to)
  if (!setter.hangs) return
  const start = hangsAtStart(text.charCodeAt(from))
  if (start !== 0) items.hangStart[at] = start * ((edges[from + 1] ?? 0) - left) * (scale * setter.protrusion)
  const end = hangsAtEnd(text.charCodeAt(to - 1))
  if (end !== 0) items.hangEnd[at] = end * (right - (edges[to - 1] ?? 0)) * (scale * setter.protrusion)
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
