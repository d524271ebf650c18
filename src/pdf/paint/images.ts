import type { PdfImage, PdfRef, PdfWriter } from './writer.ts'

/** Writes a picture and waits for it: pictures that are decoded at the same time come in any order. */
export async function embedImage(writer: PdfWriter, bytes: Uint8Array): Promise<PdfRef> {
  const image = opened(writer, bytes)
  const { finalize } = image ?? {}
  if (image && finalize) {
    await new Promise<void>((resolve) => {
      image.finalize = () => {
        finalize.call(image)
        resolve()
      }
      image.embed(writer)
    })
  } else {
    image?.embed(writer)
  }
  return image?.obj ?? emptyImage(writer)
}

function opened(writer: PdfWriter, bytes: Uint8Array): PdfImage | undefined {
  try {
    return writer.openImage(bytes)
  } catch {
    return undefined
  }
}

/** In place of a picture that pdfkit can't read, although `pictureFault` found nothing wrong with it. */
function emptyImage(writer: PdfWriter): PdfRef {
  const form = writer.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] })
  form.end('')
  return form
}
