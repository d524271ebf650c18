import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Image } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { report } from '../../diagnostics/report.ts'
import type { PartContext } from '../context.ts'
import { dataAddress } from '../image-data.ts'

/** An image that the dossier holds; for any other, its text alternative and its address, because nothing is loaded from elsewhere. */
export function image(context: PartContext) {
  return (_state: State, node: Image): ElementContent => {
    const supplied = context.part.source.images.find((candidate) => candidate.file === node.url)
    const data = supplied && dataAddress(supplied.bytes)
    if (data !== undefined) return h('img', { src: data, alt: node.alt || supplied?.alt || '' })
    report(
      context.part.file,
      'html:image-is-supplied',
      `Expected the image \`${node.url.slice(0, 80)}\` in the dossier`,
      {
        place: node,
      },
    )
    return h(
      'span.missing',
      [node.alt ?? '', node.alt && node.url ? ' ' : '', node.url ? `(${node.url})` : ''].join(''),
    )
  }
}
