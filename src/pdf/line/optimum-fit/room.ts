import { createItems, type Items } from '../items.ts'
import { createEnd, type MeasuredEnd } from './metrics.ts'
import { createRivers, type Rivers } from './rivers.ts'
import { createWays, type Ways } from './ways.ts'

/** Room to break paragraphs in, one after the other. */
export interface BreakRoom {
  /** The paragraph in hand. */
  readonly items: Items
  /** The break in hand, as it is measured. */
  readonly end: MeasuredEnd
  /** The ways to it. */
  readonly ways: Ways
  /** The spaces of the paragraph in hand. */
  readonly rivers: Rivers
}

/** Room without a paragraph. */
export function createBreakRoom(): BreakRoom {
  const items = createItems()
  return { items, end: createEnd(), ways: createWays(), rivers: createRivers(items) }
}
