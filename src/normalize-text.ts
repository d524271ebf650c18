import type { Part } from './captured/part.ts'
import { account } from './ledger/account.ts'
import type { SourceLedger } from './ledger/source-ledger.ts'
import { toMarkdown } from './markdown/to-markdown.ts'
import { normalize } from './normalize/normalize.ts'
import { parse } from './parse/parse.ts'
import type { SourceText } from './read/text.ts'

/** A source text that has gone through `parse`, `normalize` and `markdown`. */
export interface NormalizedText {
  readonly part: Part
  readonly markdown: string
  readonly ledger: SourceLedger
}

/** One source text to normalized markdown. */
export function normalizeText({ source, file }: SourceText): NormalizedText {
  const part = normalize(parse(source, file))
  const markdown = toMarkdown(part)
  return { part, markdown: markdown.value, ledger: account(part, markdown) }
}
