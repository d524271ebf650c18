import type { RootContent } from 'mdast'
import { handleBlockquote } from './handle/blockquote.ts'
import { handleCode } from './handle/code.ts'
import { handleDefinition } from './handle/definition.ts'
import { handleFigure } from './handle/figure.ts'
import { handleFootnoteDefinition } from './handle/footnote-definition.ts'
import { handleHeading } from './handle/heading.ts'
import { handleHtml } from './handle/html.ts'
import { handleLine } from './handle/line.ts'
import { handleList } from './handle/list.ts'
import { handleParagraph } from './handle/paragraph.ts'
import { handleTable } from './handle/table.ts'
import { handleThematicBreak } from './handle/thematic-break.ts'
import type { Writer } from './writer.ts'

type FlowType =
  | 'blockquote'
  | 'code'
  | 'definition'
  | 'figure'
  | 'footnoteDefinition'
  | 'heading'
  | 'html'
  | 'line'
  | 'list'
  | 'paragraph'
  | 'table'
  | 'thematicBreak'

/** How each block is written. The last argument says whether a list follows another list of its kind. */
export const flowHandlers: {
  readonly [Type in FlowType]: (
    writer: Writer,
    node: Extract<RootContent, { type: Type }>,
    followsList: boolean,
  ) => void
} = {
  blockquote: handleBlockquote,
  code: handleCode,
  definition: handleDefinition,
  figure: handleFigure,
  footnoteDefinition: handleFootnoteDefinition,
  heading: handleHeading,
  html: handleHtml,
  line: handleLine,
  list: handleList,
  paragraph: handleParagraph,
  table: handleTable,
  thematicBreak: handleThematicBreak,
}
