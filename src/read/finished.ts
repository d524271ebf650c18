import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from '../diagnostics/system-error.ts'

/** The bytes of a file below a folder by its path with `/`; nothing when there is none. Other failures are thrown. */
export async function readIfThere(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, ...path.split('/')))
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}
