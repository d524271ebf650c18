import { encode } from '../encoding.ts'
import type { SourceLedger } from './source-ledger.ts'

/** The decoded text of a source, from its normalized markdown and its ledger. */
export function undo(markdown: string, { entries }: Pick<SourceLedger, 'entries'>): string {
  const pieces: string[] = []
  for (const entry of entries) {
    pieces.push('edit' in entry ? entry.edit.before : markdown.slice(entry.at, entry.at + entry.length))
  }
  return pieces.join('')
}

/** The bytes of a source file, from its normalized markdown and its ledger. */
export function undoBytes(markdown: string, ledger: Pick<SourceLedger, 'entries' | 'encoding' | 'bom'>): Uint8Array {
  return encode(undo(markdown, ledger), ledger.encoding, ledger.bom)
}
