import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { systemReason } from '../diagnostics/system-error.ts'
import type { SuppliedImage } from '../mdast/source.ts'
import { type Entry, pathInFolder } from './entries.ts'

/** First bytes of the formats that both outputs can show. */
const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
]

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
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return bytes
  report(manifestFile, 'read:image-is-supported', `Unexpected format of \`${path}\`, expected PNG or JPEG`, { place })
  return undefined
}
