import type { Line } from '../../../captured/line.ts'

/** A line's text without its digits and with single spaces: what lines that differ in the page's number share. */
export function keyOf({ value }: Line): string {
  return value.replace(/\d+/g, '#').replace(/\s+/g, ' ')
}
