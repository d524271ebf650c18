import { readdir, stat } from 'node:fs/promises'
import { extname, join, parse } from 'node:path'
import type { VFile } from 'vfile'
import { mediaTypes } from '../captured/media-types.ts'
import type { MediaType } from '../captured/source.ts'
import { report } from '../diagnostics/report.ts'
import { systemReason } from '../diagnostics/system-error.ts'

/** The name of the file that describes a dossier. */
export const manifestName = 'dossier.yaml'

/** How the name of a file of hand corrections ends, after the id of its source. */
export const correctionsExtension = '.edits.yaml'

const byExtension: ReadonlyMap<string, MediaType> = new Map(
  Object.entries(mediaTypes).flatMap(([type, { extensions }]) =>
    extensions.map((extension) => [extension, type as MediaType] as const),
  ),
)

/** Formats that people keep texts in and that are no captured text. */
const documentExtensions = new Set(
  '.pdf .htm .html .xhtml .mht .mhtml .doc .docx .odt .rtf .epub .eml .msg .ppt .pptx .odp .tex .xml'.split(' '),
)

/** The format of a source by its name's extension, in any case. */
export function mediaTypeOf(path: string): MediaType | undefined {
  return byExtension.get(extname(path).toLowerCase())
}

/** What a sources folder holds. */
export interface Listing {
  /** Names of the texts in the folder itself, in the order of their code points. */
  readonly texts: readonly string[]
  /** Names of the documents in the folder itself that have no text of the same name beside them. */
  readonly documents: readonly string[]
  readonly hasManifest: boolean
  /** Names of the files of hand corrections in the folder itself. */
  readonly corrections: readonly string[]
  /** Names of the folders below it that hold texts. */
  readonly foldersWithTexts: readonly string[]
}

/** Lists a sources folder, links followed. Hidden files are left out. Why a folder cannot be read goes on `file`. */
export async function listFolder(folder: string, file: VFile): Promise<Listing | undefined> {
  try {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort(byCodePoint)
    const texts: string[] = []
    const documents: string[] = []
    const foldersWithTexts: string[] = []
    for (const name of names) {
      const isFolder = (await statOf(join(folder, name)))?.isDirectory() ?? false
      if (isFolder && (await holdsTexts(join(folder, name)))) foldersWithTexts.push(name)
      else if (!isFolder && mediaTypeOf(name)) texts.push(name)
      else if (!isFolder && documentExtensions.has(extname(name).toLowerCase())) documents.push(name)
    }
    const corrections = names.filter((name) => name.endsWith(correctionsExtension))
    return {
      texts,
      documents: withoutText(documents, texts),
      corrections,
      hasManifest: names.includes(manifestName),
      foldersWithTexts,
    }
  } catch (error) {
    report(file, 'read:folder-is-readable', `Cannot read the sources folder: ${systemReason(error)}`, {
      note: 'Name a folder that holds the source texts',
    })
    return undefined
  }
}

/** Compares names by code point, which is the order of their UTF-8 bytes. */
export function byCodePoint(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}

/** A document that was captured already may stay beside its text. */
function withoutText(documents: readonly string[], texts: readonly string[]): string[] {
  const captured = new Set(texts.map((name) => parse(name).name))
  return documents.filter((name) => !captured.has(parse(name).name))
}

/** A link that leads nowhere counts as a file: reading it says why it cannot be read. */
async function statOf(path: string): Promise<{ isDirectory(): boolean } | undefined> {
  try {
    return await stat(path)
  } catch {
    return undefined
  }
}

async function holdsTexts(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).some((name) => !name.startsWith('.') && mediaTypeOf(name))
  } catch {
    return false
  }
}
