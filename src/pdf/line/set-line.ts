import type { Face, Shaped } from '../measure/face.ts'
import type { TextStyle } from '../measure/style.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { Word, WordCache } from '../measure/word.ts'
import { visualOrder } from './bidi.ts'
import { box, forced, glue, type Items, penalty } from './items.ts'
import type { Line, Piece } from './line.ts'
import type { Paragraph, Run } from './run.ts'

/** A paragraph whose line ends are known. */
export interface BrokenParagraph<Mark, Note> {
  readonly paragraph: Required<Paragraph<Mark, Note>>
  readonly typesetter: Typesetter
  readonly items: Items
  /** Run, item, run, item...: the boxes that notes hang on. */
  noteBoxes: readonly number[]
  /** Bidirectional level of the paragraph, 0 or 1. */
  readonly base: number
  /** Whether some of the text runs from right to left: then letters keep their distance. */
  readonly mixed: boolean
}

/** A piece while it is being made; `width` is its natural one. */
interface Draft<Mark> {
  readonly style: TextStyle
  readonly mark: Mark | undefined
  readonly face: Face
  readonly level: number
  readonly words: Shaped[]
  width: number
  /** How many glyphs and spaces are in it, and the width of one of its spaces, in 1/1000 em. */
  glyphs: number
  spaces: number
  space: number
}

interface DraftLine<Mark, Note> {
  readonly broken: BrokenParagraph<Mark, Note>
  readonly pieces: Draft<Mark>[]
  readonly notes: Note[]
  readonly anchors: Mark[]
  hyphenated: boolean
  /** The last piece. */
  last: Draft<Mark> | undefined
  /** The run in hand and its words. */
  run: Run<Mark, Note> | undefined
  cache: WordCache | undefined
}

/** Sets the line whose items are `from` up to `end`, the item that it is broken at. */
export function setLine<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  from: number,
  end: number,
  isFirst: boolean,
): Line<Mark, Note> {
  const { items, base, paragraph } = broken
  const draft: DraftLine<Mark, Note> = {
    broken,
    pieces: [],
    notes: [],
    anchors: [],
    hyphenated: false,
    last: undefined,
    run: undefined,
    cache: undefined,
  }
  fill(draft, from, end)
  hangNotes(draft, from, end)
  if (items.extra[end]) endWithHyphen(draft, end)
  const ordered = base === 0 && draft.pieces.every(runsRight) ? draft.pieces : inVisualOrder(draft.pieces)
  const hangStart = items.kind[from] === box ? (items.hangStart[from] ?? 0) : 0
  const hangEnd = draft.hyphenated ? (items.hangEnd[end] ?? 0) : (items.hangEnd[end - 1] ?? 0)
  const hang = end > from ? hangStart + hangEnd : 0
  const indent = isFirst ? paragraph.indent : 0
  const slack = paragraph.measure - indent - (naturalWidth(ordered) - hang)
  const isLast = items.cost[end] === forced
  const fit =
    paragraph.align === 'justify' && (!isLast || slack < 0)
      ? justify(broken, ordered, slack, giveOf(items, slack, from, end))
      : asIs
  const pieces = ordered.map((piece) => pieceOf(piece, fit))
  const width = place(pieces, 0) - hang
  place(pieces, startOf(broken, width, indent) - (base === 0 ? hangStart : hangEnd))
  return {
    pieces,
    width,
    ratio: fit.ratio,
    hyphenated: draft.hyphenated,
    divided: items.kind[end] === penalty && !isLast,
    notes: draft.notes.length === 0 ? none : draft.notes,
    anchors: draft.anchors.length === 0 ? none : draft.anchors,
  }
}

const none: readonly never[] = []

function runsRight({ level }: Draft<unknown>): boolean {
  return level === 0
}

function naturalWidth(pieces: readonly Draft<unknown>[]): number {
  let width = 0
  for (let index = 0; index < pieces.length; index++) width += pieces[index]?.width ?? 0
  return width
}

function fill<Mark, Note>(draft: DraftLine<Mark, Note>, from: number, end: number): void {
  const { items, paragraph } = draft.broken
  let before: Word | undefined
  for (let at = from; at < end; at++) {
    const kind = items.kind[at]
    if (kind === penalty) continue
    const run = paragraph.runs[items.run[at] ?? 0]
    if (!run) continue
    if (run !== draft.run) beginRun(draft, run)
    if (kind === glue) {
      if (draft.cache) add(draft, at, draft.cache.space(before))
      continue
    }
    const word = items.word[at]
    if (word) {
      const last = lastFragment(items, at, end, word)
      addWord(draft, at, word, items.to[last] ?? 0)
      before = word
      at = last
    } else if (run.mark !== undefined) draft.anchors.push(run.mark)
  }
}

function beginRun<Mark, Note>(draft: DraftLine<Mark, Note>, run: Run<Mark, Note>): void {
  draft.run = run
  draft.cache = draft.broken.typesetter.words(run.style)
}

