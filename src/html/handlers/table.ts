import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { AlignType, Table, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { headOf, isColumnOfFigures } from '../../link/table-head.ts'
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
  const width = widthOf(node)
  const head = headOf(node, width)
  const align = Array.from({ length: width }, (_, column): AlignType => {
    return isColumnOfFigures(node, column, head.rows) ? 'right' : (node.align?.[column] ?? null)
  })
  const heads = node.children.slice(0, head.rows).map((cells, at) => {
    return at === 0 && head.rows > 1 ? spanningRow(state, cells, head.spans) : row(state, cells, 'th', align)
  })
  const rows = node.children.slice(head.rows)
  const body = rows.map((cells) => row(state, cells, 'td', align))
  const parts = [
    ...(title.length > 0 ? [element('caption', {}, title)] : []),
    ...(heads.length > 0 ? [h('thead', heads)] : []),
    ...(rows.length > 0 ? [h('tbody', body)] : []),
  ]
  const ariaLabel = [name, caption?.text].filter(Boolean).join(' ')
  const frame = ariaLabel === '' ? { tabIndex: 0 } : { role: 'region', tabIndex: 0, ariaLabel }
  const long = rows.length > 10 ? ['long'] : undefined
  return h('div.table', { id, ...frame }, [element('table', { className: long }, parts)])
}

function widthOf({ children }: Table): number {
  return children.reduce((most, cells) => Math.max(most, cells.children.length), 0)
}

/** The first row of a head of two: labels over several columns, and nothing over the others. */
function spanningRow(state: State, node: TableRow, spans: readonly number[]): Element {
  const cells = spans.flatMap((span, index) => {
    if (span === 0) return []
    // The label may stand over any of its columns.
    const words = node.children.slice(index, index + span).flatMap((cell) => state.all(cell))
    if (words.length === 0) return [element('td', {}, [])]
    const wide = span > 1 ? { colSpan: span, scope: 'colgroup', className: ['center'] } : { scope: 'col' }
    return [element('th', wide, words)]
  })
  return element('tr', {}, cells)
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
