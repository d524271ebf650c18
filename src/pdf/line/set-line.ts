import type { Face } from '../measure/face.ts'
import type { Shaped } from '../measure/shaped.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { Word } from '../measure/word.ts'
import { visualOrder } from './bidi.ts'
import { box, forced, glue, type Items, penalty } from './items.ts'
import type { Line, Piece } from './line.ts'
import type { Paragraph } from './run.ts'

/** A paragraph whose line ends are known. */
export interface BrokenParagraph<Mark, Note> {
  readonly paragraph: Paragraph<Mark, Note>
  readonly typesetter: Typesetter
  readonly items: Items
  /** Run, item, run, item...: the boxes that notes hang on. */
  noteBoxes: readonly number[]
  /** Bidirectional level of the paragraph, 0 or 1. */
  readonly base: number
  /** Whether some of the text runs from right to left: then letters keep their distance. */
  readonly mixed: boolean
}

/** A piece while it is being made. */
type Draft<Mark> = { -readonly [Key in keyof Piece<Mark>]: Key extends 'words' ? Shaped[] : Piece<Mark>[Key] }

interface DraftLine<Mark, Note> {
  readonly pieces: Draft<Mark>[]
  readonly levels: number[]
  readonly notes: Note[]
  readonly anchors: Mark[]
  hyphenated: boolean
}

/** Sets the line whose items are `from` up to `end`, the item that it is broken at. */
export function setLine<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  from: number,
  end: number,
  isFirst: boolean,
): Line<Mark, Note> {
  const { items, base } = broken
  const draft: DraftLine<Mark, Note> = { pieces: [], levels: [], notes: [], anchors: [], hyphenated: false }
  fill(broken, draft, from, end)
  if (items.extra[end]) endWithHyphen(broken, draft, end)
  const ordered = base === 0 && draft.levels.every((level) => level === 0) ? draft.pieces : inVisualOrder(draft)
  const hangStart = items.kind[from] === box ? (items.hangStart[from] ?? 0) : 0
  const hangEnd = draft.hyphenated ? (items.hangEnd[end] ?? 0) : (items.hangEnd[end - 1] ?? 0)
  const hang = end > from ? hangStart + hangEnd : 0
  const indent = isFirst ? (broken.paragraph.indent ?? 0) : 0
  const justified = broken.paragraph.align === 'justify'
  const natural = ordered.reduce((sum, piece) => sum + piece.width, 0)
  const slack = broken.paragraph.measure - indent - (natural - hang)
  const isLast = items.cost[end] === forced
  const ratio = justified && (!isLast || slack < 0) ? justify(broken, ordered, slack, from, end) : 0
  const width = ordered.reduce((sum, piece) => sum + piece.width, 0) - hang
  place(ordered, startOf(broken, width, indent) - (base === 0 ? hangStart : hangEnd))
  return {
    pieces: trimmed(ordered),
    width,
    ratio,
    hyphenated: draft.hyphenated,
    divided: items.kind[end] === penalty && !isLast,
    notes: draft.notes.length === 0 ? none : draft.notes,
    anchors: draft.anchors.length === 0 ? none : draft.anchors,
  }
}

const none: readonly never[] = []

/** Lines are kept to the end, and a list that has grown has room for sixteen more: two thirds of what a line takes. */
function trimmed<Mark>(pieces: readonly Draft<Mark>[]): readonly Draft<Mark>[] {
  for (const piece of pieces) piece.words = piece.words.slice()
  return pieces.slice()
}

function fill<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  draft: DraftLine<Mark, Note>,
  from: number,
  end: number,
): void {
  const { items, paragraph, noteBoxes } = broken
  let before: Word | undefined
  for (let at = from; at < end; at++) {
    const run = items.run[at] ?? 0
    if (items.kind[at] === glue) {
      addSpace(broken, draft, at, before)
    } else if (items.kind[at] === box) {
      const word = items.word[at]
      if (word) {
        const last = lastFragment(items, at, end, word)
        addWord(broken, draft, at, word, items.to[last] ?? 0)
        before = word
        at = last
      } else {
        const mark = paragraph.runs[run]?.mark
        if (mark !== undefined) draft.anchors.push(mark)
      }
    }
  }
  for (let index = 0; index < noteBoxes.length; index += 2) {
    const hangsOn = noteBoxes[index + 1] ?? 0
    const note = paragraph.runs[noteBoxes[index] ?? 0]?.note
    if (note !== undefined && hangsOn >= from && hangsOn < end) draft.notes.push(note)
  }
}

/** The last of the boxes that together show a word, or as much of it as stands in this line. */
function lastFragment(items: Items, first: number, end: number, word: Word): number {
  let last = first
  for (let at = first + 1; at < end && items.kind[at] !== glue; at++) {
    if (items.kind[at] !== box) continue
    if (items.word[at] !== word || items.from[at] !== items.to[last] || items.run[at] !== items.run[last]) break
    last = at
  }
  return last
}

