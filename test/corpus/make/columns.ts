import { linesOf, type PageStyle } from './pages.ts'
import type { Captured, Text } from './text.ts'

/** Sets a text in two columns and copies both side by side, as readers of PDF files do that keep the layout. */
export function inColumns({ blocks }: Text, style: Pick<PageStyle, 'width' | 'length' | 'divides'>): Captured {
  const lines = blocks.flatMap((block) => [...linesOf(block, style), ''])
  const pages: string[] = []
  for (let from = 0; from < lines.length; from += 2 * style.length) {
    const [left, right] = [
      lines.slice(from, from + style.length),
      lines.slice(from + style.length, from + 2 * style.length),
    ]
    const rows = left.map((line, at) => `${line.padEnd(style.width + 4)}${right[at] ?? ''}`.trimEnd())
    pages.push(`${rows.join('\n')}\n`)
  }
  return { input: pages.join('\f'), boilerplate: [] }
}
