import type { RootContent } from 'mdast'
import type { Line } from '../../captured/line.ts'

/** A block of the text while it is still made of lines, or a node that another rule has made. */
export interface Block {
  /** The lines from one that starts a paragraph up to the next. */
  readonly lines?: readonly Line[]
  readonly node?: RootContent
}

/** The blocks among a parent's children, in order. */
export function blocksOf(children: readonly RootContent[]): Block[] {
  const blocks: Block[] = []
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) blocks.push({ lines: open })
    open = []
  }
  for (const node of children) {
    if (node.type !== 'line' || node.data?.startsParagraph) close()
    if (node.type === 'line') open.push(node)
    else blocks.push({ node })
  }
  close()
  return blocks
}

/** The text of lines as it reads, to judge it by. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ value }) => value).join(' ')
}
