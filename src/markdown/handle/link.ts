import type { Link, LinkReference } from 'mdast'
import { type PhrasingContext, writePhrasing } from '../phrasing.ts'
import { type Writer, write, writeKept } from '../writer.ts'

/** `[text](address "title")`, or `<address>` when the text is the address. */
export function handleLink(writer: Writer, node: Link, context: PhrasingContext): void {
  const [only] = node.children
  const isAddress = node.children.length === 1 && only?.type === 'text' && only.value === node.url
  if (isAddress && !node.title && /^[a-z][a-z\d+.-]{1,31}:[^\s<>]*$/i.test(node.url)) {
    writeAutolink(writer, node.url, only.position?.start.offset)
    return
  }
  write(writer, '[')
  writePhrasing(writer, node.children, { ...context, inLabel: true, inner: true })
  write(writer, `](${destination(node.url, node.title)})`)
}

/** `[text][label]` */
export function handleLinkReference(writer: Writer, node: LinkReference, context: PhrasingContext): void {
  write(writer, '[')
  writePhrasing(writer, node.children, { ...context, inLabel: true, inner: true })
  write(writer, `][${node.label ?? node.identifier}]`)
}

function writeAutolink(writer: Writer, url: string, start: number | undefined): void {
  write(writer, '<')
  if (start !== undefined && writer.source.startsWith(url, start)) writeKept(writer, start, start + url.length)
  else write(writer, url)
  write(writer, '>')
}

/** An address, and a title if there is one, as they stand between the parentheses of a link. */
export function destination(url: string, title: string | null | undefined): string {
  const literal = url.replace(/&(?=#?\w{1,32};)/g, '\\&')
  const safe =
    url === '' || /[\s()<>\\]/.test(url)
      ? `<${literal.replace(/[<>]|\\(?!&)/g, '\\$&').replace(/[\r\n]/g, '%0A')}>`
      : literal
  if (!title) return safe
  return `${safe} "${title.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`
}
