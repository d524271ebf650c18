import { verifyDossier } from '../verify.ts'
import { printReport, type ReportOptions } from './report.ts'

/** Verifies a finished dossier and reports. */
export async function runVerify(out: string, sources: string | undefined, options: ReportOptions): Promise<number> {
  const { files, hashes, ledgers } = await verifyDossier({ out, ...(sources === undefined ? {} : { sources }) })
  const done = `${out}: ${countOf(hashes, 'file')} hashed, ${countOf(ledgers, 'ledger')} undone`
  return printReport({ files, done, details: { out, hashes, ledgers } }, options)
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
