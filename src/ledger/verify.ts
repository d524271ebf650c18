import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { sha256Of } from '../sha256.ts'
import type { SourceLedger } from './source-ledger.ts'
import { undoBytes } from './undo.ts'

/** The two files that a ledger is about, as they are now. */
export interface VerifiedFiles {
  /** Bytes of the source; absent when it is not at hand: then its hash alone tells whether undoing gives it back. */
  readonly source: Uint8Array | undefined
  /** Bytes of the normalized markdown; absent when the file is. */
  readonly markdown: Uint8Array | undefined
}

/**
 * Checks one source of a finished dossier: both files have the hashes that the ledger says, and undoing the ledger
 * gives the source back. What differs is reported on the file, with the first byte that does; true when nothing does.
 */
export function verify(ledger: SourceLedger, { source, markdown }: VerifiedFiles, file: VFile): boolean {
  const before = file.messages.length
  if (!markdown) report(file, 'ledger:markdown-is-unchanged', `Cannot find the markdown of ${ledger.id}`)
  if (source) checkHash(file, { rule: 'ledger:source-is-unchanged', what: 'the source' }, source, ledger.sha256)
  if (markdown) {
    checkHash(file, { rule: 'ledger:markdown-is-unchanged', what: 'the markdown' }, markdown, ledger.markdownSha256)
    checkUndo(file, ledger, markdown, source)
  }
  return file.messages.length === before
}

/** A file that the ledger has the hash of: the rule that it is unchanged, and what it is called. */
interface Hashed {
  readonly rule: 'ledger:source-is-unchanged' | 'ledger:markdown-is-unchanged'
  readonly what: string
}

function checkHash(file: VFile, { rule, what }: Hashed, bytes: Uint8Array, expected: string): void {
  const actual = sha256Of(bytes)
  if (actual === expected) return
  report(file, rule, `Unexpected SHA-256 of ${what}, expected the one in the ledger`, { actual, expected: [expected] })
}

function checkUndo(file: VFile, ledger: SourceLedger, markdown: Uint8Array, source: Uint8Array | undefined): void {
  const undone = undoBytes(new TextDecoder().decode(markdown), ledger)
  if (sha256Of(undone) === ledger.sha256) return
  const at = source ? firstDifference(undone, source) : undefined
  const where = at === undefined ? '' : `: the first byte that differs is at offset ${at}`
  report(file, 'ledger:undo-gives-source-back', `Undoing the ledger does not give ${ledger.path} back${where}`, {
    ...(source && at !== undefined ? { place: pointAtByte(source, at), actual: byteAt(undone, at) } : {}),
    ...(source && at !== undefined ? { expected: [byteAt(source, at)] } : {}),
  })
}

/** Offset of the first byte in which two files differ; nothing when they are the same. */
export function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) if (left[at] !== right[at]) return at
  return left.length === right.length ? undefined : length
}

function byteAt(bytes: Uint8Array, at: number): string {
  const byte = bytes[at]
  return byte === undefined ? 'end of file' : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

/** Line and column of a byte, counting bytes: the text may not be decodable any more. */
function pointAtByte(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let at = 0; at < offset; at++) {
    if (bytes[at] !== 10) continue
    line++
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}
