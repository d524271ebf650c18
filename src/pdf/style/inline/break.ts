import type { StyledRun } from '../item.ts'
import { type InlineContext, runOf } from './phrasing.ts'

/** A line break that the source asks for. */
export function breakRun(context: InlineContext): StyledRun[] {
  return [runOf('\n', context)]
}
