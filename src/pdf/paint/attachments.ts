import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import { mostAtOnce, pack } from './deflate.ts'
import { type PdfRef, type PdfWriter, pdfText } from './writer.ts'

/** A file inside the file (PDF/A-3, ISO 19005-3, 6.8). */
export interface Attachment {
  /** Path by which readers list it ("sources/speech.txt"); unique. */
  readonly name: string
  /** Makes its bytes: called once, when they are packed, so that they need not all be there at the same time. */
  readonly bytes: () => Uint8Array
  /** Media type. */
  readonly mediaType: string
  /** What it is to the document: what it was made from, data that it shows, another form of it, something more. */
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement'
  readonly description: string
}

/** An attachment that other threads are packing: its own bytes are let go then. */
export interface PackedAttachment extends Omit<Attachment, 'bytes'> {
  readonly packed: Promise<PackedBytes>
}

interface PackedBytes {
  readonly bytes: Uint8Array
  /** Number of bytes before they were packed. */
  readonly size: number
  /** MD5 of the bytes before they were packed (ISO 32000-1, table 46), lower-case hexadecimal. */
  readonly checksum: string
}

/** Begins to pack the attachments, a few at a time, so that it is done when the pages are. */
export function packAttachments(attachments: readonly Attachment[]): PackedAttachment[] {
  const queue = pLimit(mostAtOnce)
  return attachments.map(({ bytes, ...about }) => {
    const packed = queue(() => packedBytes(bytes()))
    // It may fail before anybody waits for it.
    packed.catch(() => undefined)
    return { ...about, packed }
  })
}

async function packedBytes(bytes: Uint8Array): Promise<PackedBytes> {
  const checksum = createHash('md5').update(bytes).digest('hex')
  return { bytes: await pack(bytes), size: bytes.length, checksum }
}

/** Writes the attachments in order; `date` is that of the dossier. */
export async function writeAttachments(
  writer: PdfWriter,
  attachments: readonly PackedAttachment[],
  date: Date,
): Promise<void> {
  const specifications: PdfRef[] = []
  for (const attachment of attachments) {
    const { bytes, size, checksum } = await attachment.packed
    const file = writer.ref({
      Type: 'EmbeddedFile',
      Params: {
        CreationDate: date,
        ModDate: date,
        CheckSum: pdfText(checksum),
        Size: size,
      },
      Subtype: nameOf(attachment.mediaType),
      Length: 0,
      Filter: 'FlateDecode',
    })
    file.end(bytes)
    specifications.push(specification(writer, attachment, file))
  }
  if (specifications.length > 0) writer._root.data.AF = specifications
}

function specification(writer: PdfWriter, { name, relationship, description }: PackedAttachment, file: PdfRef): PdfRef {
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
