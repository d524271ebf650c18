import type { PdfImage, PdfRef, PdfWriter } from './writer.ts'

/** The pictures of a file; each is written once. */
export interface Images {
  /** Writes a picture if it can be read, and waits for it: pictures that are decoded at the same time come in any order. */
  load(bytes: Uint8Array): Promise<void>
  /** A picture's name in content streams, and its object; undefined when it could not be read. */
  get(bytes: Uint8Array): { readonly name: string; readonly ref: PdfRef } | undefined
}

export function createImages(writer: PdfWriter): Images {
  const images = new Map<Uint8Array, { readonly name: string; readonly ref: PdfRef } | undefined>()
  return {
    async load(bytes) {
      if (images.has(bytes)) return
      images.set(bytes, await embed(writer, bytes))
    },
    get: (bytes) => images.get(bytes),
  }
}

async function embed(writer: PdfWriter, bytes: Uint8Array) {
  let image: PdfImage
  try {
    image = writer.openImage(bytes)
  } catch {
    return undefined
  }
  const { finalize } = image
  if (finalize) {
    await new Promise<void>((resolve) => {
      image.finalize = () => {
        finalize.call(image)
        resolve()
      }
      image.embed(writer)
    })
  } else {
    image.embed(writer)
  }
  return image.obj ? { name: image.label, ref: image.obj } : undefined
}
