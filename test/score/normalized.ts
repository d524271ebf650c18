import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { type Diagnostic, diagnosticsOf } from '../../src/diagnostics/summary.ts'
import { normalizeText } from '../../src/pipeline.ts'
import { readText } from '../../src/read/text.ts'

/** What `dossierpress normalize --json --verbose` makes of a text. */
export interface Normalized {
  readonly markdown: string
  readonly messages: readonly Diagnostic[]
}

/** Normalizes a file of plain text; a text that can't be read gives no markdown, and the messages that say why. */
export async function normalizeFile(path: URL): Promise<Normalized> {
  const file = new VFile({ cwd: '', path: 'input.txt' })
  const description = { id: 'input', path: 'input.txt', mediaType: 'text/plain' } as const
  const text = await readText(await readFile(path), description, file)
  return { markdown: text ? normalizeText(text).markdown : '', messages: diagnosticsOf([file]) }
}
