import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of all files below a folder, relative to it, sorted. */
export function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesBelow(folder, path) : [path]
    })
    .sort()
}
