import { createHash } from 'node:crypto'
import { pack } from './deflate.ts'
import { type PdfRef, type PdfWriter, pdfText } from './writer.ts'

/** A file inside the file (PDF/A-3, ISO 19005-3, 6.8). */
export interface Attachment {
  /** Path by which readers list it ("sources/speech.txt"); unique. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Media type. */
  readonly mediaType: string
  /** What it is to the document: what it was made from, data that it shows, another form of it, something more. */
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement'
  readonly description: string
}

/** An attachment that other threads are packing. */
export interface PackedAttachment extends Attachment {
  readonly packed: Promise<Uint8Array>
}

/** Begins to pack the attachments, so that it is done when the pages are. */
export function packAttachments(attachments: readonly Attachment[]): PackedAttachment[] {
  return attachments.map((attachment) => ({ ...attachment, packed: pack(attachment.bytes) }))
}

/** Writes the attachments in order; `date` is that of the dossier. */
export async function writeAttachments(
  writer: PdfWriter,
  attachments: readonly PackedAttachment[],
  date: Date,
): Promise<void> {
  const specifications: PdfRef[] = []
  for (const attachment of attachments) {
    const file = writer.ref({
      Type: 'EmbeddedFile',
      Params: {
        CreationDate: date,
        ModDate: date,
        CheckSum: pdfText(createHash('md5').update(attachment.bytes).digest('hex')),
        Size: attachment.bytes.length,
      },
      Subtype: nameOf(attachment.mediaType),
      Length: 0,
      Filter: 'FlateDecode',
    })
    file.end(await attachment.packed)
    specifications.push(specification(writer, attachment, file))
  }
  if (specifications.length > 0) writer._root.data.AF = specifications
}

function specification(writer: PdfWriter, { name, relationship, description }: Attachment, file: PdfRef): PdfRef {
  const made = writer.ref({
    Type: 'Filespec',
    AFRelationship: relationship,
    F: pdfText(name),
    EF: { F: file },
    UF: pdfText(name),
    Desc: pdfText(description),
  })
  made.end()
  writer.addNamedEmbeddedFile(name, made)
  return made
}

/** A media type as a name of PDF: "text#2Fmarkdown". */
function nameOf(mediaType: string): string {
  return mediaType.replaceAll(
    /[^\w.+-]/g,
    (sign) => `#${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
