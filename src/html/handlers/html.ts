import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Html, Parents } from 'mdast'
import type { State } from 'mdast-util-to-hast'

const phrasingParents = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'])

/** Markup in a source is text about which nothing is known: it is shown as it was written, and never becomes markup. */
export function html() {
  return (_state: State, node: Html, parent: Parents | undefined): ElementContent =>
    phrasingParents.has(parent?.type ?? '') ? h('code', node.value) : h('pre', [h('code', node.value)])
}
