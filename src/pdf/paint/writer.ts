import PDFDocument from 'pdfkit'
import type { FileBytes } from './file-bytes.ts'
import type { TrueTypeFont } from './true-type.ts'

/*
 * The parts of pdfkit 0.20 that paint needs and its types don't show. The version is pinned: each minor release has
 * changed some of them.
 */

/** A value in a PDF file: a string is a name, a `String` object a text. */
export type PdfValue =
  | (number | string | boolean | null | undefined | Date)
  | Uint8Array
  | String
  | PdfRef
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue }

/** An object of the file. */
export interface PdfRef {
  readonly id: number
  data: { [key: string]: PdfValue }
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
}

export interface PdfPage {
  readonly content: PdfRef & { buffer: Uint8Array[]; compress: boolean }
  readonly dictionary: PdfRef
  readonly fonts: { [id: string]: PdfRef }
  readonly xobjects: { [label: string]: PdfRef }
  readonly annotations: PdfRef[]
}

/** A font as pdfkit embeds it: glyphs are numbered anew, in the order in which they are used. */
export interface PdfFont {
  readonly id: string
  /** What its objects are made by. */
  document: Pick<PdfWriter, 'ref'>
  /** Writes what codes stand for. */
  toUnicodeCmap: () => PdfRef
  /** 1000 divided by the font's units per em. */
  readonly scale: number
  readonly font: {
    getGlyph(id: number): { readonly advanceWidth: number }
    glyphForCodePoint(code: number): { readonly id: number }
  }
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number }
  ref(): PdfRef
}

export interface PdfImage {
  readonly label: string
  obj: PdfRef | null
  embed(writer: PdfWriter): void
  finalize?(): void
}

/** A document of pdfkit as paint sees it. */
export interface PdfWriter {
  readonly page: PdfPage
  readonly _root: { readonly data: { [key: string]: PdfValue } & { readonly Names: PdfRef } }
  readonly _font: PdfFont
  ref(data?: PdfValue): PdfRef
  addPage(options: { size: readonly [number, number]; margin: number }): void
  font(font: TrueTypeFont | Uint8Array): void
  openImage(bytes: Uint8Array): PdfImage
  addNamedEmbeddedFile(name: string, file: PdfRef): void
  appendXML(xml: string): void
  _addInfo(): void
  _write(data: Uint8Array | string): void
  _offset: number
  resume(): void
  once(event: 'end', listener: () => void): void
  end(): void
}

/** What the file says about itself. */
export interface FileInfo {
  readonly title: string
  readonly authors: readonly string[]
  readonly subject?: string | undefined
  /** BCP 47 tag. */
  readonly language: string
  /** Of the dossier, not of the run: the same dossier gives the same bytes. */
  readonly date: Date
  /** Name and version of the tool. */
  readonly producer: string
}

/** Opens a PDF 1.7 file that conforms to PDF/A-3a. What is written comes to `file`. */
export function openWriter(info: FileInfo, file: FileBytes): PdfWriter {
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    autoFirstPage: false,
    margin: 0,
    lang: info.language,
    displayTitle: true,
    // No default font: the fourteen standard ones can't be embedded.
    font: null,
    info: {
      Title: info.title,
      Author: info.authors.join(', ') || undefined,
      Subject: info.subject,
      Producer: info.producer,
      Creator: info.producer,
      CreationDate: info.date,
      ModDate: info.date,
    },
  }
  for (const [key, value] of Object.entries(options.info)) {
    if (value === undefined) delete options.info[key as keyof typeof options.info]
  }
  const writer = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfWriter
  file.addText(fileHeader)
  redirectWrites(writer, file)
  writer.resume()
  return writer
}

/**
 * Replaces pdfkit's own way of writing, which turns each string into bytes letter by letter and sends it through a
 * stream.
 */
function redirectWrites(writer: PdfWriter, file: FileBytes): void {
  writer._write = (data) => {
    if (typeof data === 'string') {
      file.addText(`${data}\n`)
      writer._offset += data.length + 1
      return
    }
    file.addBytes(data)
    writer._offset += data.length
  }
}

/** What pdfkit wrote before its way of writing was replaced: the version, and bytes that say that the file is binary. */
const fileHeader = '%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n'

/** An object that is written as it stands, for objects that there are very many of. */
export function rawObject(text: () => string): { [key: string]: PdfValue } {
  return { [Symbol.toStringTag]: 'Raw', toString: text } as unknown as { [key: string]: PdfValue }
}

/** A text in the file: pdfkit takes a primitive string for a name. */
export function pdfText(text: string): String {
  return new String(text)
}

/** A text as it is written: in PDF's own encoding when it is ASCII, else in UTF-16 with a byte order mark. */
export function textOperand(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, '\\$&')})`
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return `<${hex}>`
}
