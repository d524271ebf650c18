import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { isSystemError, systemReason } from '../diagnostics/system-error.ts'
import { checksumsName, checksumsOf, readChecksums } from './checksums.ts'
import { carryOver, filesIn } from './foreign.ts'
import type { OutputFile } from './output-file.ts'
import { removeAtExit } from './remove-at-exit.ts'

/** Where a dossier goes. */
export interface WriteTarget {
  /** The output folder. */
  readonly out: string
  /** The sources folder, which must not be replaced. */
  readonly sources: string
  /** Takes what there is to say about the output. */
  readonly file: VFile
}

/**
 * Writes a dossier in one move: all files into a new folder beside `out`, with them the files that somebody else put
 * into `out`; then the new folder takes the place of the old one. Whatever goes wrong before leaves `out` as it was.
 * Returns whether the dossier was written.
 */
export async function write(files: readonly OutputFile[], { out, sources, file }: WriteTarget): Promise<boolean> {
  let fresh: string | undefined
  try {
    const target = await realTarget(out)
    const foreign = await checkTarget(target, sources, files, file)
    if (!foreign) return false
    fresh = join(dirname(target), `.${basename(target)}-new-${process.pid}`)
    await mkdir(fresh)
    const isInPlace = removeAtExit(fresh)
    await writeFiles(fresh, [...files, checksumsOf(files)])
    await carryOver(foreign, target, fresh)
    await swap(fresh, target)
    isInPlace()
    return true
  } catch (error) {
    if (fresh) await rm(fresh, { recursive: true, force: true }).catch(() => undefined)
    const path = isSystemError(error) && error.path ? ` (${basename(error.path)})` : ''
    report(file, 'write:output-is-writable', `Cannot write the dossier: ${systemReason(error)}${path}`, {
      note: 'The former output is as it was; check the output folder and the disk',
    })
    return false
  }
}

/** The output folder itself when `out` is a link to it; parents that do not exist are made. */
async function realTarget(out: string): Promise<string> {
  try {
    return await realpath(out)
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error
    await mkdir(dirname(resolve(out)), { recursive: true })
    return join(await realpath(dirname(resolve(out))), basename(out))
  }
}

/** Files in the output folder that are not the tool's; nothing, and a report, when the folder must not be replaced. */
async function checkTarget(
  target: string,
  sources: string,
  files: readonly OutputFile[],
  file: VFile,
): Promise<readonly string[] | undefined> {
  if (isWithin(await realpath(sources), target)) {
    report(file, 'write:output-is-apart-from-sources', 'Unexpected output folder that has the sources in it', {
      note: 'Name another output folder',
    })
    return undefined
  }
  if (!(await isThere(target))) return []
  const present = await filesIn(target)
  const former = readChecksums(await readOrEmpty(join(target, checksumsName)))
  if (!former) return checkStrangeFolder(present, file)
  const foreign = present.filter((path) => !former.has(path) && path !== checksumsName)
  return checkClashes(foreign, files, file)
}

/** A folder that is no former dossier may hold hidden files such as .gitkeep, but nothing else. */
function checkStrangeFolder(present: readonly string[], file: VFile): readonly string[] | undefined {
  const obstacle = present.find((path) => !basename(path).startsWith('.'))
  if (obstacle === undefined) return present
  const message = `Unexpected output folder with files of another origin, such as \`${obstacle}\``
  report(file, 'write:output-is-a-dossier', message, { note: 'Name a new or empty folder' })
  return undefined
}

function checkClashes(
  foreign: readonly string[],
  files: readonly OutputFile[],
  file: VFile,
): readonly string[] | undefined {
  const ours = new Set(files.map(({ path }) => path))
  const clash = foreign.find((path) => ours.has(path))
  if (clash === undefined) return foreign
  const message = `Unexpected file \`${clash}\` that dossierpress did not write`
  report(file, 'write:file-is-not-replaced', message, { note: 'Move or rename it' })
  return undefined
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !way.startsWith(sep))
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false
    throw error
  }
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return ''
    throw error
  }
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  for (const { path, contents } of files) {
    const location = join(folder, ...path.split('/'))
    await mkdir(dirname(location), { recursive: true })
    await writeFile(location, contents)
  }
}

/** The only moment at which `target` changes: two renames, the first undone if the second fails. */
async function swap(fresh: string, target: string): Promise<void> {
  const former = `${fresh}-former`
  const replaces = await isThere(target)
  if (replaces) await rename(target, former)
  try {
    await rename(fresh, target)
  } catch (error) {
    if (replaces) await rename(former, target)
    throw error
  }
  if (replaces) await rm(former, { recursive: true, force: true })
}
