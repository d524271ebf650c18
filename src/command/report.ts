import type { VFile } from 'vfile'
import { countBySeverity, diagnosticsOf, formatCounts, formatDiagnostics } from '../diagnostics/summary.ts'
import { formatSummaries, summariesOf, summaryJson } from './summary.ts'

/** How a command reports, from its command line. */
export interface ReportOptions {
  readonly strict?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** What a command has made. */
export interface Outcome {
  readonly files: readonly VFile[]
  /** Said at the end of the summary ("out: 12 files"). */
  readonly done?: string
  /** Whether standard output is taken by the result itself; the JSON form goes to standard error then. */
  readonly outputTaken?: boolean
  /** Added to the JSON form. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Prints messages, what was done to each source and a summary, or their JSON form, and gives the exit code. */
export function printReport(
  { files, done, outputTaken, details }: Outcome,
  { strict, json, quiet, verbose = false }: ReportOptions,
): number {
  const diagnostics = diagnosticsOf(files)
  if (process.env.DOSSIERPRESS_DEBUG) printCauses(files)
  const counts = countBySeverity(diagnostics)
  const summaries = summariesOf(files)
  if (json) {
    const stream = outputTaken ? process.stderr : process.stdout
    const sources = summaries.map(summaryJson)
    const about = summaries.length > 0 ? { ...details, sources } : details
    stream.write(`${JSON.stringify({ ...about, counts, diagnostics }, undefined, 2)}\n`)
  } else {
    const shown = quiet ? diagnostics.filter(({ severity }) => severity !== 'info') : diagnostics
    process.stderr.write(
      formatDiagnostics(shown, { color: process.stderr.isTTY && process.stderr.hasColors(), all: verbose }),
    )
    // What was done has been reported then, so there is something to report even without a message.
    const said = diagnostics.length === 0 && summaries.length > 0 ? 'no messages' : formatCounts(counts)
    const summary = [done, said].filter((phrase) => phrase !== undefined).join('; ')
    if (!quiet) process.stderr.write(`${formatSummaries(summaries, verbose)}${summary}\n`)
  }
  return counts.error > 0 || (strict && counts.warning > 0) ? 1 : 0
}

/** Where exceptions came from, for those who mend the program. */
function printCauses(files: readonly VFile[]): void {
  for (const { cause } of files.flatMap(({ messages }) => messages)) {
    if (cause instanceof Error) process.stderr.write(`${cause.stack}\n`)
  }
}
