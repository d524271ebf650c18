import type { Paragraph, Root, RootContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import { kept, positionAt, replaced } from '../mdast/captured.ts'
import type { Line } from '../mdast/line.ts'

/** Joins the lines of a paragraph. */
export function joinLines() {
  return (tree: Root, file: VFile): void => {
    const result: RootContent[] = []
    let open: Line[] = []
    const close = () => {
      if (open.length > 0) result.push(paragraphOf(file, open))
      open = []
    }
    for (const node of tree.children) {
      if (node.type !== 'line' || (node.data?.blankBefore ?? 0) > 0) close()
      if (node.type === 'line') open.push(node)
      else result.push(node)
    }
    close()
    tree.children = result
  }
}

function paragraphOf(file: VFile, lines: readonly Line[]): Paragraph {
  const children: Text[] = []
  let end = 0
  for (const line of lines) {
    const start = line.position?.start.offset ?? 0
    if (children.length > 0) {
      children.push(
        replaced(file, {
          rule: 'normalize:lines-are-joined',
          start: end,
          end: start,
          after: ' ',
          evidence: 'no blank line between the lines',
        }),
      )
    }
    end = start + line.value.length
    children.push(kept(file, start, end))
  }
  return { type: 'paragraph', children, position: positionAt(file, lines[0]?.position?.start.offset ?? 0, end) }
}
