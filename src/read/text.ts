import type { VFile } from 'vfile'
import type { MediaType, Metadata, Overrides, Source, SuppliedImage } from '../captured/source.ts'
import { report } from '../diagnostics/report.ts'
import { type Decoded, decode, type Undecodable } from '../encoding.ts'
import { oddWords } from '../language/odd-words.ts'
import { sha256Of } from '../sha256.ts'

/** A source and its decoded text, ready for `parse`. */
export interface SourceText {
  readonly source: Source
  readonly file: VFile
}

/** What is known about a source besides its bytes. */
export interface SourceDescription {
  readonly id: string
  /** Path relative to the sources folder, with `/`. */
  readonly path: string
  readonly mediaType: MediaType
  readonly encoding?: string | undefined
  readonly metadata?: Metadata
  readonly notes?: Readonly<Record<string, string>>
  readonly images?: readonly SuppliedImage[]
  readonly overrides?: Overrides
  readonly corrections?: VFile | undefined
}

const noOverrides: Overrides = { off: [], options: {}, keep: [] }

/** Makes a source of a file's bytes. When they are not a text, says why on the file and gives nothing. */
export async function readText(
  bytes: Uint8Array,
  description: SourceDescription,
  file: VFile,
): Promise<SourceText | undefined> {
  const decoded = decode(bytes, description.encoding)
  if ('offset' in decoded) {
    await reportUndecodable(file, bytes, decoded)
    return undefined
  }
  file.value = decoded.text
  if (!isText(file, decoded)) return undefined
  if (description.encoding === undefined) reportUnmarked(file, decoded)
  const {
    id,
    path,
    mediaType,
    metadata = {},
    notes = {},
    images = [],
    overrides = noOverrides,
    corrections,
  } = description
  const { encoding, bom } = decoded
  const sha256 = sha256Of(bytes)
  const given = { id, path, mediaType, metadata, notes, images, overrides, ...(corrections ? { corrections } : {}) }
  return { file, source: { ...given, size: bytes.length, sha256, encoding, bom } }
}

/** Says that a text was read as UTF-16 although nothing in the file or in dossier.yaml names it. */
function reportUnmarked(file: VFile, { encoding, bom }: Decoded): void {
  if (bom || encoding === 'utf-8') return
  report(
    file,
    'read:byte-order-is-marked',
    `Read as ${encoding}: the file has no byte order mark, its zero bytes tell`,
    {
      place: placeAfter(''),
      note: `Write "encoding: ${encoding}" at this source in dossier.yaml to say so`,
    },
  )
}

function isText(file: VFile, { text }: Decoded): boolean {
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    report(file, 'read:source-is-text', `Unexpected NUL character at offset ${nul}, expected text`, {
      place: placeAfter(text.slice(0, nul)),
      note: 'Save the document as plain text in UTF-8, or name its encoding in dossier.yaml',
    })
    return false
  }
  if (text.trim() === '') {
    const found = text === '' ? 'empty file' : 'file of white space'
    report(file, 'read:source-has-text', `Unexpected ${found}, expected text`, { place: placeAfter('') })
    return false
  }
  return true
}

async function reportUndecodable(
  file: VFile,
  bytes: Uint8Array,
  { encoding, offset, before }: Undecodable,
): Promise<void> {
  const byte = bytes[offset]?.toString(16).toUpperCase().padStart(2, '0')
  const found = byte === undefined ? 'end of file in the middle of a character' : `byte 0x${byte} at offset ${offset}`
  if (bytes.includes(0)) {
    report(file, 'read:source-is-text', `Unexpected ${found}, expected text in ${encoding}`, {
      place: placeAfter(before),
      note: 'The file looks binary: save the document as plain text in UTF-8',
    })
    return
  }
  const likely = (await likelyEncodings(bytes)).filter((name) => name !== encoding).slice(0, 3)
  report(file, 'read:source-is-decodable', `Unexpected ${found}, expected text in ${encoding}`, {
    place: placeAfter(before),
    expected: likely,
    note: likely[0]
      ? `If the text is in ${likely[0]}, as it seems, write "encoding: ${likely[0]}" at this source in dossier.yaml`
      : 'Name the encoding of the source in dossier.yaml',
  })
}

/**
 * Encodings that the bytes may be in, the likeliest first. The detector doesn't know Mac Roman and takes it for one of
 * Windows, whose reading has signs inside words then.
 */
async function likelyEncodings(bytes: Uint8Array): Promise<string[]> {
  const { default: chardet } = await import('chardet')
  const names = chardet.analyse(bytes).map(({ name }) => name.toLowerCase())
  const odd = (name: string): number => {
    const decoded = decode(bytes, name)
    return 'offset' in decoded ? Infinity : oddWords(decoded.text).length
  }
  const first = names[0]
  const isMac = first !== undefined && latin.has(first) && odd('macintosh') < odd(first)
  return isMac ? ['macintosh', ...names] : names
}

/** Encodings of Latin letters that the detector takes Mac Roman for. */
const latin = new Set(['windows-1252', 'windows-1250', 'windows-1254', 'iso-8859-1', 'iso-8859-2', 'iso-8859-9'])

/** The place in a file after the text given. */
function placeAfter(before: string): { line: number; column: number } {
  const lines = before.split(/\r\n|\n|\r/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
