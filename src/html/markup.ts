import type { RootContent } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze()

/** Nodes as HTML. What is in them as `Raw` has come from here: no other text is ever taken for markup. */
export function toMarkup(nodes: readonly RootContent[]): string {
  return stringifier.stringify({ type: 'root', children: [...nodes] })
}

/**
 * Nodes turned into HTML once for all pages that show them, and then let go: a tree takes many times the memory of its
 * text. Addresses that differ from page to page are still open in it, see `openAddress`.
 */
export function markup(nodes: readonly RootContent[]): Raw {
  return { type: 'raw', value: nodes.length === 0 ? '' : toMarkup(nodes) }
}

/**
 * Address of an anchor of the dossier while the page of its link is not known. `addressed` closes it. No text of a
 * source can look like it: in HTML a `"` within an attribute and a `<` outside of one are character references.
 */
export function openAddress(anchor: string): string {
  return `<#${anchor}>`
}

/** The same HTML with its open addresses as they are from one page. */
export function addressed({ value }: Raw, addressOf: (anchor: string) => string): Raw {
  return { type: 'raw', value: value.replace(/ href="<#([^">]*)>"/g, (_, anchor) => ` href="${addressOf(anchor)}"`) }
}

/** Address in a page that has everything in it. */
export function withinPage(anchor: string): string {
  return `#${anchor}`
}
