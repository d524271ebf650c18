import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import { plainText } from '../../link/walk.ts'
import type { TableWrap } from '../../mdast/table-wrap.ts'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'
import { framedTable } from './table.ts'

/** A table with the source's caption, and under it what the source says about its figures. */
export function tableWrap(context: PartContext) {
  return (state: State, node: TableWrap): Element[] => {
    const [first] = node.children
    const own = node.children.find((child) => child.type === 'table')
    if (!own) return []
    const caption = first?.type === 'paragraph' ? { words: state.all(first), text: plainText(first) } : undefined
    const notes = node.children.slice(caption ? 2 : 1).flatMap((child) => {
      return child.type === 'paragraph' ? [element('p', { className: ['table-note'] }, state.all(child))] : []
    })
    return [framedTable(state, own, context, caption), ...notes]
  }
}
