import { VFile } from 'vfile'
import { report } from './diagnostics/report.ts'
import { systemReason } from './diagnostics/system-error.ts'
import { ledgerPath, markdownPath } from './ledger/accounts.ts'
import { readLedger } from './ledger/read-json.ts'
import type { SourceLedger } from './ledger/source-ledger.ts'
import { verify } from './ledger/verify.ts'
import { pathInFolder } from './read/entries.ts'
import { readIfThere } from './read/finished.ts'
import { sha256Of } from './sha256.ts'
import { checksumsName, readChecksums } from './write/checksums.ts'

/** What to verify. */
export interface VerifyOptions {
  /** Folder of a finished dossier. */
  readonly out: string
  /** Folder with its sources; without it the hashes in the ledger stand for them. */
  readonly sources?: string
}

/** What was verified and what differs. */
export interface VerifyResult {
  /** The files looked at, with a message for each difference. */
  readonly files: readonly VFile[]
  /** Number of files whose hash was computed. */
  readonly hashes: number
  /** Number of ledgers that were undone. */
  readonly ledgers: number
}

/**
 * Checks a finished dossier: computes every hash again, undoes every ledger, and names the first byte that differs.
 * Nothing is written.
 */
export async function verifyDossier({ out, sources }: VerifyOptions): Promise<VerifyResult> {
  const outFile = new VFile({ cwd: out, path: '.' })
  try {
    const { files, hashes } = await verifyChecksums(out, outFile)
    const hasLedger = files.some(({ path }) => path === ledgerPath)
    const ledgers = hasLedger ? await loadLedgers(out, outFile) : []
    const verified: VFile[] = []
    for (const ledger of ledgers) verified.push(await verifyLedger(ledger, out, sources))
    return { files: [outFile, ...files, ...verified], hashes, ledgers: ledgers.length }
  } catch (error) {
    report(outFile, 'verify:dossier-is-readable', `Cannot read the dossier: ${systemReason(error)}`)
    return { files: [outFile], hashes: 0, ledgers: 0 }
  }
}

async function verifyChecksums(out: string, outFile: VFile): Promise<{ files: VFile[]; hashes: number }> {
  const list = await readIfThere(out, checksumsName)
  const hashes = list && readChecksums(new TextDecoder().decode(list))
  if (!hashes) {
    const found = list ? 'Unexpected format' : 'Missing file'
    report(
      outFile,
      'verify:dossier-is-readable',
      `${found}, expected the checksums of a dossier in \`${checksumsName}\``,
    )
    return { files: [], hashes: 0 }
  }
  const files: VFile[] = []
  for (const [path, expected] of hashes) {
    const file = new VFile({ cwd: out, path })
    files.push(file)
    const bytes = pathInFolder(path) === undefined ? undefined : await readIfThere(out, path)
    const actual = bytes && sha256Of(bytes)
    if (actual === expected) continue
    const what = actual === undefined ? 'Missing file' : 'Unexpected SHA-256 of the file'
    report(file, 'verify:file-is-unchanged', `${what}, expected the one in \`${checksumsName}\``, {
      ...(actual === undefined ? {} : { actual }),
      expected: [expected],
    })
  }
  return { files, hashes: hashes.size }
}

async function loadLedgers(out: string, outFile: VFile): Promise<readonly SourceLedger[]> {
  const json = await readIfThere(out, ledgerPath)
  if (!json) return []
  try {
    return readLedger(new TextDecoder().decode(json))
  } catch (error) {
    // JSON that does not parse, or that is no ledger: the reader of the format says what is wrong.
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
    report(
      outFile,
      'verify:dossier-is-readable',
      `Unexpected contents of \`ledger.json\`, expected a ledger: ${reason}`,
    )
    return []
  }
}

/** Messages go on the source when it is at hand, else on the markdown. */
async function verifyLedger(ledger: SourceLedger, out: string, sources: string | undefined): Promise<VFile> {
  const ownPath = markdownPath(ledger.id)
  const file =
    sources === undefined ? new VFile({ cwd: out, path: ownPath }) : new VFile({ cwd: sources, path: ledger.path })
  const isInside = pathInFolder(ledger.path) !== undefined && pathInFolder(ownPath) !== undefined
  const markdown = isInside ? await readIfThere(out, ownPath) : undefined
  const source = isInside && sources !== undefined ? await readIfThere(sources, ledger.path) : undefined
  if (sources !== undefined && !source) {
    report(file, 'ledger:source-is-unchanged', 'Missing source, expected the one in the ledger', {
      expected: [ledger.sha256],
    })
  }
  verify(ledger, { source, markdown }, file)
  return file
}
