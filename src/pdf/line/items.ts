import type { Word } from '../measure/word.ts'

/*
 * A paragraph as Knuth and Plass have it: boxes, glue and penalties ("Breaking Paragraphs into Lines", 1981). Kept as
 * columns of numbers, because the breaker reads each item many times and a long dossier has millions of them.
 */

/** What an item is. A line may end at glue that follows a box, and at a penalty below `forbidden`. */
export const box = 0
export const glue = 1
export const penalty = 2

/** Cost at which a line never ends. */
export const forbidden = 10000
/** Cost at which a line always ends. */
export const forced = -10000

/**
 * Growable columns, one entry an item. Widths are in points. What most items don't have (a hyphen, a place in the
 * margin, a level) is 0 in a cleared list, and only written where there is some.
 */
export interface Items {
  length: number
  kind: Uint8Array
  /** Sums over all items before this one; one entry more than there are items. */
  width: Float64Array
  stretch: Float64Array
  shrink: Float64Array
  /** Cost of a break here; of glue too, so that a space can be made a bad place for a break. */
  cost: Int32Array
  /** Width that a break here adds to the line: that of a penalty's hyphen. */
  extra: Float64Array
  /** How far the item hangs in the margin when a line begins with it (boxes), or ends with or at it (boxes, penalties). */
  hangStart: Float64Array
  hangEnd: Float64Array
  /** Index of the run that the item comes from. */
  run: Int32Array
  /** Bidirectional level: even runs from left to right, odd from right to left. */
  level: Uint8Array
  /** For penalties: 1 when a hyphen ends the line there, its own or the text's. */
  flagged: Uint8Array
  /** For penalties: 1 when a word is divided there. */
  inside: Uint8Array
  /** For boxes: the word that they show, and which of its UTF-16 offsets. As long as the columns: a list that is emptied and filled again loses its room each time. */
  word: (Word | undefined)[]
  from: Int32Array
  to: Int32Array
}

/** An empty list; use it again with `clear`. */
export function createItems(capacity = 1024): Items {
  return {
    length: 0,
    kind: new Uint8Array(capacity),
    width: new Float64Array(capacity + 1),
    stretch: new Float64Array(capacity + 1),
    shrink: new Float64Array(capacity + 1),
    cost: new Int32Array(capacity),
    extra: new Float64Array(capacity),
    hangStart: new Float64Array(capacity),
    hangEnd: new Float64Array(capacity),
    run: new Int32Array(capacity),
    level: new Uint8Array(capacity),
    flagged: new Uint8Array(capacity),
    inside: new Uint8Array(capacity),
    word: new Array<Word | undefined>(capacity).fill(undefined),
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
  }
}

/** Takes all items out and keeps the room. */
export function clear(items: Items): void {
  const { length } = items
  items.extra.fill(0, 0, length)
  items.level.fill(0, 0, length)
  items.hangStart.fill(0, 0, length)
  items.hangEnd.fill(0, 0, length)
  items.flagged.fill(0, 0, length)
  items.inside.fill(0, 0, length)
  items.length = 0
}

/** Adds a box. `letters` is how much its glyphs can give together at a ratio of 1 or -1. Gives its number. */
export function pushBox(items: Items, run: number, width: number, letters: number): number {
  const at = push(items, box, run, forbidden)
  setWidth(items, width, letters, letters)
  return at
}

/** Says which word the last box shows, from one of its UTF-16 offsets to another. */
export function showWord(items: Items, word: Word, from: number, to: number): void {
  const at = items.length - 1
  items.word[at] = word
  items.from[at] = from
  items.to[at] = to
}

/** Adds glue; `cost` is what a break at it costs. Gives its number. How wide it is has to be said with `setWidth`. */
export function pushGlue(items: Items, run: number, cost: number): number {
  return push(items, glue, run, cost)
}

/** Adds a penalty; gives its number. `flagged` says whether a hyphen ends the line there; if it is none of the text's, `extra` has its width. */
export function pushPenalty(items: Items, run: number, cost: number, flagged = false): number {
  const at = push(items, penalty, run, cost)
  setWidth(items, 0, 0, 0)
  if (flagged) items.flagged[at] = 1
  return at
}

/** Says how wide the last item is, and how much it gives at a ratio of 1 and of -1, in points. */
export function setWidth(items: Items, width: number, stretch: number, shrink: number): void {
  const end = items.length
  // The sums before the first item are 0 from the start and never written.
  items.width[end] = (items.width[end - 1] ?? 0) + width
  items.stretch[end] = (items.stretch[end - 1] ?? 0) + stretch
  items.shrink[end] = (items.shrink[end - 1] ?? 0) + shrink
}

/** Takes glue at the end out again. */
export function dropGlue(items: Items): void {
  while (items.length > 0 && items.kind[items.length - 1] === glue) {
    items.length--
    items.level[items.length] = 0
  }
}

function push(items: Items, kind: number, run: number, cost: number): number {
  const at = items.length
  if (at === items.kind.length) grow(items)
  items.length = at + 1
  items.kind[at] = kind
  items.run[at] = run
  items.cost[at] = cost
  items.word[at] = undefined
  return at
}

function grow(items: Items): void {
  const capacity = items.kind.length * 2
  items.word = items.word.concat(new Array<undefined>(items.word.length).fill(undefined))
  items.kind = copied(items.kind, new Uint8Array(capacity))
  items.cost = copied(items.cost, new Int32Array(capacity))
  items.flagged = copied(items.flagged, new Uint8Array(capacity))
  items.inside = copied(items.inside, new Uint8Array(capacity))
  items.level = copied(items.level, new Uint8Array(capacity))
  for (const column of ['run', 'from', 'to'] as const) {
    items[column] = copied(items[column], new Int32Array(capacity))
  }
  for (const column of ['extra', 'hangStart', 'hangEnd'] as const) {
    items[column] = copied(items[column], new Float64Array(capacity))
  }
  for (const column of ['width', 'stretch', 'shrink'] as const) {
    items[column] = copied(items[column], new Float64Array(capacity + 1))
  }
}

function copied<Column extends Uint8Array | Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
