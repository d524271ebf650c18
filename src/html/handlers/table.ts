import type { Element } from 'hast'
import { h } from 'hastscript'
import type { AlignType, Table, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'

/** A table with its number and caption, in a frame of its own that scrolls when the table is wider than the page. */
export function table(context: PartContext) {
  return (state: State, node: Table): Element => {
    const { id, number, caption } = node.data ?? {}
    const name = number === undefined ? undefined : context.labels.text('table', { n: number })
    const title = [name === undefined ? [] : [h('span.label', name), ' '], caption ?? []].flat()
    const [head, ...rows] = node.children
    const parts = [
      ...(title.length > 0 ? [h('caption', title)] : []),
      ...(head ? [h('thead', [row(state, head, 'th', node.align ?? [])])] : []),
      ...(rows.length > 0
        ? [
            h(
              'tbody',
              rows.map((cells) => row(state, cells, 'td', node.align ?? [])),
            ),
          ]
        : []),
    ]
    const frame = { role: 'region', tabIndex: 0, ariaLabel: [name, caption].filter(Boolean).join(' ') || undefined }
    const long = rows.length > 10 ? ['long'] : undefined
    return h('div.table', { id, ...(frame.ariaLabel === undefined ? { tabIndex: 0 } : frame) }, [
      element('table', { className: long }, parts),
    ])
  }
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
