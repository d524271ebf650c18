import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { AlignType, Table, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'
import { captionLabel } from '../margin.ts'

/** What a source says of a table as a whole. */
export interface TableCaption {
  readonly words: readonly ElementContent[]
  /** The same as plain text. */
  readonly text: string
}

/** A table with its number and caption. */
export function table(context: PartContext) {
  return (state: State, node: Table): Element => {
    const text = node.data?.caption
    const caption = text === undefined ? undefined : { words: [{ type: 'text', value: text } as const], text }
    return framedTable(state, node, context, caption)
  }
}

/** A table with its caption, in a frame of its own that scrolls when the table is wider than the page. */
export function framedTable(
  state: State,
  node: Table,
  context: PartContext,
  caption: TableCaption | undefined,
): Element {
  const { id, number, ownLabel } = node.data ?? {}
  const name = number === undefined ? undefined : context.labels.text('table', { n: number })
  const title = [...(name === undefined ? [] : captionLabel(id, name, ownLabel)), ...(caption?.words ?? [])]
  const [head, ...rows] = node.children
  const align = node.align ?? []
  const body = rows.map((cells) => row(state, cells, 'td', align))
  const parts = [
    ...(title.length > 0 ? [element('caption', {}, title)] : []),
    ...(head ? [h('thead', [row(state, head, 'th', align)])] : []),
    ...(rows.length > 0 ? [h('tbody', body)] : []),
  ]
  const ariaLabel = [name, caption?.text].filter(Boolean).join(' ')
  const frame = ariaLabel === '' ? { tabIndex: 0 } : { role: 'region', tabIndex: 0, ariaLabel }
  const long = rows.length > 10 ? ['long'] : undefined
  return h('div.table', { id, ...frame }, [element('table', { className: long }, parts)])
}

function row(state: State, node: TableRow, tag: 'th' | 'td', align: readonly AlignType[]): Element {
  const cells = node.children.map((cell, index) =>
    element(tag, { scope: tag === 'th' ? 'col' : undefined, className: classesOf(align[index]) }, state.all(cell)),
  )
  return element('tr', {}, cells)
}

function classesOf(align: AlignType | undefined): string[] | undefined {
  return align ? [align] : undefined
}
