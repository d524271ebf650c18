import type { Edit } from '../captured/edit.ts'

/** The account of one source: kept and edited stretches that tile its text from the first to the last character. */
export interface SourceLedger {
  /** Identifier of the source in the dossier. */
  readonly id: string
  /** Path of the source, relative to the sources folder. */
  readonly path: string
  /** Size of the source in bytes. */
  readonly size: number
  /** SHA-256 of the source's bytes, lower-case hexadecimal. */
  readonly sha256: string
  /** IANA name of the source's character encoding. */
  readonly encoding: string
  /** Whether the source begins with a byte order mark. */
  readonly bom: boolean
  /** SHA-256 of the normalized markdown in UTF-8, lower-case hexadecimal. */
  readonly markdownSha256: string
  /** The account, in the order of the source. */
  readonly entries: readonly LedgerEntry[]
}

/** A stretch of the source: kept, or edited. */
export type LedgerEntry = KeptEntry | EditEntry

/** Text that stands in the markdown as it stands in the source. */
export interface KeptEntry {
  /** Number of UTF-16 code units. */
  readonly length: number
  /** Offset in the markdown, in UTF-16 code units. */
  readonly at: number
}

/** Text that stands otherwise in the markdown, or not at all. */
export interface EditEntry {
  readonly edit: Edit
  /** Line of the source where the edit begins, from 1. */
  readonly line: number
}
