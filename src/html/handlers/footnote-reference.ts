import type { Element } from 'hast'
import { h } from 'hastscript'
import type { FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'

/** A note call: a superior label that leads to its note, and an anchor for the way back. */
export function footnoteReference(context: PartContext) {
  return (_state: State, node: FootnoteReference): Element => {
    const label = node.label ?? node.identifier
    const target = node.data?.target
    if (target === undefined) return h('sup.call', label)
    const name = context.labels.text('note', { n: label })
    return h('sup.call', [
      h('a', { id: node.data?.id, href: `#${target}`, role: 'doc-noteref', ariaLabel: name }, label),
    ])
  }
}
