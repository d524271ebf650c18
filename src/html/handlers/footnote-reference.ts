import type { Element } from 'hast'
import type { FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'

/** A note call: a superior label that leads to its note, and an anchor for the way back. */
export function footnoteReference(context: PartContext) {
  return (_state: State, node: FootnoteReference): Element => {
    const label = node.label ?? node.identifier
    const target = node.data?.target
    if (target === undefined) return element('sup', { className: ['call'] }, [label])
    const name = context.labels.text('note', { n: label })
    const link = { id: node.data?.id, href: `#${target}`, role: 'doc-noteref', ariaLabel: name }
    return element('sup', { className: ['call'] }, [element('a', link, [label])])
  }
}
