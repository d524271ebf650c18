import { sha256Of } from '../sha256.ts'
import type { OutputFile } from './output-file.ts'

/**
 * Name of the list of checksums, in the format of GNU `sha256sum`, so that `sha256sum -c SHA256SUMS` checks a dossier
 * without this tool. It also tells which files of a folder are the tool's.
 */
export const checksumsName = 'SHA256SUMS'

const heading = '# Files of this dossier, written by dossierpress. Check them with: sha256sum -c SHA256SUMS'

/** The list of checksums for the files of a dossier. */
export function checksumsOf(files: readonly OutputFile[]): OutputFile {
  const lines = files.map(({ path, contents }) => `${sha256Of(contents)}  ${path}`)
  return { path: checksumsName, contents: `${[heading, ...lines].join('\n')}\n` }
}

/** Hashes by path, read from a list of checksums; nothing when the list is not one of ours. */
export function readChecksums(list: string): ReadonlyMap<string, string> | undefined {
  if (!list.startsWith(heading)) return undefined
  const hashes = new Map<string, string>()
  for (const line of list.split('\n').slice(1)) {
    const hash = line.slice(0, 64)
    const path = line.slice(66)
    if (/^[0-9a-f]{64}$/.test(hash) && path !== '') hashes.set(path, hash)
  }
  return hashes
}
