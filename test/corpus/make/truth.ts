import type { Block, Text } from './text.ts'

/** The markdown that a text should become. */
export function truthOf({ metadata, blocks, notes }: Text): string {
  const fields = Object.entries(metadata).map(
    ([key, value]) => `${key}: ${key === 'date' ? value : JSON.stringify(value)}\n`,
  )
  const front = fields.length > 0 ? [`---\n${fields.join('')}---`] : []
  const definitions = notes.map((note, at) => `[^${at + 1}]: ${note}`)
  const markdown = [...front, ...blocks.map(markdownOf), ...definitions].join('\n\n').replaceAll('·', '')
  return `${markdown}\n`
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${block.text}`
    case 'paragraph':
      return block.text.replace(/^(\d+)\. /, '$1\\. ')
    case 'lines':
      return block.lines.join('\\\n')
    case 'items':
      return block.items.map((item, at) => `${block.marks === 'bullets' ? '-' : `${at + 1}.`} ${item}`).join('\n')
    case 'quotation':
      return block.paragraphs.map((text) => `> ${text}`).join('\n>\n')
    case 'table':
      return `${block.caption}\n\n${tableOf(block.rows)}`
  }
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}
