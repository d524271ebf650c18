import type { Typesetter } from '../measure/typesetter.ts'
import type { Item } from '../style/item.ts'
import type { Mark } from '../style/mark.ts'
import { setEntry } from './entry.ts'
import { setFigure } from './figure.ts'
import type { Strip } from './strip.ts'
import { setTable } from './table.ts'
import { setText } from './text.ts'

/** What items are set with. */
export interface GalleySettings {
  readonly typesetter: Typesetter
  /** Width of the text block, in points. */
  readonly measure: number
  /** Step of the baseline grid, in points; 0 for text that keeps no grid, such as notes. */
  readonly grid: number
  /** Height of the tallest picture, in points. */
  readonly tallest: number
  /** Told of each character that no font has. */
  readonly missing: (codePoint: number, mark: Mark | undefined) => void
}

/** Sets items into one long column of strips, with the white space and the page breaks that they ask for. */
export function setGalley(items: readonly Item[], settings: GalleySettings): Strip[] {
  const strips: Strip[] = []
  let space = 0
  let kept = 0
  let newPage = false
  for (const item of items) {
    if (item.kind === 'page') {
      newPage = true
      continue
    }
    const made = setItem(item, settings)
    const first = made[0]
    if (!first) continue
    const before = item.kind === 'space' ? 0 : Math.max(space, item.before)
    made[0] = { ...first, before, penalty: newPage ? -Infinity : first.penalty }
    for (const [index, strip] of made.entries()) {
      const bound = index < kept && strip.penalty !== -Infinity && strips.length > 0
      strips.push(bound ? { ...strip, penalty: Infinity } : strip)
    }
    space = item.kind === 'space' ? 0 : item.after
    kept = item.kind === 'text' && item.keep > 0 ? item.keep : Math.max(0, kept - made.length)
    newPage = false
  }
  return strips
}

function setItem(item: Exclude<Item, { kind: 'page' }>, settings: GalleySettings): Strip[] {
  switch (item.kind) {
    case 'text':
      return setText(item, settings)
    case 'table':
      return setTable(item, settings)
    case 'figure':
      return setFigure(item, settings)
    case 'entry':
      return setEntry(item, settings)
    case 'space':
      return [emptyStrip(item.height)]
  }
}

function emptyStrip(height: number): Strip {
  return { height, before: 0, penalty: 0, snap: false, fragments: [], notes: [], anchors: [] }
}
