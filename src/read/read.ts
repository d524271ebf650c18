import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { VFile } from 'vfile'
import type { Manifest } from '../config.ts'
import { report } from '../diagnostics/report.ts'
import { systemReason } from '../diagnostics/system-error.ts'
import { sha256Of } from '../sha256.ts'
import { readCorrections, strayCorrections } from './corrections.ts'
import type { Dossier, Settings } from './dossier.ts'
import { type Entry, entriesOfManifest, entriesOfNames } from './entries.ts'
import { type Listing, listFolder, manifestName, mediaTypeOf } from './folder.ts'
import { readImages } from './images.ts'
import type { LocatedManifest } from './manifest.ts'
import { readText, type SourceText } from './text.ts'

/**
 * Reads a dossier: a folder of texts with or without a dossier.yaml, or one text. What cannot be read is reported on
 * its file, and the rest is given.
 */
export async function read(sources: string): Promise<Dossier> {
  return (await isFile(sources)) ? readSingleText(sources) : readFolder(sources)
}

async function readFolder(folder: string): Promise<Dossier> {
  const folderFile = new VFile({ cwd: folder, path: '.' })
  const file = new VFile({ cwd: folder, path: manifestName })
  const nothing = dossierOf({ texts: [], file, files: [folderFile] })
  const listing = await listFolder(folder, folderFile)
  if (!listing) return nothing
  const located = listing.hasManifest ? await loadManifest(folder, file) : undefined
  if (listing.hasManifest && !located) return nothing
  const { entries, leftOut } = chooseEntries(listing, located, { path: folder, manifestFile: file, folderFile })
  const texts = await readEntries(folder, entries, file)
  const strays = strayCorrections(listing, entries, folder)
  const files = [folderFile, ...entries.map((entry) => entry.file), ...leftOut, ...strays]
  return dossierOf({ texts, file, files }, located?.manifest)
}

/** The folder that is read, and the files on which is said what is wrong with it. */
interface Folder {
  readonly path: string
  readonly manifestFile: VFile
  readonly folderFile: VFile
}

function chooseEntries(
  listing: Listing,
  located: LocatedManifest | undefined,
  { path: folder, manifestFile, folderFile }: Folder,
): { entries: Entry[]; leftOut: VFile[] } {
  if (located?.manifest.sources) return entriesOfManifest(located, manifestFile, folder, listing)
  if (listing.texts.length === 0) {
    report(folderFile, 'read:folder-has-texts', 'Unexpected folder without a text', {
      note: 'Put source texts (.txt, .md) into it, or name another folder',
    })
  }
  reportFoldersBelow(listing, folderFile)
  return { entries: entriesOfNames(listing.texts, folder), leftOut: uncaptured(listing, folder) }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

async function readSingleText(path: string): Promise<Dossier> {
  const folder = dirname(path)
  const file = new VFile({ cwd: folder, path: manifestName })
  const entries = entriesOfNames([basename(path)], folder)
  const texts = await readEntries(folder, entries, file)
  return dossierOf({ texts, file, files: entries.map((entry) => entry.file) })
}

async function loadManifest(folder: string, file: VFile): Promise<LocatedManifest | undefined> {
  try {
    file.value = await readFile(join(folder, manifestName), 'utf8')
  } catch (error) {
    report(file, 'read:file-is-readable', `Cannot read ${manifestName}: ${systemReason(error)}`)
    return undefined
  }
  const { readManifest } = await import('./manifest.ts')
  return readManifest(file)
}

async function readEntries(folder: string, entries: readonly Entry[], manifestFile: VFile): Promise<SourceText[]> {
  const texts: SourceText[] = []
  for (const entry of entries) {
    const text = await readEntry(folder, entry, manifestFile)
    if (text) texts.push(text)
  }
  return texts
}

async function readEntry(folder: string, entry: Entry, manifestFile: VFile): Promise<SourceText | undefined> {
  const { path, file, place, listed } = entry
  const blamed = place ? manifestFile : file
  const mediaType = mediaTypeOf(path)
  if (!mediaType) {
    report(blamed, 'read:format-is-known', `Unexpected format of \`${path}\`, expected .txt, .text, .md or .markdown`, {
      place,
    })
    return undefined
  }
  try {
    const bytes = await readFile(join(folder, path))
    const images = await readImages(folder, entry, manifestFile)
    const corrections = await readCorrections(folder, entry)
    return await readText(bytes, { ...entry, mediaType, encoding: listed?.encoding, images, corrections }, file)
  } catch (error) {
    report(blamed, 'read:file-is-readable', `Cannot read \`${path}\`: ${systemReason(error)}`, {
      place,
      note: entry.nearest === undefined ? 'Check its name and permissions' : `Did you mean \`${entry.nearest}\`?`,
    })
    return undefined
  }
}

function reportFoldersBelow({ foldersWithTexts }: Listing, folderFile: VFile): void {
  for (const name of foldersWithTexts) {
    report(folderFile, 'read:folder-below-is-named', `The texts of the folder \`${name}\` are not read`, {
      note: `To use them, list them in ${manifestName} ("file: ${name}/...")`,
    })
  }
}

function uncaptured({ documents }: Listing, folder: string): VFile[] {
  return documents.map((path) => {
    const file = new VFile({ cwd: folder, path })
    report(file, 'read:document-is-captured', 'This document is not read, expected a text', {
      note:
        file.extname?.toLowerCase() === '.pdf' ? `Capture its text: pdftotext ${path}` : 'Save it as plain text (.txt)',
    })
    return file
  })
}

function dossierOf({ texts, file, files }: Omit<Dossier, 'settings'>, manifest: Manifest = {}): Dossier {
  const { title, subtitle, date, authors = [], language = 'en', glossary = [], theme, address } = manifest
  const settings: Settings = {
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(date === undefined ? {} : { date }),
    authors,
    language,
    glossary,
    ...(theme === undefined ? {} : { theme }),
    ...(address === undefined ? {} : { address }),
    fingerprint: fingerprintOf(texts, String(file.value ?? '')),
  }
  const corrections = texts.flatMap(({ source }) => source.corrections ?? [])
  return { settings, texts, file, files: [file, ...files, ...corrections] }
}

function fingerprintOf(texts: readonly SourceText[], manifest: string): string {
  const given = texts.map(({ source: { id, sha256: own, corrections, images } }) => {
    const beside = [...(corrections ? [String(corrections.value)] : []), ...images.map(({ bytes }) => bytes)]
    return `\n${id}\0${own}${beside.map((data) => `\0${sha256Of(data)}`).join('')}`
  })
  return sha256Of(sha256Of(manifest) + given.join(''))
}
