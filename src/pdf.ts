/* The door `dossierpress/pdf`: the writer of the paginated PDF. Its code is loaded when the first PDF is made. */
import type { ResolvedDocument } from './link/resolved.ts'
import type { PdfOptions } from './pdf/pdf.ts'

export type { Attachment } from './pdf/paint/attachments.ts'
export type { PdfOptions } from './pdf/pdf.ts'
export { type FontFile, type FontLibrary, fontLibrary } from './read/fonts.ts'

/** A document as a paginated PDF: tagged, archival, each note at the foot of the page of its call. */
export async function toPdf(document: ResolvedDocument, options: PdfOptions): Promise<Uint8Array> {
  const writer = await import('./pdf/pdf.ts')
  return writer.toPdf(document, options)
}
