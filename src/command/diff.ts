import { statSync } from 'node:fs'
import { closestMatch } from 'leven'
import pc from 'picocolors'
import { normalizeText } from '../pipeline.ts'
import { read } from '../read/read.ts'
import type { SourceText } from '../read/text.ts'
import { formatHunk, type Look } from './hunk-text.ts'
import { hunksOf, isVisible } from './hunks.ts'
import { printReport, type ReportOptions } from './report.ts'

/** Options of `dossierpress diff`. */
export interface DiffCommandOptions extends ReportOptions {
  /** Whether edits of white space are shown, too. */
  readonly all?: boolean
  /** Whether to print one column whatever the width of the terminal. */
  readonly unified?: boolean
}

/** Shows the edits to one source: its id in a dossier, or the path of a text. */
export async function runDiff(source: string, sources: string, options: DiffCommandOptions): Promise<number> {
  const isText = isFile(source)
  const { texts, files } = await read(isText ? source : sources)
  const text = isText ? texts[0] : texts.find(({ source: { id, path } }) => id === source || path === source)
  if (text) return show(text, options)
  const exit = printReport(
    { files: files.filter(({ messages }) => messages.some(({ fatal }) => fatal)) },
    { quiet: true },
  )
  const nearest = closestMatch(
    source,
    texts.map(({ source: { id } }) => id),
  )
  process.stderr.write(
    `error: no source '${source}' in ${sources}${nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`}\n`,
  )
  return exit || 2
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function show(text: SourceText, { all = false, unified = false, json = false, ...report }: DiffCommandOptions): number {
  const { ledger, markdown } = normalizeText(text)
  const edits = ledger.entries.flatMap((entry) => ('edit' in entry ? [{ ...entry.edit, line: entry.line }] : []))
  const shown = edits.filter((edit) => all || isVisible(edit))
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ source: ledger.id, sha256: ledger.sha256, edits: shown }, undefined, 2)}\n`,
    )
    return 0
  }
  const paint = pc.createColors(process.stdout.isTTY && process.stdout.hasColors())
  const look: Look = {
    paint,
    width: process.stdout.columns ?? 80,
    columns: !unified && (process.stdout.columns ?? 80) >= 100,
  }
  for (const hunk of hunksOf(ledger, markdown, all)) process.stdout.write(formatHunk(text.source.path, hunk, look))
  const hidden = edits.length - shown.length
  const rest = hidden > 0 ? `; ${hidden} of white space not shown (--all)` : ''
  if (!report.quiet) process.stderr.write(`${shown.length} edits${rest}\n`)
  return 0
}