function hangNotes<Mark, Note>({ broken, notes }: DraftLine<Mark, Note>, from: number, end: number): void {
  const { noteBoxes, paragraph } = broken
  for (let index = 0; index < noteBoxes.length; index += 2) {
    const hangsOn = noteBoxes[index + 1] ?? 0
    const note = paragraph.runs[noteBoxes[index] ?? 0]?.note
    if (note !== undefined && hangsOn >= from && hangsOn < end) notes.push(note)
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

function addWord<Mark, Note>(draft: DraftLine<Mark, Note>, at: number, word: Word, to: number): void {
  const { items } = draft.broken
  const from = items.from[at] ?? 0
  let shown: Word | undefined = word
  if (from > 0 || to < word.text.length) {
    shown = draft.cache?.word(word.text.slice(from, to), (items.level[at] ?? 0) % 2 === 1)
  }
  const parts = shown?.parts ?? none
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (part) add(draft, at, part)
  }
}

function endWithHyphen<Mark, Note>(draft: DraftLine<Mark, Note>, end: number): void {
  const { items, paragraph } = draft.broken
  const run = paragraph.runs[items.run[end] ?? 0]
  if (!run) return
  if (run !== draft.run) beginRun(draft, run)
  draft.hyphenated = true
  if (draft.cache) add(draft, end, draft.cache.hyphen(items.word[end - 1]))
}

/** Puts a shape at the end of the line: into the last piece if it has the same style, mark, face and level. */
function add<Mark, Note>(draft: DraftLine<Mark, Note>, at: number, shaped: Shaped): void {
  const { run } = draft
  if (!run) return
  const { style, mark } = run
  const level = draft.broken.items.level[at] ?? 0
  let piece = draft.last
  if (!piece || piece.style !== style || piece.mark !== mark || piece.face !== shaped.face || piece.level !== level) {
    piece = { style, mark, face: shaped.face, level, words: [], width: 0, glyphs: 0, spaces: 0, space: 0 }
    draft.last = piece
    draft.pieces.push(piece)
  }
  piece.words.push(shaped)
  piece.width += (shaped.width * style.size) / 1000
  piece.glyphs += shaped.glyphs.length
  if (!shaped.space) return
  piece.spaces++
  piece.space = shaped.width
}

function inVisualOrder<Mark>(pieces: readonly Draft<Mark>[]): Draft<Mark>[] {
  for (const piece of pieces) if (piece.level % 2 === 1) piece.words.reverse()
  return visualOrder(pieces.map(({ level }) => level)).flatMap((index) => pieces[index] ?? [])
}

/** How the pieces of a line give way. */
interface LineFit {
  readonly ratio: number
  /** Added to each glyph, in em. */
  readonly letters: number
  /** How much wider each glyph is set. */
  readonly scale: number
  /** Share of its width that each space is wider. */
  readonly share: number
  /** The last piece: after its last glyph nothing is added. */
  readonly last: Draft<unknown> | undefined
}

const asIs: LineFit = { ratio: 0, letters: 0, scale: 1, share: 0, last: undefined }

/** How much a line gives at a ratio of 1, or where it is too wide, of -1; in points. */
function giveOf(items: Items, slack: number, from: number, end: number): number {
  const column = slack < 0 ? items.shrink : items.stretch
  return (column[end] ?? 0) - (column[from] ?? 0)
}

/**
 * Spreads the slack over spaces and letters. Letters give as far as their limits, in distance and in width; spaces take
 * the rest; a line that is still too wide at a ratio of -1 sticks out.
 */
function justify<Mark, Note>(
  broken: BrokenParagraph<Mark, Note>,
  pieces: readonly Draft<Mark>[],
  slack: number,
  give: number,
): LineFit {
  const { spaceShrink, letterFit, glyphFit } = broken.typesetter.settings
  if (give <= 0) return asIs
  const ratio = Math.max(-1, slack / give)
  const letters = broken.mixed ? 0 : Math.min(1, ratio) * letterFit
  const scale = 1 + Math.min(1, ratio) * glyphFit
  const last = pieces[pieces.length - 1]
  let spaces = 0
  let taken = 0
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece) continue
    taken += addedTo(piece, letters, scale, last)
    spaces += piece.spaces * piece.space * piece.style.size
  }
  const share = spaces === 0 ? 0 : Math.max((slack - taken) / spaces, slack < 0 ? -spaceShrink / 1000 : 0)
  return { ratio, letters, scale, share, last }
}

/** How much wider a piece becomes by what its letters give. */
function addedTo(piece: Draft<unknown>, letters: number, scale: number, last: Draft<unknown> | undefined): number {
  const glyphs = piece.glyphs - (piece === last ? 1 : 0)
  return glyphs * (letters * piece.style.size) + piece.width * (scale - 1)
}

function pieceOf<Mark>(draft: Draft<Mark>, { letters, scale, share, last }: LineFit): Movable<Mark> {
  const { style, mark, face, level, words, spaces, space } = draft
  const spacing = share * space * style.size
  return {
    x: 0,
    width: draft.width + addedTo(draft, letters, scale, last) + spacing * spaces,
    style,
    face,
    mark,
    rtl: level % 2 === 1,
    // Lines are kept to the end, and a list that has grown has room for sixteen more: two thirds of what a line takes.
    words: words.slice(),
    spacing,
    tracking: letters * style.size,
    scale,
  }
}

function startOf<Mark, Note>({ paragraph, base }: BrokenParagraph<Mark, Note>, width: number, indent: number): number {
  const { align, measure } = paragraph
  if (measure === Number.POSITIVE_INFINITY) return base === 0 ? indent : 0
  if (align === 'center') return (measure - width) / 2
  const atRight = (align === 'end') !== (base === 1)
  if (!atRight) return base === 0 ? indent : 0
  return measure - width - (base === 1 ? indent : 0)
}

type Movable<Mark> = { -readonly [Key in keyof Piece<Mark>]: Piece<Mark>[Key] }

/** Puts pieces beside each other; gives their end. */
function place<Mark>(pieces: readonly Movable<Mark>[], start: number): number {
  let x = start
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece) continue
    piece.x = x
    x += piece.width
  }
  return x
}
