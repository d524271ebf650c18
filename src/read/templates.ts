import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { systemReason } from '../diagnostics/system-error.ts'
import { byCodePoint } from './folder.ts'
import { templatesFolder } from './package-root.ts'

/** Template files by their path relative to the templates folder, with `/`. */
export type Templates = ReadonlyMap<string, VFile>

const textExtensions = new Set(['.css', '.html', '.js', '.json', '.md'])

/** The package's templates, each replaced by the user's file of the same path, and the user's further files. */
export async function readTemplates(userFolder?: string): Promise<Templates> {
  const own = await readFolder(templatesFolder())
  if (userFolder === undefined) return own
  try {
    return new Map([...own, ...(await readFolder(userFolder))])
  } catch (error) {
    const file = new VFile({ path: userFolder })
    report(file, 'read:templates-are-readable', `Cannot read the templates folder: ${systemReason(error)}`)
    return new Map([...own, ['.', file]])
  }
}

async function readFolder(folder: string): Promise<Map<string, VFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && textExtensions.has(extname(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(byCodePoint)
  const templates = new Map<string, VFile>()
  for (const path of paths) {
    templates.set(path, new VFile({ cwd: folder, path, value: await readFile(join(folder, path), 'utf8') }))
  }
  return templates
}
