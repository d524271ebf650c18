import type { Line } from '../../captured/line.ts'
import { writePhrasing } from '../phrasing.ts'
import type { Writer } from '../writer.ts'

/** A line that no rule has put into a block: a paragraph of its own. */
export function handleLine(writer: Writer, { value, position }: Line): void {
  writePhrasing(writer, [{ type: 'text', value, ...(position ? { position } : {}) }], {})
}
