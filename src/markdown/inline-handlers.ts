import type { PhrasingContent } from 'mdast'
import { handleDelete, handleEmphasis, handleStrong } from './handle/attention.ts'
import { handleBreak } from './handle/break.ts'
import { handleFootnoteReference } from './handle/footnote-reference.ts'
import { handleInlineHtml } from './handle/html.ts'
import { handleImage, handleImageReference } from './handle/image.ts'
import { handleInlineCode } from './handle/inline-code.ts'
import { handleLink, handleLinkReference } from './handle/link.ts'
import type { PhrasingContext } from './phrasing.ts'
import type { Writer } from './writer.ts'

type InlineNode = Exclude<PhrasingContent, { type: 'text' }>

/** How each inline node is written, text apart: text goes through `run.ts`. */
export const inlineHandlers: {
  readonly [Type in InlineNode['type']]: (
    writer: Writer,
    node: Extract<InlineNode, { type: Type }>,
    context: PhrasingContext,
  ) => void
} = {
  break: handleBreak,
  delete: handleDelete,
  emphasis: handleEmphasis,
  footnoteReference: handleFootnoteReference,
  html: handleInlineHtml,
  image: handleImage,
  imageReference: handleImageReference,
  inlineCode: handleInlineCode,
  link: handleLink,
  linkReference: handleLinkReference,
  strong: handleStrong,
}
