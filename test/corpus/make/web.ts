import { callsSet } from './pages.ts'
import type { Block, Captured, Text } from './text.ts'
import { plain } from './wrap.ts'

/** What a web page has around its text. */
export interface Frame {
  readonly above: readonly string[]
  readonly below: readonly string[]
}

/** Copies a text out of a browser: each paragraph is a line. */
export function copied({ blocks, notes }: Text, { above, below }: Frame): Captured {
  const list = notes.map((note, at) => plain(`${at + 1}. ${note}`))
  const body = [...blocks.map(copiedBlock), ...(list.length > 0 ? [['Notes', ...list].join('\n\n')] : [])]
  const input = `${[above.join('\n'), ...body, below.join('\n')].filter((part) => part !== '').join('\n\n')}\n`
  return { input, boilerplate: [...above, ...below] }
}

function copiedBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plain(callsSet(block.text))
    case 'lines':
      return plain(block.lines.join('\n'))
    case 'items':
      return plain(
        block.items.map((item, at) => (block.marks === 'bullets' ? `• ${item}` : `${at + 1}. ${item}`)).join('\n'),
      )
    case 'quotation':
      return plain(block.paragraphs.join('\n\n'))
    case 'table':
      return plain([block.caption, '', ...block.rows.map((row) => row.join('\t'))].join('\n'))
  }
}
