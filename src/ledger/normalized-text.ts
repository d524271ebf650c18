import type { Part } from '../captured/part.ts'
import type { SourceLedger } from './source-ledger.ts'

/** A source text that has gone through `parse`, `normalize` and `markdown`, with the account of it. */
export interface NormalizedText {
  readonly part: Part
  /** The normalized markdown. */
  readonly markdown: string
  readonly ledger: SourceLedger
}
