import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Handle, toMarkdown as serialize } from 'mdast-util-to-markdown'
import type { Part } from './mdast/part.ts'
import { normalize } from './normalize/normalize.ts'
import { parse } from './parse/parse.ts'
import type { SourceText } from './read/text.ts'

/** One source text to normalized markdown. */
export function normalizeText({ source, file }: SourceText): { part: Part; markdown: string } {
  const part = normalize(parse(source, file))
  return { part, markdown: interimMarkdown(part) }
}

function interimMarkdown(part: Part): string {
  return serialize(part.tree, {
    extensions: [gfmToMarkdown()],
    handlers: {
      line: ((node) => node.value) satisfies Handle,
      figure: ((node, _parent, state, info) => state.containerFlow(node, info)) satisfies Handle,
    } as object,
    listItemIndent: 'one',
    bullet: '-',
  })
}
