import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { VFile } from 'vfile'
import type { MediaType } from '../captured/source.ts'
import { report } from '../diagnostics/report.ts'
import { systemReason } from '../diagnostics/system-error.ts'
import { isEncoding } from '../encoding.ts'
import { normalizeText } from '../pipeline.ts'
import { mediaTypeOf } from '../read/folder.ts'
import { idOfName } from '../read/source-id.ts'
import { readText, type SourceText } from '../read/text.ts'
import { printReport, type ReportOptions } from './report.ts'

/** Options of `dossierpress normalize`. */
export interface NormalizeCommandOptions extends ReportOptions {
  readonly output: string
  readonly encoding?: string
  readonly type?: 'text' | 'markdown'
}

/** Turns one text into normalized markdown and reports. */
export async function runNormalize(path: string, options: NormalizeCommandOptions): Promise<number> {
  const { output, encoding } = options
  if (encoding !== undefined && !isEncoding(encoding)) {
    process.stderr.write(`error: unknown encoding '${encoding}'\n`)
    return 2
  }
  const file = new VFile({ cwd: '', path: path === '-' ? 'standard input' : path })
  const text = await readSource(path, file, options)
  const markdown = text && normalizeText(text).markdown
  const outFile = new VFile({ cwd: '', path: output })
  if (markdown !== undefined) await save(markdown, output, outFile)
  return printReport({ files: [file, outFile], outputTaken: output === '-' }, options)
}

async function readSource(
  path: string,
  file: VFile,
  { encoding, type }: NormalizeCommandOptions,
): Promise<SourceText | undefined> {
  try {
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path)
    return await readText(
      bytes,
      { id: idOfName(basename(path)), path: basename(path), mediaType: mediaType(path, type), encoding },
      file,
    )
  } catch (error) {
    report(file, 'read:file-is-readable', `Cannot read the text: ${systemReason(error)}`, {
      note: 'Check its name and permissions',
    })
    return undefined
  }
}

function mediaType(path: string, type: NormalizeCommandOptions['type']): MediaType {
  if (type) return `text/${type === 'text' ? 'plain' : type}`
  return mediaTypeOf(path) ?? 'text/plain'
}

async function save(markdown: string, output: string, outFile: VFile): Promise<void> {
  if (output === '-') {
    process.stdout.write(markdown)
    return
  }
  try {
    await writeFile(output, markdown)
  } catch (error) {
    report(outFile, 'write:output-is-writable', `Cannot write the markdown: ${systemReason(error)}`)
  }
}
