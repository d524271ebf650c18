import type { Element } from 'hast'
import type { Paragraph } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'
import { marginLinks } from '../margin.ts'

/** A paragraph with its permanent number. */
export function paragraph(context: PartContext) {
  return (state: State, node: Paragraph): Element => {
    const { id, number } = node.data ?? {}
    const margin = id === undefined || number === undefined ? [] : marginLinks(context, id, number)
    return element('p', { id }, [...margin, ...state.all(node)])
  }
}
