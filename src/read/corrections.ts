import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { isSystemError, systemReason } from '../diagnostics/system-error.ts'
import type { Entry } from './entries.ts'
import { correctionsExtension, type Listing } from './folder.ts'

/** Reads the hand corrections that stand beside a source; nothing when it has none. */
export async function readCorrections(folder: string, { id, path, file }: Entry): Promise<VFile | undefined> {
  const name = posix.join(dirname(path), `${id}${correctionsExtension}`)
  const corrections = new VFile({ cwd: folder, path: name })
  try {
    corrections.value = await readFile(join(folder, name), 'utf8')
    return corrections
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined
    report(file, 'read:file-is-readable', `Cannot read \`${name}\`: ${systemReason(error)}`)
    return undefined
  }
}

/** Files of corrections in the folder that belong to no source, with a message on each. */
export function strayCorrections(listing: Listing, entries: readonly Entry[], folder: string): VFile[] {
  const ids = new Set(entries.map(({ id }) => id))
  return listing.corrections
    .filter((name) => !ids.has(name.slice(0, -correctionsExtension.length)))
    .map((name) => {
      const file = new VFile({ cwd: folder, path: name })
      const known = [...ids].slice(0, 10).join(', ')
      report(file, 'read:corrections-have-a-source', 'No source has the id that this file is named after', {
        note: `Ids of this dossier: ${known}`,
      })
      return file
    })
}
