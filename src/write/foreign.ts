import { copyFile, link, mkdir, readdir, readlink, symlink } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** Paths (with `/`) of all files in a folder and below it, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Brings files along into the folder that takes the place of theirs: as the same file where the disk can do that. */
export async function carryOver(paths: readonly string[], from: string, to: string): Promise<void> {
  for (const path of paths) {
    const [source, target] = [join(from, path), join(to, path)]
    await mkdir(dirname(target), { recursive: true })
    try {
      await link(source, target)
    } catch {
      await copyEntry(source, target)
    }
  }
}

async function copyEntry(source: string, target: string): Promise<void> {
  const leadsTo = await readlink(source).catch(() => undefined)
  if (leadsTo === undefined) await copyFile(source, target)
  else await symlink(leadsTo, target)
}
