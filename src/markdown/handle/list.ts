import type { List, ListItem } from 'mdast'
import { writeFlow } from '../flow.ts'
import { blankLine, nested, newLine, type Writer, write, writeMarker } from '../writer.ts'

/**
 * `- item` or `1. item`. A list right after another of its kind gets the other mark (`+`, `1)`), else they would be one
 * list. Items stand close together unless one of them holds more than a text and lists.
 */
export function handleList(writer: Writer, node: List, followsList: boolean): void {
  const loose = node.spread === true || node.children.some(isLoose)
  node.children.forEach((item, at) => {
    if (at > 0 && loose) blankLine(writer)
    else if (at > 0) newLine(writer)
    writeItem(writer, item, markerOf(node, at, followsList), loose)
  })
}

function markerOf({ ordered, start }: List, at: number, followsList: boolean): string {
  if (!ordered) return followsList ? '+' : '-'
  return `${(start ?? 1) + at}${followsList ? ')' : '.'}`
}

function writeItem(writer: Writer, item: ListItem, marker: string, loose: boolean): void {
  const task = typeof item.checked === 'boolean' ? (item.checked ? ' [x]' : ' [ ]') : ''
  if (item.children.length === 0) {
    write(writer, marker + task)
    return
  }
  writeMarker(writer, `${marker} `)
  if (task) write(writer, `${task.slice(1)} `)
  nested(writer, ' '.repeat(marker.length + 1), () => writeFlow(writer, item.children, loose ? 'loose' : 'tight'))
}

function isLoose(item: ListItem): boolean {
  if (item.spread === true) return true
  return item.children.some((child, at) => at > 0 && child.type !== 'list')
}
