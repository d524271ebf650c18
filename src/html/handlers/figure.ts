import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Figure } from '../../mdast/figure.ts'
import type { PartContext } from '../context.ts'
import { captionLabel } from '../margin.ts'

/** A figure with its number, caption and credit. When the capture lost the picture, a ruled empty frame says so. */
export function figure(context: PartContext) {
  return (state: State, node: Figure): Element => {
    const { id, number, ownLabel } = node.data ?? {}
    const roles = [...(node.data?.roles ?? [])]
    const images: ElementContent[] = []
    const caption: (ElementContent | string)[] = []
    if (number !== undefined) caption.push(...captionLabel(id, context.labels.text('figure', { n: number }), ownLabel))
    for (const child of node.children) {
      if (child.type === 'image') images.push(...asList(state.one(child, node)))
      else caption.push(h(`span.${roles.shift() ?? 'caption'}`, state.all(child)), ' ')
    }
    if (isSpace(caption.at(-1))) caption.pop()
    const picture = images.length > 0 ? images : [h('p.frame', context.labels.text('lostFigure'))]
    return h('figure', { id }, [...picture, ...(caption.length > 0 ? [h('figcaption', caption)] : [])])
  }
}

function asList(result: ElementContent | ElementContent[] | undefined): ElementContent[] {
  return result === undefined ? [] : Array.isArray(result) ? result : [result]
}

function isSpace(part: ElementContent | string | undefined): boolean {
  return part === ' ' || (typeof part === 'object' && part.type === 'text' && part.value === ' ')
}