function addWord<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  draft: DraftLine<Mark, Note>,
  at: number,
  word: Word,
  to: number,
): void {
  const { items } = broken
  const from = items.from[at] ?? 0
  const rtl = (items.level[at] ?? 0) % 2 === 1
  let shown = word
  if (from > 0 || to < word.text.length) {
    const run = broken.paragraph.runs[items.run[at] ?? 0]
    if (run) shown = broken.typesetter.words(run.style).word(word.text.slice(from, to), rtl)
  }
  for (const part of shown.parts) add(broken, draft, at, part)
}

function addSpace<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  draft: DraftLine<Mark, Note>,
  at: number,
  before: Word | undefined,
): void {
  const run = broken.paragraph.runs[broken.items.run[at] ?? 0]
  if (run) add(broken, draft, at, broken.typesetter.words(run.style).space(before))
}

function endWithHyphen<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  draft: DraftLine<Mark, Note>,
  end: number,
): void {
  const run = broken.paragraph.runs[broken.items.run[end] ?? 0]
  if (!run) return
  draft.hyphenated = true
  add(broken, draft, end, broken.typesetter.words(run.style).hyphen(broken.items.word[end - 1]))
}

/** Puts a shape at the end of the line: into the last piece if it has the same run, face and level. */
function add<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  draft: DraftLine<Mark, Note>,
  at: number,
  shaped: Shaped,
): void {
  const { items, paragraph } = broken
  const run = paragraph.runs[items.run[at] ?? 0]
  if (!run) return
  const level = items.level[at] ?? 0
  const last = draft.pieces[draft.pieces.length - 1]
  const width = (shaped.width * run.style.size) / 1000
  const sameRun = last?.style === run.style && last.mark === run.mark
  if (last && sameRun && last.face === shaped.face && draft.levels[draft.levels.length - 1] === level) {
    last.words.push(shaped)
    last.width += width
    return
  }
  draft.pieces.push(newPiece(run.style, run.mark, shaped.face, level, shaped, width))
  draft.levels.push(level)
}

function newPiece<Mark>(
  style: Piece<Mark>['style'],
  mark: Mark | undefined,
  face: Face,
  level: number,
  first: Shaped,
  width: number,
): Draft<Mark> {
  return { x: 0, width, style, face, mark, rtl: level % 2 === 1, words: [first], spacing: 0, tracking: 0, scale: 1 }
}

function inVisualOrder<Mark, Note>(draft: DraftLine<Mark, Note>): Draft<Mark>[] {
  for (const piece of draft.pieces) if (piece.rtl) piece.words.reverse()
  return visualOrder(draft.levels).flatMap((index) => draft.pieces[index] ?? [])
}

/**
 * Spreads the slack over spaces and letters and gives back the ratio. Letters give as far as their limits, in distance
 * and in width; spaces take the rest; a line that is still too wide at a ratio of -1 sticks out.
 */
function justify<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  pieces: readonly Draft<Mark>[],
  slack: number,
  from: number,
  end: number,
): number {
  const { items } = broken
  const { spaceShrink, letterFit, glyphFit } = broken.typesetter.settings
  const column = slack < 0 ? items.shrink : items.stretch
  const give = (column[end] ?? 0) - (column[from] ?? 0)
  if (give <= 0) return 0
  const ratio = Math.max(-1, slack / give)
  const letters = broken.mixed ? 0 : Math.min(1, ratio) * letterFit
  const scale = 1 + Math.min(1, ratio) * glyphFit
  let spaces = 0
  let taken = 0
  const last = pieces[pieces.length - 1]
  for (const piece of pieces) {
    piece.tracking = letters * piece.style.size
    const glyphs = piece.words.reduce((sum, shaped) => sum + shaped.glyphs.length, 0) - (piece === last ? 1 : 0)
    const added = glyphs * piece.tracking + piece.width * (scale - 1)
    piece.scale = scale
    piece.width += added
    taken += added
    for (const shaped of piece.words) if (shaped.space) spaces += shaped.width * piece.style.size
  }
  if (spaces === 0) return ratio
  const share = Math.max((slack - taken) / spaces, slack < 0 ? -spaceShrink / 1000 : 0)
  for (const piece of pieces) {
    const space = piece.words.find((shaped) => shaped.space)
    if (!space) continue
    piece.spacing = share * space.width * piece.style.size
    piece.width += piece.spacing * piece.words.reduce((sum, shaped) => sum + (shaped.space ? 1 : 0), 0)
  }
  return ratio
}

function startOf<Mark, Note>({ paragraph, base }: BrokenParagraph<Mark, Note>, width: number, indent: number): number {
  const { align, measure } = paragraph
  if (measure === Number.POSITIVE_INFINITY) return base === 0 ? indent : 0
  if (align === 'center') return (measure - width) / 2
  const atRight = (align === 'end') !== (base === 1)
  if (!atRight) return base === 0 ? indent : 0
  return measure - width - (base === 1 ? indent : 0)
}

function place<Mark>(pieces: readonly Draft<Mark>[], start: number): void {
  let x = start
  for (const piece of pieces) {
    piece.x = x
    x += piece.width
  }
}
