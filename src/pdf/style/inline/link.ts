import type { Link } from 'mdast'
import { safeAddress } from '../../../link/address.ts'
import { runWith } from '../../line/run.ts'
import type { StyledRun } from '../item.ts'
import { markOf } from '../mark.ts'
import { tagUnder } from '../tag.ts'
import { type InlineContext, phrasing } from './phrasing.ts'

/** A link: within the dossier, with the number of its page; to the web; or, when its address is not safe, just words. */
export function link(node: Link, context: InlineContext): StyledRun[] {
  if (node.url.startsWith('#')) return inside(node, decode(node.url.slice(1)), context)
  const address = safeAddress(node.url, context.part.part.metadata.url)
  if (address === undefined) return phrasing(node.children, context)
  const tag = tagUnder(context.tag, 'Link')
  const style = context.part.sheet.vary(context.style, { color: 'accent' })
  const mark = markOf(tag, { kind: 'outside', to: address, title: address })
  const runs = phrasing(node.children, { ...context, tag, style, mark })
  return runs.length > 0 ? runs : [runWith(address, style, mark)]
}

function inside(node: Link, id: string, context: InlineContext): StyledRun[] {
  const { document, labels, pageNumber, sheet } = context.part
  const target = document.targets.get(id)
  if (!target) return phrasing(node.children, context)
  const tag = tagUnder(tagUnder(context.tag, 'Reference'), 'Link')
  const mark = markOf(tag, { kind: 'inside', to: id, title: target.label })
  const style = sheet.vary(context.style, { color: 'accent' })
  const words = phrasing(node.children, { ...context, tag, style, mark })
  const [before = '', after = ''] = labels.text('pageReference', { n: '\u0000' }).split('\u0000')
  return [
    ...words,
    runWith(`, ${before}`, style, mark),
    runWith(pageNumber(id), sheet.vary(style, { tabular: true }), markOf(tag, mark.link, { pageOf: id })),
    ...(after === '' ? [] : [runWith(after, style, mark)]),
  ]
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
