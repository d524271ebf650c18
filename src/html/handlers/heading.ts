import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'

/** Rank of a part's title; the dossier's own title has 1. */
const titleRank = 2

/**
 * A heading of a source, ranked by its number: 3.A stands right under the part's title, 3.A.1 under that. An annex
 * stands under the title. No rank is left out, whatever the source does (WCAG technique H42).
 */
export function heading() {
  let last = titleRank
  return (state: State, node: Heading): Element => {
    const { id, number = '', annex, hasOwnNumber } = node.data ?? {}
    const isAnnex = annex !== undefined
    const level = isAnnex ? 1 : number.split('.').length - 1
    const rank = Math.min(6, last + 1, titleRank + Math.max(1, level))
    last = rank
    const label = isAnnex || hasOwnNumber || number === '' ? [] : [h('span.number', number), ' ']
    return h(`h${rank}`, { id, className: isAnnex ? 'annex' : undefined }, [...label, ...state.all(node)])
  }
}
