import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Link } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { report } from '../../diagnostics/report.ts'
import { safeAddress } from '../../link/address.ts'
import { archiveAddress } from '../archive.ts'
import type { PartContext } from '../context.ts'
import { openAddress } from '../markup.ts'

/** A link: within the dossier, to the web (with its archived copy beside it), or, when its address is not safe, words. */
export function link(context: PartContext) {
  return (state: State, node: Link): ElementContent[] => {
    const text = state.all(node)
    if (node.url.startsWith('#')) return [inside(context, node, text)]
    const address = safeAddress(node.url, context.part.metadata.url)
    if (address !== undefined) return outside(context, address, text)
    if (node.url !== '') {
      report(context.part.file, 'html:address-is-safe', `Unexpected address \`${node.url.slice(0, 80)}\` of a link`, {
        place: node,
        actual: node.url,
      })
    }
    return [h('span.dead', text)]
  }
}

function inside(context: PartContext, node: Link, text: ElementContent[]): Element {
  const id = decode(node.url.slice(1))
  const target = context.document.targets.get(id)
  if (!target) return h('span.dead', text)
  const isHere = target.part === context.part.id
  return h('a.reference', { href: isHere ? `#${id}` : openAddress(id) }, text)
}

function outside(context: PartContext, address: string, text: ElementContent[]): ElementContent[] {
  const archived = archiveAddress(address, context.part.metadata.captured ?? context.part.metadata.date)
  const original = h('a', { href: address, rel: 'noreferrer' }, text.length > 0 ? text : address)
  if (archived === undefined) return [original]
  const label = `${context.labels.text('archivedCopy')}: ${address}`
  return [original, h('a.archived', { href: archived, rel: 'noreferrer', ariaLabel: label })]
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
