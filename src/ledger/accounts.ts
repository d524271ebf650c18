import type { VFile } from 'vfile'
import type { Source } from '../captured/source.ts'
import { ledgerJson } from './json.ts'
import type { NormalizedText } from './normalized-text.ts'

/** What it takes to check a dossier against its sources: each source, its markdown, and the ledger that leads back. */
export interface Accounts {
  readonly texts: readonly AccountedText[]
  /** The text of `ledger.json`. */
  readonly ledger: string
}

/** A source beside its normalized markdown. */
export interface AccountedText {
  readonly source: Source
  /** The decoded source. */
  readonly file: VFile
  readonly markdown: string
}

/** Path of the ledger in a finished dossier. */
export const ledgerPath = 'ledger.json'

/** Path of a source's markdown in a finished dossier. */
export function markdownPath(id: string): string {
  return `markdown/${id}.md`
}

/** The accounts of texts, in the order of the dossier; their trees are no part of it. */
export function accountsOf(texts: readonly NormalizedText[]): Accounts {
  return {
    texts: texts.map(({ part: { source, file }, markdown }) => ({ source, file, markdown })),
    ledger: ledgerJson(texts.map((text) => text.ledger)),
  }
}

/** The files of the form "markdown": the ledger goes with them, because it gives the sources back only together with them. */
export function accountFiles({ texts, ledger }: Accounts): { path: string; contents: string }[] {
  const markdown = texts.map((text) => ({ path: markdownPath(text.source.id), contents: text.markdown }))
  return [...markdown, { path: ledgerPath, contents: ledger }]
}
