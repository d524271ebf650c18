import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import type { SuppliedImage } from '../captured/source.ts'
import { report } from '../diagnostics/report.ts'
import { systemReason } from '../diagnostics/system-error.ts'
import { type Entry, pathInFolder } from './entries.ts'
import { pictureFault } from './picture.ts'

/** Reads the images that dossier.yaml supplies for a source; one that cannot be used is reported and left out. */
export async function readImages(
  folder: string,
  { listed, place }: Entry,
  manifestFile: VFile,
): Promise<SuppliedImage[]> {
  const images: SuppliedImage[] = []
  for (const { file, figure, alt, credit } of listed?.images ?? []) {
    const path = pathInFolder(file)
    if (path === undefined) {
      report(
        manifestFile,
        'read:file-is-in-folder',
        `Unexpected path \`${file}\`, expected one in the sources folder`,
        { place },
      )
      continue
    }
    const bytes = await readImage(join(folder, path), path, manifestFile, place)
    if (bytes) images.push({ file: path, figure, alt, ...(credit === undefined ? {} : { credit }), bytes })
  }
  return images
}

async function readImage(
  location: string,
  path: string,
  manifestFile: VFile,
  place: Entry['place'],
): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(location)
  } catch (error) {
    report(manifestFile, 'read:file-is-readable', `Cannot read the image \`${path}\`: ${systemReason(error)}`, {
      place,
    })
    return undefined
  }
  const fault = pictureFault(bytes)
  if (!fault) return bytes
  const { reason, remedy } = fault
  report(manifestFile, 'read:image-is-supported', `The image \`${path}\` ${reason}`, { place, note: remedy })
  return undefined
}
