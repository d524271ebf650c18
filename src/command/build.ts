import type { Format, Profile } from '../formats.ts'
import { build } from '../pipeline.ts'
import { compactHeap, isLong, keepHeapSmall } from '../start/heap.ts'
import { startProgress } from './progress.ts'
import { printReport, type ReportOptions } from './report.ts'
import { createThreads, type StartWorker } from './threads.ts'

/** Options of `dossierpress build` and `dossierpress check`. */
export interface BuildCommandOptions extends ReportOptions {
  readonly format?: readonly Format[]
  readonly templates?: string
  readonly theme?: string
  readonly profile?: Profile
  /** How many threads do the work, at most; by the length of the texts when left out. */
  readonly threads?: number
}

/** Builds a dossier, or without `out` only checks it, and reports. */
export async function runBuild(
  sources: string,
  out: string | undefined,
  options: BuildCommandOptions,
  startWorker?: StartWorker,
): Promise<number> {
  const { format: formats, templates, theme, profile, threads: most, json, quiet } = options
  const progress = await startProgress(process.stderr.isTTY && !json && !quiet)
  const threads = startWorker && createThreads(most, startWorker)
  let long = false
  const result = build({
    sources,
    ...(out === undefined ? {} : { out }),
    ...(formats ? { formats } : {}),
    ...(templates === undefined ? {} : { templates }),
    ...(theme === undefined ? {} : { theme }),
    ...(profile === undefined ? {} : { profile }),
    threads(characters) {
      long = isLong(characters)
      if (long) keepHeapSmall()
      return threads?.start(characters) ?? []
    },
    onProgress(stage, done, total) {
      if (long && stage === 'pdf') compactHeap()
      progress.show(stage, done, total)
    },
  })
  const { files, output, written } = await result.finally(() => {
    threads?.stop()
    progress.stop()
  })
  const paths = written ? output.map(({ path }) => path) : []
  const done = written ? `${out}: ${paths.length} files written` : out === undefined ? undefined : 'nothing written'
  return printReport({ files, ...(done === undefined ? {} : { done }), details: { out, written: paths } }, options)
}
