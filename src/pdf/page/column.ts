import type { Float, Galley } from '../galley/floats.ts'
import type { Strip } from '../galley/strip.ts'
import type { Room } from './room.ts'

/** How far down a page its body reaches. */
export interface Column {
  y: number
  empty: boolean
  /** Least white space above the next strip. */
  gap: number
}

/** Goes down to where the next strip begins. Say with `addHeight` how high it is. */
export function goToTop(column: Column, before: number, snap: boolean, room: Room): void {
  const above = before > column.gap ? before : column.gap
  column.y = column.empty ? 0 : topUnder(column.y, above, snap, room)
}

/** Sets a strip that begins where the column ends. */
export function addHeight(column: Column, height: number): void {
  column.y += height
  column.empty = false
  column.gap = 0
}

/** Where a strip begins that follows what is in the column. */
export function stripTop(
  column: { readonly y: number; readonly empty: boolean },
  strip: Strip,
  room: Room,
  before: number,
): number {
  return column.empty ? 0 : topUnder(column.y, before, strip.snap, room)
}

function topUnder(y: number, before: number, snap: boolean, { grid }: Room): number {
  const top = y + before
  return snap ? Math.ceil((top - 0.01) / grid) * grid : top
}

/** Height of floats at the foot of a page, with the white space above them. */
export function feetHeight(feet: readonly Float[], { strips }: Galley, room: Room): number {
  const column: Column = { y: 0, empty: false, gap: 0 }
  for (const float of feet) {
    for (const { height, before, snap } of strips.slice(float.from, float.to)) {
      goToTop(column, before, snap, room)
      addHeight(column, height)
    }
    column.gap = float.after
  }
  return column.y
}
