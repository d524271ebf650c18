import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { closestMatch } from 'leven'
import pc from 'picocolors'
import { doubtsOf } from '../captured/doubt.ts'
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
  /** Whether a terminal shows the edits page by page; true by default. */
  readonly pager?: boolean
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

/** Through the reader's pager when a person looks at it; straight out when another program reads it, or there is no pager. */
function print(text: string, paged: boolean): void {
  const command = process.env.DOSSIERPRESS_PAGER ?? process.env.PAGER ?? 'less'
  if (paged && process.stdout.isTTY && command !== '' && command !== 'cat') {
    const env = { LESS: 'FRX', LESSCHARSET: 'utf-8', ...process.env }
    const [name = '', ...rest] = command.split(/\s+/)
    const { error } = spawnSync(name, rest, { input: text, stdio: ['pipe', 'inherit', 'inherit'], env })
    // A reader may leave the pager before its end; only a pager that is not there has shown nothing.
    if (!error || !('code' in error) || error.code !== 'ENOENT') return
  }
  process.stdout.write(text)
}

function show(
  text: SourceText,
  { all = false, unified = false, json = false, pager = true, ...report }: DiffCommandOptions,
): number {
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
  // A terminal that does not know its width says 0.
  const width = process.stdout.columns || 80
  const look: Look = { paint, width, columns: !unified && width >= 100 }
  const hunks = hunksOf(ledger, markdown, all).map((hunk) => formatHunk(text.source.path, hunk, look))
  print(hunks.join(''), pager)
  const hidden = edits.length - shown.length
  const rest = hidden > 0 ? `; ${hidden} of white space not shown (--all)` : ''
  const doubts = doubtsOf(text.file).length
  const open = doubts > 0 ? `; doubtful places left as they are: ${doubts} (dossierpress check names them)` : ''
  if (!report.quiet) process.stderr.write(`${shown.length} edit${shown.length === 1 ? '' : 's'}${rest}${open}\n`)
  return 0
}
