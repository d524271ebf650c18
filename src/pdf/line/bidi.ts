import bidiJs from 'bidi-js'

/** The bidirectional levels of a paragraph's text (UAX #9). */
export interface Directions {
  /** For each UTF-16 unit: even runs from left to right, odd from right to left. */
  readonly levels: Uint8Array
  /** Level of the paragraph: 0 or 1. */
  readonly base: number
}

const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

let loaded: ReturnType<typeof bidiJs.default> | undefined

/** The package's tables, unpacked when they are first asked for. */
function bidi(): NonNullable<typeof loaded> {
  // The package's types are those of a module with a default export; what it exports is the function itself.
  loaded ??= (bidiJs as unknown as typeof bidiJs.default)()
  return loaded
}

/** Resolves the directions of a paragraph; undefined when all of it runs from left to right. */
export function directionsOf(text: string, direction: 'ltr' | 'rtl' | 'auto'): Directions | undefined {
  if (direction !== 'rtl' && !rightToLeft.test(text)) return undefined
  const result = bidi().getEmbeddingLevels(text, direction === 'auto' ? undefined : direction)
  return { levels: result.levels, base: result.paragraphs[0]?.level ?? 0 }
}

/** Whether a paragraph's first letter with a direction runs from right to left. */
export function startsAtRight(texts: readonly { readonly text: string }[]): boolean {
  if (!texts.some(({ text }) => rightToLeft.test(text))) return false
  return directionsOf(texts.map(({ text }) => text).join(''), 'auto')?.base === 1
}

/** Text that runs from right to left, with its brackets turned round. */
export function mirrored(text: string): string {
  let turned = ''
  for (const character of text) turned += bidi().getMirroredCharacter(character) ?? character
  return turned
}

/** End of the stretch from `start` that has one level. */
export function levelEnd({ levels }: Directions, start: number, end: number): number {
  let at = start + 1
  while (at < end && levels[at] === levels[start]) at++
  return at
}

/**
 * The order in which things at these levels stand from left to right (rule L2 of UAX #9): reverses, from the highest
 * level down to the lowest odd one, each stretch at that level or above.
 */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index)
  let highest = 0
  let lowestOdd = 255
  for (const level of levels) {
    highest = Math.max(highest, level)
    if (level % 2 === 1) lowestOdd = Math.min(lowestOdd, level)
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end++
      if (end - start > 1) order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = Math.max(start, end)
    }
  }
  return order
}
